#include "support/catch.hpp"

#include <actormap/write/xml_text.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace actormap;

TEST_CASE("XML text: what would be markup or would not survive is a reference", "[write]") {
    struct Row {
        std::string text, data, attribute;
    };
    for (const Row& row : std::vector<Row>{
             {"", "", ""},
             {"plain é 日 🦊", "plain é 日 🦊", "plain é 日 🦊"},
             {"a & b", "a &amp; b", "a &amp; b"},
             {"<b>]]>", "&lt;b&gt;]]&gt;", "&lt;b&gt;]]&gt;"},
             {"\"it's\"", "\"it's\"", "&quot;it&#39;s&quot;"},
             {" a\tb\nc\rd\r\n", " a&#9;b&#10;c&#13;d&#13;&#10;", " a&#9;b&#10;c&#13;d&#13;&#10;"},
             {"\x7f\u0085\u2028", "\x7f\u0085\u2028", "\x7f\u0085\u2028"},
             {"&amp;", "&amp;amp;", "&amp;amp;"}}) {
        XmlText xml;
        CHECK(xml.data(row.text) == row.data);
        CHECK(xml.attribute(row.text) == row.attribute);
        CHECK(xml.replaced() == 0);
    }
}

TEST_CASE("XML text: what XML has no place for is replaced and counted", "[write]") {
    XmlText xml;
    std::string all;
    for (char c = 1; c < 0x20; ++c) all += c;
    std::string expected;
    for (std::size_t n = 1; n < 0x20; ++n)
        expected += n == 9 ? "&#9;" : n == 10 ? "&#10;" : n == 13 ? "&#13;" : "\ufffd";
    CHECK(xml.data(all) == expected);
    CHECK(xml.replaced() == 28);
    CHECK(xml.attribute("a\uffffb\ufffec\ufffdd\uff1e") == "a\ufffdb\ufffdc\ufffdd\uff1e");
    CHECK(xml.replaced() == 30);
}
