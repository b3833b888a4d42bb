#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/lookup.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

// A graph holds millions of these: what is longer was meant to be, and is in docs/performance.md.
static_assert(sizeof(Claim) <= 88);
static_assert(sizeof(Relation) <= 72);

}  // namespace

TEST_CASE("graph: relations of an entity, markings, places", "[model]") {
    const Reading reading = read_text(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"sources": [{"id": "p", "publisher": "s", "marking": "amber"}],
"entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool", "roles": ["z", "y", "z"]}, {"id": "c", "type": "tool"}],
"relations": [{"from": "b", "type": "uses", "to": "a"}, {"from": "a", "type": "uses", "to": "a"},
 {"from": "a", "type": "uses", "to": "b", "claims": [{"source": "p"}, {"by": "s", "marking": "green"}, {"source": "p", "marking": "red"}]}]})");
    const ActorGraph& graph = reading.graph();
    const auto of = [&](const char* id) {
        return graph.relations_of(*graph.find_entity(id)).size();
    };
    CHECK(of("a") == 3);
    CHECK(of("b") == 2);
    CHECK(of("c") == 0);
    CHECK_FALSE(graph.find_entity("d"));
    CHECK_FALSE(graph.find_entity(""));
    CHECK(graph.find_source("p"));
    const Relation& relation = graph.relations()[1];
    std::vector<Tlp> levels;
    for (const Claim& claim : graph.claims(relation.claims)) levels.push_back(graph.marking(claim));
    std::sort(levels.begin(), levels.end());
    CHECK(levels == std::vector<Tlp>{Tlp::green, Tlp::amber, Tlp::red});
    CHECK(to_string(graph.where(graph.entities()[1].place)) == "x:3:43");
    CHECK(to_string(graph.where({7, 1, 1})).empty());
    const Entity& b = graph.entities()[1];
    CHECK(b.roles == Strings{"y", "z"});
    CHECK(b.has_role("z"));
    CHECK_FALSE(b.has_role("x"));
}

TEST_CASE("lookup: an id, else a name, else a name in any case", "[model]") {
    const ActorGraph graph = read_text(R"({"actormap": 1, "entities": [
{"id": "apt31", "type": "intrusion-set", "name": "APT31", "names": [{"name": "ZIRCONIUM"}, {"name": "Judgment Panda"}]},
{"id": "other", "type": "intrusion-set", "name": "apt31"},
{"id": "one", "type": "tool", "name": "Straße"}, {"id": "two", "type": "tool", "name": "two words", "names": [{"name": "Zirconium"}]}]})")
                                 .graph();
    const auto found = [&](const char* text) { return graph[find_by_name(graph, text)].id; };
    const auto thrown = [&](const char* text) -> std::string {
        try {
            (void)find_by_name(graph, text);
        } catch (const Error& error) {
            return std::string(error.what()) + " [" + error.id() + ']';
        }
        return {};
    };
    CHECK(found("apt31") == "apt31");  // the id wins over the other's name
    CHECK(found("APT31") == "apt31");
    CHECK(found("ZIRCONIUM") == "apt31");
    CHECK(found("Zirconium") == "two");
    CHECK(found("STRASSE") == "one");
    CHECK(thrown("zirconium") ==
          "'zirconium' names 2 entities: 'apt31' (intrusion-set), 'two' "
          "(tool); give the id of one [name-ambiguous]");
    CHECK(thrown("Judgement Panda") ==
          "no entity is called 'Judgement Panda'; did you mean 'Judgment Panda'? [name-unknown]");
    CHECK(thrown("zzzzzz").find("[name-unknown]") != std::string::npos);
    CHECK(thrown("").find("[name-unknown]") != std::string::npos);
}

TEST_CASE("lookup: countries are a location's own, or claimed by a relation", "[model]") {
    const ActorGraph graph = read_text(R"({"actormap": 1, "entities": [
{"id": "fi", "type": "location", "country": "FI"}, {"id": "se", "type": "location", "country": "SE"},
{"id": "x", "type": "identity"}],
"relations": [{"from": "x", "type": "located-at", "to": "se"}, {"from": "x", "type": "located-at", "to": "fi"},
{"from": "x", "type": "originates-from", "to": "fi"}, {"from": "fi", "type": "located-at", "to": "x"},
{"from": "x", "type": "targets", "to": "se"}]})")
                                 .graph();
    const auto all = [](RelationId) { return true; };
    using Views = std::vector<std::string_view>;
    CHECK(countries_of(graph, *graph.find_entity("x"), all) == Views{"FI", "SE"});
    CHECK(countries_of(graph, *graph.find_entity("fi"), all) == Views{"FI"});
    CHECK(countries_of(graph, *graph.find_entity("x"), [&](RelationId r) {
              return graph[r].type == "originates-from";
          }) == Views{"FI"});
    CHECK(is_placing("located-at"));
    CHECK_FALSE(is_placing("targets"));
}

TEST_CASE("graph: equality sees every part", "[model]") {
    const std::string whole = R"({"actormap": 1, "title": "T", "as_of": "2026", "x_g": 1,
"speakers": [{"id": "s", "kind": "press"}], "sources": [{"id": "p", "publisher": "s"}],
"entities": [{"id": "a", "type": "tool"}],
"relations": [{"from": "a", "type": "uses", "to": "a", "claims": [{"by": "s", "source": "p"}]}]})";
    const ActorGraph graph = read_text(whole).result.graph;
    CHECK(read_inputs({{"elsewhere", "\n " + whole}}).graph() == graph);  // places don't count
    const std::vector<std::pair<std::string, std::string>> changes{
        {"\"T\"", "\"U\""},
        {"2026", "2027"},
        {"x_g\": 1", "x_g\": 2"},
        {"press", "vendor"},
        {"\"publisher\": \"s\"", "\"publisher\": \"s\", \"title\": \"t\""},
        {"\"tool\"", "\"malware\""},
        {"uses", "owns"},
        {"\"source\": \"p\"}", "\"source\": \"p\", \"note\": \"n\"}"}};
    for (const auto& [before, after] : changes) {
        std::string changed = whole;
        changed.replace(changed.find(before), before.size(), after);
        INFO(changed);
        const Reading reading = read_text(changed);
        CHECK(reading.said.empty());
        CHECK_FALSE(reading.graph() == graph);
    }
}
