#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

struct Row {
    std::string text;
    Strings said;
};

/// One record on the second line of a whole file.
std::string entity(const std::string& members) {
    return "{\"actormap\": 1, \"entities\": [\n{\"id\": \"a\", \"type\": \"tool\"" + members +
           "}]}";
}
std::string claim(const std::string& members) {
    return "{\"actormap\": 1, \"speakers\": [{\"id\": \"s\", \"kind\": \"press\"}],"
           "\"entities\": [{\"id\": \"a\", \"type\": \"tool\"}],"
           "\"relations\": [{\"from\": \"a\", \"type\": \"uses\", \"to\": \"a\", \"claims\": [\n"
           "{\"by\": \"s\"" +
           members + "}]}]}";
}

}  // namespace

TEST_CASE("native: every error names its place and its id", "[read]") {
    const auto row = GENERATE(values<Row>({
        {R"({"actormap": 1})", {}},
        {"{\"actormap\":\r\n2}",
         {"x:2:1: error: the file is in version 2 of the native format, and this program reads "
          "version 1; use a newer actormap [format-version]"}},
        {R"({"actormap": "1"})",
         {"x:1:14: error: 'actormap' is the format's version; give 1 [format-version]"}},
        {R"({"actormap": 1.0})",
         {"x:1:14: error: 'actormap' is the format's version; give 1 [format-version]"}},
        {R"({"actormap": -1})",
         {"x:1:14: error: 'actormap' is the format's version; give 1 [format-version]"}},
        {R"({"actormap": 18446744073709551616})",
         {"x:1:14: error: 'actormap' is the format's version; give 1 [format-version]"}},
        {R"({"speakers": []})",
         {"x:1:1: error: this is JSON, but no native graph, no MISP galaxy cluster and no "
          "node-link graph; begin a native one with {\"actormap\": 1, …} [format-unknown]"}},
        {"\n [1]",
         {"x:2:2: error: this is JSON, but no native graph, no MISP galaxy cluster and no "
          "node-link graph; begin a native one with {\"actormap\": 1, …} [format-unknown]"}},
        {R"({"actormap": 1, "title": 5, "as_of": "2026-13", "marking": "white"})",
         {"x:1:26: error: 'title' of the file is a number; give a text [json-type]",
          "x:1:38: error: '2026-13' is no date; give YYYY, YYYY-MM or YYYY-MM-DD [date-invalid]",
          "x:1:60: error: 'white' is no marking; it is one of clear, green, amber, amber+strict, "
          "red [value-unknown]"}},
        {R"({"actormap": 1, "entities": [7, [], {}]})",
         {"x:1:30: error: an entity is a number; give an object [json-type]",
          "x:1:33: error: an entity is a list; give an object [json-type]",
          "x:1:37: error: an entity has no 'id'; give it a short unique one [property-missing]",
          "x:1:37: error: entity '' has no type; give one of STIX's object types [entity-type]"}},
        {R"({"actormap": 1, "entities": [{"id": "a"}]})",
         {"x:1:30: error: entity 'a' has no type; give one of STIX's object types [entity-type]"}},
        {R"({"actormap": 1, "entities": [{"id": "a", "type": ""}]})",
         {"x:1:30: error: entity 'a' has no type; give one of STIX's object types [entity-type]"}},
        {R"({"actormap": 1, "entities": [{"id": "a", "type": []}]})",
         {"x:1:50: error: 'type' of entity 'a' is a list; give a text [json-type]"}},
        {R"({"actormap": 1, "entities": [{"id": "", "type": "tool"}]})",
         {"x:1:37: error: an entity has the id ''; an id is 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {R"({"actormap": 1, "entities": [{"id": "a\u0085", "type": "tool"}]})",
         {"x:1:37: error: an entity has the id 'a?'; an id is 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {R"({"actormap": 1, "speakers": [{"id": "s"}, {"kind": "press"}, {"id": "t", "kind": "Press"}]})",
         {"x:1:30: error: speaker 's' has no 'kind'; give government, vendor, press or the like "
          "[property-missing]",
          "x:1:43: error: a speaker has no 'id'; give it a short unique one [property-missing]",
          "x:1:82: error: 'Press' is no kind; it is one of government, law-enforcement, vendor, "
          "researcher, organisation, press, database; did you mean 'press'? [value-unknown]"}},
        {R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press", "country": "Finland"},
 {"id": "t", "kind": "press", "country": "Nowhere"}]})",
         {"x:1:70: error: 'Finland' is no ISO 3166-1 alpha-2 code; give 'FI' [country-unknown]",
          "x:2:42: error: 'Nowhere' is no ISO 3166-1 alpha-2 code; look it up [country-unknown]"}},
        {R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "sources": [{"id": "p"},
 {"id": "q", "publisher": "s", "url": "ftp://a", "archive_url": "http://a b", "reliability": "G"}]})",
         {"x:1:73: error: source 'p' has no 'publisher'; give it a short unique one "
          "[property-missing]",
          "x:2:39: error: 'ftp://a' is no address; it begins with http:// or https:// and has no "
          "blanks [url-invalid]",
          "x:2:65: error: 'http://a b' is no address; it begins with http:// or https:// and has "
          "no blanks [url-invalid]",
          "x:2:94: error: 'G' is no reliability; it is one of A, B, C, D, E, F [value-unknown]"}},
        {R"({"actormap": 1, "judgements": [7, {"verdict": "maybe"}, {"entities": ["a", "a"]}]})",
         {"x:1:32: error: a judgement is a number; give an object [json-type]",
          "x:1:35: error: a judgement has no 'entities'; give the ids of two [property-missing]",
          "x:1:47: error: 'maybe' is no verdict; it is one of same, different, unsure "
          "[value-unknown]",
          "x:1:70: error: 'entities' of a judgement is a list of the ids of two different "
          "entities; correct it [judgement-entities]",
          "x:1:57: error: a judgement has no 'verdict'; give same, different or unsure "
          "[property-missing]"}},
        {"{\"actormap\": 1, \"judgements\": [\n"
         "{\"entities\": [\"a\", \"b\"], \"verdict\": \"same\", \"by\": \"s\"}]}",
         {"x:2:51: error: no file of this call defines a speaker 's'; define it, or correct the "
          "reference [dangling-reference]"}},
        {R"({"actormap": 1, "relations": [{}]})",
         {"x:1:31: error: a relation has no 'from'; give it a short unique one "
          "[property-missing]",
          "x:1:31: error: a relation has no 'to'; give it a short unique one [property-missing]",
          "x:1:31: error: the relation from '' to '' has no 'type'; give it a short unique one "
          "[property-missing]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::native).said == row.said);
}

TEST_CASE("native: every error in an entity, its names and a claim", "[read]") {
    const auto row = GENERATE(values<Row>({
        {entity(R"(, "roles": ["a", 1], "country": "fi")"),
         {"x:2:44: error: 'roles' of entity 'a' is a number; give a text [json-type]",
          "x:2:59: error: 'fi' is no ISO 3166-1 alpha-2 code; give 'FI' [country-unknown]"}},
        {entity(R"(, "names": [{"since": "20"}, {"name": ""}, {"name": null}, 1])"),
         {"x:2:39: error: a name of entity 'a' has no 'name'; give the name [property-missing]",
          "x:2:49: error: '20' is no date; give YYYY, YYYY-MM or YYYY-MM-DD [date-invalid]",
          "x:2:65: error: a name of entity 'a' has an empty 'name'; give the name [value-empty]",
          "x:2:79: error: 'name' of a name of entity 'a' is null; give a text [json-type]",
          "x:2:86: error: a name is a number; give an object [json-type]"}},
        {entity(R"(, "rols": 1, "x_rols": 2, "quite_other": 3)"),
         {"x:2:37: warning: entity 'a' has the custom property 'rols'; did you mean 'roles'? If "
          "not, begin its name with x_ [property-unknown]"}},
        {claim(R"(, "stance": "deny")"),
         {"x:2:23: error: 'deny' is no stance; it is one of asserts, supports, hypothesises, "
          "disputes, denies, retracts [value-unknown]"}},
        {claim(R"(, "confidence": 101)"),
         {"x:2:27: error: '101' is no confidence; give a whole number from 0 to 100 "
          "[confidence-range]"}},
        {claim(R"(, "confidence": 1.5)"),
         {"x:2:27: error: '1.5' is no confidence; give a whole number from 0 to 100 "
          "[confidence-range]"}},
        {claim(R"(, "confidence": -1)"),
         {"x:2:27: error: '-1' is no confidence; give a whole number from 0 to 100 "
          "[confidence-range]"}},
        {claim(R"(, "confidence": 18446744073709551616)"),
         {"x:2:27: error: '18446744073709551616' is no confidence; give a whole number from 0 to "
          "100 [confidence-range]"}},
        {claim(R"(, "confidence": "sure")"),
         {"x:2:27: error: 'sure' is no word of a scale (stix, phia); give its 'low' and 'high' as "
          "well [confidence-words]"}},
        {claim(R"(, "confidence": true)"),
         {"x:2:27: error: a confidence is true or false; give a number, a word or an object "
          "[json-type]"}},
        {claim(R"(, "confidence": {"low": 1, "high": 2})"),
         {"x:2:27: error: a confidence has no 'words'; give the words it was said in "
          "[property-missing]"}},
        {claim(R"(, "confidence": {"words": "sure", "low": 1})"),
         {"x:2:27: error: a confidence has no 'high'; a range needs both its ends "
          "[property-missing]"}},
        {claim(R"(, "confidence": {"words": "sure", "high": 1})"),
         {"x:2:27: error: a confidence has no 'low'; a range needs both its ends "
          "[property-missing]"}},
        {claim(R"(, "confidence": {"words": "sure", "low": 3, "high": 2})"),
         {"x:2:52: error: the range ends below its beginning; exchange 'low' and 'high' "
          "[confidence-range]"}},
        {claim(R"(, "confidence": {"words": "sure", "low": "3", "high": 200})"),
         {"x:2:52: error: '3' is no confidence; give a whole number from 0 to 100 "
          "[confidence-range]",
          "x:2:65: error: '200' is no confidence; give a whole number from 0 to 100 "
          "[confidence-range]"}},
        {claim(R"(, "confidence": {"words": "high", "scale": "phia"})"),
         {"x:2:27: error: 'high' is no word of a scale (stix, phia); give its 'low' and 'high' as "
          "well [confidence-words]"}},
        {claim(R"(, "confidence": {"words": "high", "scale": "none"})"),
         {"x:2:54: error: 'none' is no scale; it is one of stix, phia [value-unknown]"}},
        {claim(R"(, "confidence": {"words": "high", "low": 70, "high": 100, "x_why": 1})"),
         {"x:2:27: warning: a confidence cannot hold the property 'x_why'; move it to the claim "
          "[property-lost]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text).said == row.said);
}

TEST_CASE("native: confidence in all its forms", "[read]") {
    const auto of = [](const std::string& json) {
        const Reading reading = read_text(claim(", \"confidence\": " + json));
        INFO(json);
        REQUIRE(reading.said.empty());
        return reading.graph().claims()[0].confidence.value();
    };
    CHECK(of("0") == confidence_number(0));
    CHECK(of("100") == confidence_number(100));
    CHECK(of("\"high\"") == confidence_word("high"));
    CHECK(of(R"({"words": "likely", "scale": "phia"})") == confidence_word("likely"));
    CHECK(of(R"({"words": "according to", "low": 50, "high": 100})") ==
          confidence_range("according to", 50, 100));
    // The range that a scale gives its word adds nothing; another one does.
    CHECK(of(R"({"words": "high", "low": 70, "high": 100})") == confidence_word("high"));
    CHECK(of(R"({"words": "high", "low": 60, "high": 100})") == confidence_range("high", 60, 100));
    CHECK(of(R"({"words": "sure", "low": 1, "high": 2, "scale": "phia"})").scale ==
          ConfidenceScale::phia);
}

TEST_CASE("native: defaults", "[read]") {
    const Reading reading = read_text(R"({"actormap": 1, "marking": "amber", "$schema": "x",
"speakers": [{"id": "s", "kind": "press"}],
"sources": [{"id": "p", "publisher": "s", "date": "2020-05"}, {"id": "q", "publisher": "s", "marking": "clear"}],
"entities": [{"id": "a", "type": "x-thing", "name": ""}],
"relations": [{"from": "a", "type": "uses", "to": "a", "claims": [{"source": "p"}]}]})");
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    CHECK(graph.properties().empty());  // $schema is for editors
    CHECK(graph.speakers()[0].name == "s");
    CHECK(graph.sources()[0].marking == Tlp::amber);
    CHECK(graph.sources()[1].marking == Tlp::clear);
    CHECK(graph.entities()[0].name == "a");
    CHECK(graph.entities()[0].marking == Tlp::amber);
    CHECK(graph.relations()[0].marking == Tlp::amber);
    const Claim& c = graph.claims()[0];
    CHECK(to_string(c.date) == "2020-05");
    CHECK(c.by == SpeakerId{0});
    CHECK(c.stance == Stance::asserts);
    CHECK(c.marking == Tlp::clear);
    CHECK(reading.result.report.unknown_types ==
          std::map<std::string, std::size_t>{{"x-thing", 1}});
}

TEST_CASE("native: a wrong type is reported for every property of every record", "[read]") {
    struct Kind {
        std::string before, after;
        Strings properties;
    };
    const std::string speakers = R"("speakers": [{"id": "s", "kind": "press"}])";
    const auto kind = GENERATE_COPY(values<Kind>({
        {"{\"actormap\": 1",
         "}",
         {"title", "as_of", "marking", "speakers", "sources", "entities", "relations",
          "judgements"}},
        {R"({"actormap": 1, "speakers": [{"x": 1)",
         "}]}",
         {"id", "name", "kind", "country", "entity"}},
        {R"({"actormap": 1, "sources": [{"x": 1)",
         "}]}",
         {"id", "publisher", "date", "title", "url", "archive_url", "reliability", "marking"}},
        {R"({"actormap": 1, "entities": [{"x": 1)",
         "}]}",
         {"id", "type", "name", "names", "description", "roles", "country", "marking"}},
        {R"({"actormap": 1, "entities": [{"id": "a", "type": "t", "names": [{"x": 1)",
         "}]}]}",
         {"name", "by", "since", "until", "claims", "marking"}},
        {R"({"actormap": 1, "relations": [{"x": 1)",
         "}]}",
         {"from", "type", "to", "start", "stop", "id", "description", "marking", "claims"}},
        {R"({"actormap": 1, "relations": [{"claims": [{"x": 1)",
         "}]}]}",
         {"by", "source", "date", "stance", "confidence", "locator", "excerpt", "note", "id",
          "cites", "marking"}},
        {R"({"actormap": 1, "judgements": [{"x": 1)",
         "}]}",
         {"entities", "verdict", "by", "source", "date", "note"}},
    }));
    for (const std::string& property : kind.properties) {
        for (const std::string value : {"null", "true", "{\"\": []}", "[[]]", "-1", "1.5"}) {
            const std::string text = kind.before + ",\n\"" + property + "\": " + value + kind.after;
            const Reading reading = read_text(text);
            INFO(text);
            bool reported = false;
            for (const std::string& line : reading.said) {
                const std::size_t column = property.size() + 5;
                reported = reported || (line.starts_with("x:2:" + std::to_string(column)) &&
                                        line.find(": error: ") != std::string::npos);
            }
            // A list's items are objects: the fault is one deeper.
            const bool list = value == "[[]]";
            CHECK((reported || list));
            CHECK(!reading.said.empty());
        }
    }
}

TEST_CASE("native: judgements name entities that other files may define", "[read]") {
    const Reading reading = read_text(R"({"actormap": 1,
"speakers": [{"id": "s", "kind": "press"}], "sources": [{"id": "p", "publisher": "s"}],
"judgements": [
{"entities": ["b", "a"], "verdict": "different", "by": "s", "source": "p", "date": "2021", "note": "n", "x_j": 1},
{"entities": ["a", "b"], "verdict": "same"}, {"entities": ["a", "b"], "verdict": "same"}]})");
    CHECK(reading.said.empty());
    const auto judgements = reading.graph().judgements();
    REQUIRE(judgements.size() == 2);  // the same one twice is one
    CHECK(judgements[0].verdict == Verdict::same);
    const Judgement& j = judgements[1];
    CHECK(j.first == "a");
    CHECK(j.second == "b");
    CHECK(j.verdict == Verdict::different);
    CHECK(j.by == SpeakerId{0});
    CHECK(j.source == SourceId{0});
    CHECK(to_string(j.date) == "2021");
    CHECK(j.note == "n");
    CHECK(j.properties.size() == 1);
}

TEST_CASE("native: what no file defined stays so until one does", "[read]") {
    const std::string text =
        R"({"actormap": 1, "entities": [{"id": "a", "type": "tool", "undefined": true},
{"id": "b", "type": "tool"}], "relations": [{"from": "b", "type": "uses", "to": "a"}]})";
    const Reading reading = read_text(text);
    CHECK(reading.said.empty());
    CHECK(reading.graph().entities()[0].undefined);
    CHECK(read_text(write_native(reading.graph())).graph() == reading.graph());
    Diagnostics diagnostics;
    const std::string other =
        R"({"actormap": 1, "entities": [{"id": "a", "type": "malware", "name": "A"}]})";
    for (const bool first : {true, false}) {
        std::vector<Input> inputs{{"1", first ? other : text}, {"2", first ? text : other}};
        const ActorGraph graph = read(inputs, std::nullopt, diagnostics).graph;
        CHECK_FALSE(graph.entities()[0].undefined);
        CHECK(graph.entities()[0].type == "malware");
        CHECK(graph.entities()[0].name == "A");
    }
    CHECK(diagnostics.all().empty());
}
