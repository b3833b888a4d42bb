#include "support/catch.hpp"

#include <actormap/base/text.hpp>
#include <actormap/graphviz/text.hpp>

using namespace actormap;

TEST_CASE("text is cleaned of what could break out, reverse or hide", "[graphviz][text]") {
    const std::string bad = "\xEF\xBF\xBD";
    CHECK(clean_text("plain").empty() == false);
    CHECK(clean_text("a\nb\tc\rd") == "a b c d");
    CHECK(clean_text("a\xE2\x80\xA8z\xE2\x80\xA9") == "a z ");  // U+2028, U+2029
    CHECK(clean_text(std::string_view("a\0b\x1B[31m", 7)) == "a" + bad + "b" + bad + "[31");
    CHECK(clean_text("\x7F\xC2\x85") == bad + bad);            // DEL, U+0085
    CHECK(clean_text("a\xFFz\xC3") == "a" + bad + "z" + bad);  // not UTF-8
    CHECK(clean_text("\xEF\xBF\xBE\xEF\xB7\x90\xF0\x9F\xBF\xBF") == bad + bad + bad);
    CHECK(clean_text("שלום العربية 日本語 😀") == "שלום العربية 日本語 😀");
    CHECK(clean_text("") == "");
    for (const char32_t control :
         {U'\u202A', U'\u202B', U'\u202C', U'\u202D', U'\u202E', U'\u2066', U'\u2067', U'\u2068',
          U'\u2069', U'\u200E', U'\u200F', U'\u061C'}) {
        std::string text;
        append_utf8(text, control);
        CHECK(clean_text(text) == bad);
    }
}

TEST_CASE("text is cut by code points", "[graphviz][text]") {
    const std::string ellipsis = "\xE2\x80\xA6";
    CHECK(clean_text(std::string(200, 'x')) == std::string(200, 'x'));
    CHECK(clean_text(std::string(10000, 'x')) == std::string(200, 'x') + ellipsis);
    CHECK(clean_text("äöü", 2) == "äö" + ellipsis);
    CHECK(shorten("abcdef", 6) == "abcdef");
    CHECK(shorten("abcdef", 5) == "abcd" + ellipsis);
    CHECK(shorten("日本語", 5) == "日本" + ellipsis);
    CHECK(text_width("日本a") == 5);
}

TEST_CASE("labels hold no escape sequence and no entity", "[graphviz][text]") {
    CHECK(label_text("\\N \\G \\n") == "\\\\N \\\\G \\\\n");
    CHECK(label_text("&lt; & &#60;") == "&amp;lt; &amp; &amp;#60;");
    CHECK(label_text("<b>x</b>") == "<b>x</b>");
    CHECK(label_text("\"];evil[") == "\"];evil[");
    CHECK(escape_xml("<a href=\"x\">&") == "&lt;a href=&quot;x&quot;&gt;&amp;");
}

TEST_CASE("text is wrapped at spaces and joints, and loses nothing unless it is cut",
          "[graphviz][text]") {
    using Lines = std::vector<std::string>;
    CHECK(wrap("", 10, 3) == Lines{""});
    CHECK(wrap("Parliament of Finland", 12, 3) == Lines{"Parliament", "of Finland"});
    CHECK(wrap("state-affiliated", 10, 3) == Lines{"state-", "affiliated"});
    CHECK(wrap("abcdefghijkl", 5, 3) == Lines{"abcde", "fghij", "kl"});
    CHECK(wrap("one two three four", 5, 2) == Lines{"one", "two\xE2\x80\xA6"});
    CHECK(wrap("on 2018-12-20 they said that this was so and so", 43, 2) ==
          Lines{"on 2018-12-20 they said that this was so", "and so"});
    CHECK(label_lines({"a\\N", "b&"}) == "a\\\\N\\nb&amp;");
    CHECK(label_lines({"a", "b"}, "\\l") == "a\\lb\\l");

    const std::string text = "some words of which no line may be longer than the width allows";
    for (std::size_t width = 6; width < 30; ++width) {
        std::string joined;
        for (const std::string& line : wrap(text, width, 100)) {
            CHECK(text_width(line) <= width);
            joined += (joined.empty() ? "" : " ") + line;
        }
        CHECK(joined == text);
    }
}
