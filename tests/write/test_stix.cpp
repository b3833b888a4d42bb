#include "support/catch.hpp"
#include "write/bundles.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/model/unite.hpp>
#include <actormap/model/uuid.hpp>

#include <regex>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

const std::string one_case = R"({ "actormap": 1, "title": "T", "as_of": "2026-08", "x_more": [1],
  "speakers": [
    { "id": "cn", "name": "Embassy", "kind": "government", "country": "CN" },
    { "id": "press", "name": "The Press", "kind": "press" },
    { "id": "supo", "name": "Supo", "kind": "government", "country": "FI" },
    { "id": "victim", "kind": "organisation", "entity": "parliament" } ],
  "sources": [
    { "id": "p1", "publisher": "press", "date": "2021-03-18", "title": "Said", "url": "https://a.example/ü|x", "reliability": "B" },
    { "id": "unused", "publisher": "press", "marking": "red" } ],
  "entities": [
    { "id": "apt31", "type": "intrusion-set", "name": "APT31", "description": "D",
      "names": [ { "name": "ZIRCONIUM", "by": "press", "since": "2017",
                   "claims": [ { "by": "press", "source": "p1", "stance": "asserts" } ] },
                 { "name": "APT31" }, { "name": "ZIRCONIUM", "by": "supo" } ] },
    { "id": "mss", "type": "threat-actor", "name": "MSS", "roles": ["sponsor"], "marking": "amber" },
    { "id": "parliament", "type": "identity", "name": "Parliament" } ],
  "relations": [
    { "from": "apt31", "type": "targets", "to": "parliament", "start": "2020", "stop": "2020", "description": "R",
      "claims": [
        { "by": "cn", "date": "2021-03-20", "stance": "denies", "excerpt": "no" },
        { "by": "supo", "source": "p1", "date": "2021-03-18", "stance": "asserts", "confidence": 80 },
        { "by": "victim", "date": "2021-03-19", "stance": "supports", "marking": "green" },
        { "by": "press", "date": "2021-03-21", "stance": "disputes", "note": "hm" } ] },
    { "from": "apt31", "type": "Works For!", "to": "mss", "claims": [ { "by": "cn", "stance": "denies" } ] } ],
  "judgements": [ { "entities": ["apt31", "zirconium"], "verdict": "same", "by": "supo" } ] })";

Bundle bundle_of(const std::string& native) {
    const Reading reading = read_text(native);
    for (const std::string& said : reading.said) FAIL(said);
    return Bundle(reading.graph());
}

}  // namespace

TEST_CASE("stix: ids are made of the records' own, and order and bytes are fixed", "[write]") {
    const Bundle bundle = bundle_of(one_case);
    CHECK(bundle.has("intrusion-set--" + uuid5("entity\x1f"
                                               "apt31")));
    CHECK(bundle.has("identity--" + uuid5("speaker\x1fsupo")));
    CHECK(bundle.has("report--" + uuid5("source\x1fp1")));
    CHECK_FALSE(bundle.has("identity--" + uuid5("speaker\x1fvictim")));  // its entity speaks
    std::vector<std::string> ids;
    for (const json& object : bundle.objects) ids.push_back(object["id"]);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    CHECK(bundle.text == bundle_of(one_case).text);
    CHECK(bundle.text.starts_with("{\n  \"type\": \"bundle\",\n  \"id\": \"bundle--"));
    CHECK(bundle.text.find("\n    {\n      \"type\": \"identity\",\n      \"spec_version\": "
                           "\"2.1\",\n      \"id\": ") != std::string::npos);
    CHECK(bundle.losses.empty());
}

TEST_CASE("stix: an empty graph is a bundle without objects", "[write]") {
    const Bundle bundle{ActorGraph()};
    CHECK(bundle.whole.size() == 2);
    CHECK(bundle.whole["type"] == "bundle");
}

TEST_CASE("stix: an entity gives what STIX has a place for", "[write]") {
    const Bundle bundle = bundle_of(one_case);
    const json group = bundle.named("intrusion-set", "APT31");
    CHECK(group["description"] == "D");
    CHECK(group["aliases"] == json({"APT31", "ZIRCONIUM"}));
    CHECK(group["created"] == "2021-03-18T00:00:00.000Z");  // of the claim about a name
    CHECK(carried(group) == std::vector<std::string>{"entity"});
    const json& native = group["extensions"][our_extension]["native"];
    CHECK(native["id"] == "apt31");
    CHECK(native["names"].size() == 3);
    const json sponsor = bundle.named("threat-actor", "MSS");
    CHECK(sponsor["roles"] == json({"sponsor"}));
    CHECK(sponsor["object_marking_refs"] ==
          json({"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"}));
    CHECK(bundle.has("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"));
    CHECK(carried(bundle.named("identity", "Parliament")) ==
          std::vector<std::string>{"entity", "speaker"});
}

TEST_CASE("stix: a relation gives its first claim, its sources and its time", "[write]") {
    const Bundle bundle = bundle_of(one_case);
    const auto relations = bundle.of("relationship");
    REQUIRE(relations.size() == 2);
    const auto at = std::find_if(relations.begin(), relations.end(), [](const json& relation) {
        return relation["relationship_type"] == "targets";
    });
    REQUIRE(at != relations.end());
    const json& hit = *at;
    CHECK(hit["source_ref"] == bundle.named("intrusion-set", "APT31")["id"]);
    CHECK(hit["target_ref"] == bundle.named("identity", "Parliament")["id"]);
    CHECK(hit["created_by_ref"] == bundle.named("identity", "Supo")["id"]);
    CHECK(hit["confidence"] == 80);
    CHECK(hit["start_time"] == "2020-01-01T00:00:00.000Z");
    CHECK(hit["stop_time"] == "2020-12-31T23:59:59.999Z");
    CHECK(hit["external_references"] == json::parse(R"([{"source_name": "The Press",
        "description": "Said", "url": "https://a.example/%C3%BC%7Cx"}])"));
    // One claim in it is green, so all that holds it is.
    CHECK(hit["object_marking_refs"] ==
          json({"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"}));
    const json& other = relations[at == relations.begin() ? 1 : 0];
    CHECK(other["relationship_type"] == "related-to");
    CHECK(other["confidence"] == 0);  // it is denied, and nobody says it
    CHECK_FALSE(other.contains("created_by_ref"));
}

TEST_CASE("stix: disputes, denials and support are opinions, sources are reports", "[write]") {
    const Bundle bundle = bundle_of(one_case);
    std::multiset<std::string> opinions;
    for (const json& opinion : bundle.of("opinion")) {
        opinions.insert(opinion["opinion"].get<std::string>() + ' ' +
                        opinion.value("explanation", ""));
        CHECK(opinion["object_refs"].size() == 1);
        CHECK(carried(opinion).empty());
        CHECK(opinion["extensions"].contains(our_extension));  // not read as an opinion again
    }
    CHECK(opinions == std::multiset<std::string>{"agree ", "disagree hm", "strongly-disagree ",
                                                 "strongly-disagree no"});
    const json report = bundle.named("report", "Said");
    CHECK(report["published"] == "2021-03-18T00:00:00.000Z");
    CHECK(report["created_by_ref"] == bundle.named("identity", "The Press")["id"]);
    CHECK(report["object_refs"].size() == 2);  // the relation, and the entity for its name
    CHECK(carried(report) == std::vector<std::string>{"source"});
    CHECK(bundle.named("report", "unused")["object_refs"] ==
          json::array({bundle.named("identity", "The Press")["id"]}));
}

TEST_CASE("stix: what is known of the graph stands with the extension's author", "[write]") {
    const Bundle bundle = bundle_of(one_case);
    const auto definitions = bundle.of("extension-definition");
    REQUIRE(definitions.size() == 1);
    CHECK_FALSE(definitions[0].contains("extensions"));  // STIX allows it none
    const json author = bundle.named("identity", "actormap");
    CHECK(definitions[0]["created_by_ref"] == author["id"]);
    CHECK(carried(author) == std::vector<std::string>{"graph", "judgement"});
    const json& facts = author["extensions"][our_extension]["records"][0]["native"];
    CHECK(facts == json::parse(R"({"title": "T", "as_of": "2026-08", "x_more": [1]})"));
}

TEST_CASE("stix: every type has what STIX requires of it", "[write]") {
    const char* types[] = {"artifact",
                           "attack-pattern",
                           "autonomous-system",
                           "bundle",
                           "campaign",
                           "course-of-action",
                           "directory",
                           "domain-name",
                           "email-addr",
                           "email-message",
                           "extension-definition",
                           "file",
                           "grouping",
                           "identity",
                           "incident",
                           "indicator",
                           "infrastructure",
                           "intrusion-set",
                           "ipv4-addr",
                           "ipv6-addr",
                           "language-content",
                           "location",
                           "mac-addr",
                           "malware",
                           "malware-analysis",
                           "marking-definition",
                           "mutex",
                           "network-traffic",
                           "note",
                           "observed-data",
                           "opinion",
                           "process",
                           "relationship",
                           "report",
                           "sighting",
                           "software",
                           "threat-actor",
                           "tool",
                           "url",
                           "user-account",
                           "vulnerability",
                           "windows-registry-key",
                           "x509-certificate",
                           "x-own",
                           "Odd type",
                           "a--b"};
    const std::map<std::string, std::vector<std::string>> required{
        {"attack-pattern", {"name"}},
        {"grouping", {"name", "context", "object_refs"}},
        {"indicator", {"pattern", "pattern_type", "valid_from"}},
        {"location", {"region"}},
        {"malware", {"name", "is_family"}},
        {"malware-analysis", {"product", "result"}},
        {"note", {"content", "object_refs"}},
        {"opinion", {"opinion", "object_refs"}},
        {"report", {"name", "published", "object_refs"}},
        {"directory", {"path"}},
        {"ipv4-addr", {"value"}},
        {"url", {"value"}},
        {"file", {"name"}},
        {"mutex", {"name"}},
        {"x-own", {"name", "created", "modified"}},
        {"x-actormap-object", {"name", "created"}}};
    std::string entities, relations;
    for (const char* type : types) {
        entities += (entities.empty() ? "" : ",") + std::string("{\"id\": \"") + type +
                    "\", \"type\": \"" + type + "\"}";
        relations += (relations.empty() ? "" : ",") + std::string("{\"from\": \"") + type +
                     "\", \"type\": \"uses\", \"to\": \"x-own\"}";
    }
    const Bundle bundle = bundle_of("{\"actormap\": 1, \"entities\": [" + entities +
                                    "], \"relations\": [" + relations + "]}");
    const std::regex id("[a-z0-9-]+--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    for (const json& object : bundle.objects) {
        INFO(object.dump(1));
        const auto type = object["type"].get<std::string>();
        CHECK(std::regex_match(object["id"].get<std::string>(), id));
        CHECK(object["id"].get<std::string>().starts_with(type + "--"));
        const auto needs = required.find(type);
        if (needs == required.end()) continue;
        for (const std::string& name : needs->second) CHECK(object.contains(name));
    }
    for (const char* type : {"artifact", "bundle", "network-traffic", "observed-data", "process"})
        CHECK(bundle.of(type).empty());  // a name does not make one
    CHECK(bundle.of("x-actormap-object").size() == 14);
}

TEST_CASE("stix: hostile graphs give whole bundles of valid ids", "[write][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    const Bundle bundle(graph);
    std::set<std::string> ids;
    for (const json& object : bundle.objects) {
        CHECK(ids.insert(object["id"]).second);
        CHECK(
            object["id"].get<std::string>().starts_with(object["type"].get<std::string>() + "--"));
    }
    for (const json& relation : bundle.of("relationship")) {
        CHECK(ids.contains(relation["source_ref"]));
        CHECK(ids.contains(relation["target_ref"]));
    }
    CHECK(bundle.losses.empty());
}
