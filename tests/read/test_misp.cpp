#include "read/misp_reading.hpp"
#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/uuid.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

using Texts = std::vector<std::string>;

namespace {

const std::string one = "threat-actor--" + uuid('1');

/// What the meta of one threat actor becomes.
MispReading read_meta(const std::string& meta) {
    return read_misp(
        {{"x", cluster("threat-actor", value('1', R"("value": "A", "meta": {)" + meta + "}"))}});
}

std::string kept(const MispReading& reading, const std::string& id = one,
                 const std::string& name = "x_misp_threat_actor") {
    return property(reading.entity(id).properties, name);
}

}  // namespace

TEST_CASE("MISP: a cluster is found by its content, and is a source", "[read][misp]") {
    const std::string text =
        R"({"type": "threat-actor", "uuid": "U", "version": 3, "authors": ["a"], "name": "N",
            "category": "actor", "description": "D", "source": "https://example.org/x",
            "extra": 1, "values": []})";
    Diagnostics diagnostics;
    CHECK(is_misp(parse_json(text, "x", diagnostics)));
    const Reading found = read_text(text);
    CHECK(found.said.empty());
    REQUIRE(found.graph().sources().size() == 1);
    const Source& source = found.graph().sources()[0];
    CHECK(source.id == "misp-galaxy:threat-actor");
    CHECK(source.title == "N");
    CHECK(source.url == "https://example.org/x");
    CHECK(property(source.properties, "version") == "3");
    CHECK(property(source.properties, "authors") == R"(["a"])");
    CHECK(property(source.properties, "x_misp") == R"({"extra":1})");
    const Speaker& speaker = found.graph()[source.publisher];
    CHECK(speaker.id == "misp-galaxy");
    CHECK(speaker.name == "MISP galaxy");
    CHECK(speaker.kind == SpeakerKind::database);
    CHECK(read_text(text, InputFormat::misp).graph() == found.graph());
    CHECK(ids_of(read_text(R"({"values": []})").said) == Texts{"format-unknown"});
}

TEST_CASE("MISP: broken values are reported at their place, the others are read", "[read][misp]") {
    const auto reading = read_misp({{"x", R"({"type": "threat-actor", "name": "N", "values": [
1,
{"value": 2},
{"uuid": "u"},
{"value": ""},
{"value": "B"}]})"}});
    CHECK(ids_of(reading.said) ==
          Texts{"json-type", "json-type", "property-missing", "value-empty"});
    CHECK(reading.said.at(0) == "x:2:1: error: a value is a number; give an object [json-type]");
    REQUIRE(reading.graph.entities().size() == 1);
    // Without a uuid the same value always gets the same id.
    CHECK(reading.graph.entities()[0].id == "threat-actor--" + uuid5("misp:threat-actor:B"));
    for (const char* text : {R"([])", R"({"values": [{"value": "A"}]})",
                             R"({"type": 1, "values": []})", R"({"type": "A b", "values": []})",
                             R"({"type": "", "values": []})", R"({"type": "a", "values": {}})"}) {
        INFO(text);
        const auto broken = read_misp({{"x", text}});
        CHECK(broken.said.size() == 1);
        CHECK(broken.graph.entities().empty());
    }
}

TEST_CASE("MISP: the type of a cluster says what its values are", "[read][misp]") {
    const std::vector<std::pair<std::string, std::string>> types{
        {"threat-actor", "threat-actor"},
        {"microsoft-activity-group", "threat-actor"},
        {"360net-threat-actor", "threat-actor"},
        {"mitre-intrusion-set", "intrusion-set"},
        {"mitre-enterprise-attack-malware", "malware"},
        {"mitre-course-of-action", "course-of-action"},
        {"mitre-data-source", "x-mitre-data-source"},
        {"mitre-d3fend", "mitre-d3fend"},
        {"sector", "identity"},
        {"producer", "identity"},
        {"region", "location"},
        {"ransomware", "ransomware"}};
    for (const auto& [type, entity_type] : types) {
        INFO(type);
        const auto reading = read_misp({{"x", cluster(type, value('1', R"("value": "A")"))}});
        REQUIRE(reading.graph.entities().size() == 1);
        CHECK(reading.graph.entities()[0].id == entity_type + "--" + uuid('1'));
        CHECK(reading.graph.entities()[0].type == entity_type);
    }
}

TEST_CASE("MISP: names say who gave them", "[read][misp]") {
    const std::string producers =
        cluster("producer", value('8', R"("value": "Vend", "meta": {"synonyms": ["Vend Inc."]})") +
                                ", " + value('9', R"("value": "Other")"));
    const std::string actors = cluster(
        "threat-actor",
        value('1', R"("value": "A", "meta": {"synonyms": ["plain", " a:b ", "both", "A"],
            "name-attribution": ["a:b:)" +
                       uuid('8') + R"(", "both:)" + uuid('8') + R"(", "both:)" + uuid('9') +
                       R"(", "A:)" + uuid('9') + R"(", "unlisted:)" + uuid('9') + R"(", "no uuid"],
            "origin:plain": "vend inc.", "origin:new": "Nobody", "origin:both": "Vend"})"));
    // In any order of the files.
    for (const bool first : {false, true}) {
        const std::pair<std::string, std::string> p{"p", producers}, a{"a", actors};
        const auto reading = first ? read_misp({p, a}) : read_misp({a, p});
        CHECK(reading.said.empty());
        CHECK(reading.names(one) == Texts{"A by Other", "a:b by Vend", "both by Vend",
                                          "both by Other", "new by Nobody", "plain by Vend",
                                          "unlisted by Other"});
        CHECK(reading.findings.count("uninterpreted-value") == 1);
        for (const Name& name : reading.entity(one).names) {
            const auto claims = reading.graph.claims(name.claims);
            REQUIRE(claims.size() == 1);
            CHECK(reading.graph[claims[0].by].id == "misp-galaxy");
            CHECK(reading.graph[*claims[0].source].id == "misp-galaxy:threat-actor");
            if (name.name == "plain") CHECK(claims[0].locator == "meta.origin, meta.synonyms");
            if (name.name == "unlisted") CHECK(claims[0].locator == "meta.name-attribution");
        }
        const Speaker& vend = reading.graph[*reading.graph.find_speaker("identity--" + uuid('8'))];
        CHECK(reading.graph[vend.entity.value()].name == "Vend");
        // Only the list with the entry that is no attribution is kept.
        CHECK(kept(reading).find("no uuid") != std::string::npos);
        CHECK(kept(reading).find("synonyms") == std::string::npos);
    }
}

TEST_CASE("MISP: where an actor comes from, and how sure that is", "[read][misp]") {
    const auto reading = read_meta(R"("country": "CN", "attribution-confidence": "50",
        "cfr-suspected-state-sponsor": "People's Republic of China")");
    CHECK(reading.relations() == Texts{"A attributed-to China (state)", "A originates-from China",
                                       "China (state) located-at China"});
    CHECK(reading.findings.entries().empty());
    CHECK(kept(reading) == R"({"uuid":")" + uuid('1') + R"(","value":"A"})");
    for (const Relation& relation : reading.graph.relations()) {
        const auto claims = reading.graph.claims(relation.claims);
        REQUIRE(claims.size() == 1);
        CHECK(claims[0].confidence.has_value() == (relation.type != "located-at"));
        if (claims[0].confidence) CHECK(*claims[0].confidence == confidence_number(50));
        if (relation.type == "attributed-to") {
            CHECK(claims[0].excerpt == "People's Republic of China");
            CHECK(claims[0].locator == "meta.cfr-suspected-state-sponsor");
        }
    }
    const Entity& state = reading.entity("threat-actor--" + uuid5("sponsor:CN"));
    CHECK(state.has_role("sponsor"));
    CHECK(reading.entity("location--" + uuid5("country:CN")).country == "CN");
}

TEST_CASE("MISP: what is no country stays what it is, and is counted", "[read][misp]") {
    const auto reading = read_meta(R"("country": "mideast", "cfr-suspected-state-sponsor":
        ["Hezbollah", "Unknown"], "cfr-suspected-victims": ["Lebonon", "Global", "the Philippines"],
        "suspected-victims": "Bank of A")");
    CHECK(reading.findings.count("unresolved-country") == 5);
    CHECK(reading.findings.count("uninterpreted-value") == 1);
    CHECK(reading.relations() == Texts{"A attributed-to Hezbollah", "A originates-from mideast",
                                       "A targets Bank of A", "A targets Global",
                                       "A targets Lebonon", "A targets Philippines"});
    CHECK(reading.entity("identity--" + uuid5("victim:lebonon")).type == "identity");
    CHECK(kept(reading).find(R"("meta":{"cfr-suspected-state-sponsor":["Hezbollah","Unknown"]})") !=
          std::string::npos);
}

TEST_CASE("MISP: values without a meaning are kept", "[read][misp]") {
    for (const char* meta :
         {R"("country": "")", R"("country": 7)", R"("country": {"a": [1]})", R"("country": null)",
          R"("country": [["CN"]])", R"("synonyms": [1])", R"("synonyms": true)",
          R"("name-attribution": ["X"])", R"("origin:": "V")", R"("origin:X": 1)",
          R"("cfr-suspected-victims": [{}])", R"("targeted-sector": [" "])",
          R"("attribution-confidence": "101")", R"("attribution-confidence": "-1")",
          R"("attribution-confidence": "high")", R"("attribution-confidence": 1.5)"}) {
        INFO(meta);
        const auto reading = read_meta(meta);
        CHECK(reading.said.empty());
        CHECK(reading.findings.count("uninterpreted-value") == 1);
        CHECK(reading.graph.relations().empty());
        std::string compact(meta);
        compact.erase(compact.find("\": ") + 2, 1);
        compact.erase(std::remove(compact.begin(), compact.end(), '\n'), compact.end());
        if (compact.find("[1]}") != std::string::npos) continue;  // its own blank
        CHECK(kept(reading).find(compact) != std::string::npos);
    }
    // One that nothing can carry is kept as well, and so is whatever nobody interprets.
    const auto reading = read_meta(R"("attribution-confidence": "50", "refs": ["u"], "x": {})");
    CHECK(reading.findings.entries().empty());
    CHECK(kept(reading).find(R"("meta":{"attribution-confidence":"50","refs":["u"],"x":{}})") !=
          std::string::npos);
}
