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

std::string property(const std::string& text) {
    return json_string(text);
}

/// A graph as a reader of STIX makes it of an actor, an identity and a relationship between them.
struct FromStix {
    const std::string actor = "intrusion-set--da1065ce-972c-4605-8755-9cd1074e3b5a";
    const std::string maker = "identity--987eeee1-413a-44ac-96cc-0a8acdcc2f2c";
    const std::string link = "relationship--57b56a43-b8b0-4cba-9deb-34e3e1faed9e";
    std::vector<EntityDraft> entities;
    RelationDraft relation;
    SpeakerDraft speaker;
    std::vector<SourceDraft> sources;

    FromStix() {
        EntityDraft group;
        group.entity.id = actor;
        group.entity.type = "intrusion-set";
        group.entity.name = "APT1";
        common(group.entity.properties);
        NameDraft name;
        name.name.name = "Comment Panda";
        name.by = {maker, {}};
        group.names.push_back(name);
        EntityDraft identity;
        identity.entity.id = maker;
        identity.entity.type = "identity";
        identity.entity.name = "MITRE";
        identity.entity.roles = {"a", "b"};
        common(identity.entity.properties);
        entities = {group, identity};
        relation.relation.id = link;
        relation.relation.type = "related-to";
        relation.from = {actor, {}};
        relation.to = {maker, {}};
        common(relation.relation.properties);
        relation.claims.push_back(claim());
        speaker.speaker.id = maker;
        speaker.speaker.name = "MITRE";
        speaker.kind_assumed = true;
        speaker.entity = {maker, {}};
    }

    void common(Properties& properties) const {
        set_property(properties, {"created", property("2015-05-15T09:12:16.432678Z")});
        set_property(properties, {"modified", property("2015-05-15T09:12:16.4Z")});
        set_property(properties, {"created_by_ref", property(maker)});
    }
    [[nodiscard]] ClaimDraft claim() const {
        ClaimDraft draft;
        draft.by = {maker, {}};
        draft.claim.date = *PartialDate::parse("2015-05-15");
        return draft;
    }
    [[nodiscard]] ActorGraph graph() const {
        Diagnostics diagnostics;
        GraphBuilder builder(diagnostics);
        builder.begin({"x", "stix", false});
        for (const EntityDraft& draft : entities) builder.add(draft);
        builder.add(relation);
        builder.add(speaker);
        for (const SourceDraft& draft : sources) builder.add(draft);
        ActorGraph graph = builder.build();
        REQUIRE(diagnostics.all().empty());
        return graph;
    }
};

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
          json({bundle.named("identity", "The Press")["id"]}));
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

TEST_CASE("stix: what came from STIX and says all needs no extension", "[write]") {
    const FromStix given;
    const Bundle bundle(given.graph());
    CHECK_FALSE(bundle.extended());
    REQUIRE(bundle.objects.size() == 3);
    const json group = bundle.of("intrusion-set")[0];
    CHECK(group == json({{"type", "intrusion-set"},
                         {"spec_version", "2.1"},
                         {"id", given.actor},
                         {"created_by_ref", given.maker},
                         {"name", "APT1"},
                         {"created", "2015-05-15T09:12:16.432678Z"},
                         {"modified", "2015-05-15T09:12:16.4Z"},
                         {"aliases", json({"Comment Panda"})}}));
    CHECK(bundle.of("relationship")[0]["target_ref"] == given.maker);
}

TEST_CASE("stix: what the object does not say goes into the extension", "[write]") {
    FromStix given;
    SECTION("another's name") {
        given.entities[0].names[0].by = {};
        CHECK(carried(Bundle(given.graph()).of("intrusion-set")[0]) ==
              std::vector<std::string>{"entity"});
    }
    SECTION("since when a name is used") {
        given.entities[0].names[0].name.since = *PartialDate::parse("2020");
        CHECK(carried(Bundle(given.graph()).of("intrusion-set")[0]).size() == 1);
    }
    SECTION("a marking that no definition gives") {
        given.entities[0].entity.marking = Tlp::amber;
        const Bundle bundle(given.graph());
        CHECK(carried(bundle.of("intrusion-set")[0]).size() == 1);
        CHECK(bundle.of("intrusion-set")[0].contains("object_marking_refs"));
    }
    SECTION("another day") {
        given.relation.claims[0].claim.date = *PartialDate::parse("2015-05-16");
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a second claim") {
        given.relation.claims.push_back(given.claim());
        given.relation.claims[1].claim.stance = Stance::denies;
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a note") {
        given.relation.claims[0].claim.note = "n";
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a confidence") {
        given.relation.claims[0].claim.confidence = confidence_number(50);
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
        set_property(given.relation.relation.properties, {"confidence", "50"});
        CHECK_FALSE(Bundle(given.graph()).extended());
    }
    SECTION("a time") {
        given.relation.relation.when.start = *PartialDate::parse("2020-01-02");
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
        set_property(given.relation.relation.properties,
                     {"start_time", property("2020-01-02T03:04:05Z")});
        CHECK_FALSE(Bundle(given.graph()).extended());
    }
    SECTION("a speaker's country") {
        given.speaker.speaker.country = "US";
        const Bundle bundle(given.graph());
        // Beside the object, so that this one stays as it came.
        const auto identities = bundle.of("identity");
        REQUIRE(identities.size() == 3);  // and the extension's author
        for (const json& identity : identities) {
            const bool beside = identity["id"] == "identity--" + uuid5("speaker\x1f" + given.maker);
            CHECK(carried(identity) ==
                  (beside ? std::vector<std::string>{"speaker"} : std::vector<std::string>{}));
        }
    }
    SECTION("a name that a reader would keep differently") {
        set_property(given.relation.relation.properties, {"x_stix_odd", "1"});
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
}

TEST_CASE("stix: references explain claims, sources and their publishers", "[write]") {
    FromStix given;
    set_property(given.relation.relation.properties,
                 {"external_references", R"([{"source_name":"S","url":"https://www.A.example/1",)"
                                         R"("description":"D"},{"source_name":"capec"}])"});
    SpeakerDraft host;
    SourceDraft source;
    source.source.id = source.source.url = "https://www.A.example/1";
    source.source.title = "D";
    source.publisher = {"a.example", {}};
    given.relation.claims[0].source = {source.source.id, {}};
    given.sources = {source};
    const auto with_host = [&] {
        Diagnostics diagnostics;
        GraphBuilder builder(diagnostics);
        builder.begin({"x", "stix", false});
        for (const EntityDraft& draft : given.entities) builder.add(draft);
        builder.add(given.relation);
        builder.add(given.speaker);
        builder.add(given.sources[0]);
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = "a.example";
        draft.kind_assumed = true;
        builder.add(draft);
        return builder.build();
    };
    CHECK_FALSE(Bundle(with_host()).extended());
    given.sources[0].source.reliability = 'A';
    const Bundle bundle(with_host());
    CHECK(carried(bundle.named("report", "D")) == std::vector<std::string>{"source"});
    // Else its reference would make the source again, without what is known of it.
    CHECK(carried(bundle.of("relationship")[0]) == std::vector<std::string>{"relation"});
    CHECK(bundle.named("report", "D")["created_by_ref"] ==
          bundle.named("identity", "a.example")["id"]);
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
