#include "support/catch.hpp"

#include <actormap/base/error.hpp>
#include <actormap/read/xml.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

using namespace actormap;

namespace {

/// Writes down what it is told: "<a x=1 @1:1>", texts as they are, "</>".
class Scribe : public XmlHandler {
  public:
    std::string told;

    void begin(const XmlElement& element) override {
        told += '<' + std::string(element.name);
        for (const XmlAttribute& attribute : element.attributes)
            told += ' ' + std::string(attribute.name) + '=' + std::string(attribute.value);
        told += " @" + std::to_string(element.spot.line) + ':' +
                std::to_string(element.spot.column) + '>';
    }
    void text(std::string_view piece) override { told += piece; }
    void end() override { told += "</>"; }
};

struct Told {
    std::string told;
    std::string said;  ///< the error, as a user sees it
};

Told tell(std::string_view content, const XmlLimits& limits = {}) {
    Scribe scribe;
    Told result;
    try {
        read_xml(content, "x", scribe, limits);
    } catch (const InputError& error) {
        result.said = to_string(error.where()) + ": " + error.what() + " [" + error.id() + "]";
    }
    result.told = scribe.told;
    return result;
}

std::string id_of(const Told& told) {
    return told.said.substr(std::min(told.said.rfind('['), told.said.size()));
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

}  // namespace

TEST_CASE("XML is told element by element, with places in bytes from 1", "[read]") {
    struct Row {
        std::string content, told;
    };
    const auto row = GENERATE(values<Row>({
        {"<a/>", "<a @1:1></>"},
        {"<?xml version='1.0' encoding='UTF-8'?>\n<a>b</a>\n", "<a @2:1>b</>"},
        {"<g:a xmlns:g='u'><g:b y:c='1'/></g:a>", "<a xmlns:g=u @1:1><b y:c=1 @1:18></></>"},
        {"<a>\n  <b x='1' y=\"2\">t</b>u</a>", "<a @1:1>\n  <b x=1 y=2 @2:3>t</>u</>"},
        {"<a>&lt;&amp;&#65;&#xe4;</a>", "<a @1:1><&A\xC3\xA4</>"},
        {"<a><![CDATA[<b>]]></a>", "<a @1:1><b></>"},
        {"<!-- c --><a><!-- <!DOCTYPE --><?p <!D?>t</a>", "<a @1:11>t</>"},
        // Columns count bytes, whatever stands before, and lines end in three ways.
        {"<a>\xC3\xA4\xE2\x82\xAC<b/></a>", "<a @1:1>\xC3\xA4\xE2\x82\xAC<b @1:9></></>"},
        {"<a>\r\n<b/>\r<c/>\n\n<d/></a>", "<a @1:1>\n<b @2:1></>\n<c @3:1></>\n\n<d @5:1></></>"},
        {"<a x='\n\n'><b/></a>", "<a x=   @1:1><b @3:3></></>"},
        // It is UTF-8, whatever it says.
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xC3\xA4</a>", "<a @1:44>\xC3\xA4</>"},
    }));
    INFO(row.content);
    const Told result = tell(row.content);
    CHECK(result.said.empty());
    CHECK(result.told == row.told);
}

TEST_CASE("what is no XML is an error at its place", "[read]") {
    struct Row {
        std::string content, said;
    };
    const auto row = GENERATE(values<Row>({
        {"",
         "x:1:1: the file ends before its first element does; write it again, whole [xml-syntax]"},
        {"<a>\n<b>",
         "x:2:4: the file ends before its first element does; write it again, whole "
         "[xml-syntax]"},
        {"<a>\n \xC3\xA4 </b></a>",
         "x:2:7: the end tag is not that of the element that is open; "
         "make them agree [xml-syntax]"},
        {"<a>\xE4</a>",
         "x:1:4: this is no XML; write &lt; for '<', &amp; for '&', and no control "
         "characters [xml-syntax]"},
        {"<a>1 < 2</a>",
         "x:1:7: this is no XML; write &lt; for '<', &amp; for '&', and no control "
         "characters [xml-syntax]"},
        {"<a>\x01</a>",
         "x:1:4: this is no XML; write &lt; for '<', &amp; for '&', and no control "
         "characters [xml-syntax]"},
        {"<a b='",
         "x:1:1: what begins here does not end; write the file again, whole [xml-syntax]"},
        {"<a>\xC3", "x:1:4: the file ends within a character; write it again, whole [xml-syntax]"},
        {"<a><![CDATA[b", "x:1:14: a CDATA section does not end; end it with ]]> [xml-syntax]"},
        {"<a b='1' b='2'/>",
         "x:1:10: an attribute stands twice in one tag; remove one [xml-syntax]"},
        {"<a/>b",
         "x:1:5: something stands behind the end of the first element; remove it "
         "[xml-syntax]"},
        {"<a>&uuml;</a>",
         "x:1:4: a reference to an entity that XML does not define; write the "
         "character itself [xml-syntax]"},
        {"<a b='&uuml;'/>",
         "x:1:1: a reference to an entity that XML does not define; write the "
         "character itself [xml-syntax]"},
        {"<a>&#0;</a>",
         "x:1:4: a reference to a character that XML does not allow; remove it "
         "[xml-syntax]"},
        {" <?xml version='1.0'?><a/>",
         "x:1:2: <?xml \xE2\x80\xA6?> stands within the file; put it "
         "at its beginning or remove it [xml-syntax]"},
        {"<?xml version='1.0' whatever='1'?><a/>",
         "x:1:21: <?xml \xE2\x80\xA6?> is not well-formed; write <?xml version=\"1.0\" "
         "encoding=\"UTF-8\"?> [xml-syntax]"},
    }));
    INFO(row.content);
    CHECK(tell(row.content).said == row.said);
}

TEST_CASE("a DOCTYPE is refused where it begins", "[read]") {
    const std::string said =
        ": a DOCTYPE can define entities, so none is read; remove it [xml-doctype]";
    // An entity in an entity in an entity: a billion laughs.
    std::string bomb = "<?xml version=\"1.0\"?>\n <!DOCTYPE a [\n<!ENTITY e0 \"ha\">\n";
    for (int i = 1; i < 10; ++i)
        bomb += "<!ENTITY e" + std::to_string(i) + " \"" +
                repeated("&e" + std::to_string(i - 1) + ";", 10) + "\">\n";
    bomb += "]>\n<a>&e9;</a>";
    CHECK(tell(bomb).said == "x:2:2" + said);
    CHECK(tell(bomb).told.empty());
    for (const char* const content :
         {"<!DOCTYPE a>\n<a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
          "<!DOCTYPE a PUBLIC 'p' 'http://u'><a/>", "<!DOCTYPE a [<!ENTITY"})
        CHECK(tell(content).said == "x:1:1" + said);
    // Across the border of what is fed at once.
    for (const std::size_t before : {65520U, 65530U, 65535U, 65536U}) {
        const std::string content = std::string(before, ' ') + "<!DOCTYPE a><a/>";
        CHECK(tell(content).said == "x:1:" + std::to_string(before + 1) + said);
    }
}

TEST_CASE("XML has limits", "[read]") {
    SECTION("of depth") {
        CHECK(tell(repeated("<a>", 64) + repeated("</a>", 64)).said.empty());
        CHECK(tell(repeated("<a>", 65) + repeated("</a>", 65)).said ==
              "x:1:193: elements are nested more than 64 deep; flatten them [xml-depth]");
        CHECK(tell(repeated("<a>", 100'000)).said ==
              "x:1:193: elements are nested more than 64 deep; flatten them [xml-depth]");
        CHECK(tell("<a>" + repeated("<a/>", 1000) + "</a>").said.empty());
    }
    SECTION("of a tag, to the byte") {
        const XmlLimits limits{.token = 100'000};
        const std::string said =
            "x:1:4: a tag or comment is longer than 100000 bytes; shorten it [xml-size]";
        const auto tag = [](std::size_t size) {
            return "<r><a b='" + std::string(size - 9, 'x') + "'/></r>";
        };
        CHECK(tell(tag(100'000), limits).said.empty());
        CHECK(tell(tag(100'001), limits).said == said);
        const auto comment = [](std::size_t size) {
            return "<r><!--" + std::string(size - 7, 'x') + "--></r>";
        };
        CHECK(tell(comment(100'000), limits).said.empty());
        CHECK(tell(comment(100'001), limits).said == said);
        const auto instruction = [](std::size_t size) {
            return "<r><?p " + std::string(size - 6, 'x') + "?></r>";
        };
        CHECK(tell(instruction(100'000), limits).said.empty());
        CHECK(tell(instruction(100'001), limits).said == said);
        CHECK(tell("<r><" + std::string(200'000, 'x'), limits).said == said);
    }
    SECTION("of a text, to the byte, also in pieces") {
        const XmlLimits limits{.text = 100'000};
        const std::string said =
            ": the text of an element is longer than 100000 bytes; shorten it [xml-size]";
        const auto text = [](std::size_t a, std::size_t b) {
            return "<r><a>" + std::string(a, 'x') + "<b>" + std::string(60'000, 'y') + "</b>" +
                   std::string(b, '\n') + "</a></r>";
        };
        CHECK(tell(text(50'000, 50'000), limits).said.empty());
        const std::string refused = tell(text(50'000, 50'001), limits).said;
        CHECK(refused.substr(refused.find(": ")) == said);
    }
    SECTION("of 100 MB there is no talk") {
        const std::string much(std::size_t{100} << 20, 'x');
        CHECK(tell("<a b='" + much + "'/>").said ==
              "x:1:1: a tag or comment is longer than 16777216 bytes; shorten it [xml-size]");
        Told told = tell("<a>" + much + "</a>");
        CHECK(id_of(told) == "[xml-size]");
        CHECK(told.told.size() <= (std::size_t{64} << 20) + 100);
        CHECK(tell("<!DOCTYPE a SYSTEM '" + much + "'>").said.find("[xml-doctype]") !=
              std::string::npos);
    }
}

TEST_CASE("what the handler throws comes out", "[read]") {
    class Thrower : public Scribe {
      public:
        explicit Thrower(int at) : left_(at) {}
        void begin(const XmlElement& element) override {
            count();
            Scribe::begin(element);
        }
        void text(std::string_view piece) override {
            count();
            Scribe::text(piece);
        }
        void end() override {
            count();
            Scribe::end();
        }

      private:
        void count() {
            if (left_-- == 0) throw std::runtime_error("enough");
        }
        int left_;
    };
    for (int at = 0; at < 6; ++at) {
        Thrower thrower(at);
        CHECK_THROWS_WITH(read_xml("<a>t<b/>u</a>", "x", thrower), "enough");
    }
    Thrower patient(6);
    read_xml("<a>t<b/>u</a>", "x", patient);
    CHECK(patient.told == "<a @1:1>t<b @1:5></>u</>");
}

TEST_CASE("XML that was cut anywhere is refused", "[read]") {
    const std::string content =
        "<?xml version='1.0'?><!-- c --><a b='1'>t\xC3\xA4&lt;<![CDATA[d]]><?p i?><c/></a>";
    for (std::size_t size = 0; size < content.size(); ++size) {
        INFO(size);
        CHECK(id_of(tell(content.substr(0, size))) == "[xml-syntax]");
    }
    CHECK(tell(content).said.empty());
}
