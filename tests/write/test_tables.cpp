#include "read/reading.hpp"
#include "support/catch.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/write/claims.hpp>
#include <actormap/write/edges.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string claims_of(const ActorGraph& graph) {
    Losses losses;
    return write_claims(graph, losses);
}

std::string edges_of(const ActorGraph& graph) {
    Losses losses;
    return write_edges(graph, losses);
}

/// What a claims table can hold of a graph, worked out without writing one.
struct Held {
    std::set<std::string> rows;
    std::map<std::string, std::string> speakers;  // who speaks -> kind and country
    std::map<std::string, std::string> types;     // of the entities at relations

    bool operator==(const Held&) const = default;
};

Held held(const ActorGraph& graph) {
    Held result;
    for (const Relation& relation : graph.relations()) {
        const Entity &from = graph[relation.from], &to = graph[relation.to];
        result.types[from.id] = from.type;
        result.types[to.id] = to.type;
        for (const Claim& claim : graph.claims(relation.claims)) {
            const Speaker& by = graph[claim.by];
            result.speakers[by.id] = std::string(to_string(by.kind)) + by.country;
            const std::string address = claim.source ? graph[*claim.source].url : "";
            std::string row;
            for (const std::string& cell : std::initializer_list<std::string>{
                     from.id, relation.type.str(), to.id, to_string(relation.when.start),
                     to_string(relation.when.stop), std::string(to_string(claim.stance)), by.id,
                     to_string(claim.date),
                     claim.confidence ? to_string(*claim.confidence) : std::string(), address,
                     std::string(claim.source ? "in a source" : ""), claim.excerpt.str(),
                     claim.note.str()})
                row += cell + '\x1e';
            for (const Property& p : claim.properties) {
                const bool text = p.json.size() > 2 && p.json[0] == '"';
                const bool plain = !p.name.empty() && p.name.find('\n') == std::string::npos;
                if (text && plain) row.append(p.name).append(p.json);
            }
            result.rows.insert(row);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("claims table: a graph and its table say the same", "[write][property]") {
    const auto seed = GENERATE(range(0u, 1000u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    const std::string table = claims_of(graph);
    INFO(table);
    const Reading again = read_text(table, InputFormat::claims);
    for (const std::string& said : again.said) CHECK(said.find(": error: ") == std::string::npos);
    CHECK(held(again.graph()) == held(graph));
    CHECK(claims_of(again.graph()) == table);
    CHECK(detect_format(table) == InputFormat::claims);
}

TEST_CASE("claims table: cells are texts, whatever they look like", "[write]") {
    const Reading reading = read_text(
        R"({"actormap": 1,
            "speakers": [{"id": "-s", "kind": "press", "country": "FI"}, {"id": "p", "kind": "vendor"}],
            "sources": [{"id": "u", "publisher": "p", "title": "A, \"B\"\nC", "url": "http://u"}],
            "entities": [{"id": "=a", "type": "malware"}, {"id": "b", "type": "tool"}],
            "relations": [{"from": "=a", "type": "uses", "to": "b", "start": "2020", "claims": [
              {"by": "-s", "source": "u", "date": "2021-03", "stance": "denies",
               "confidence": {"words": "+1", "low": 2, "high": 3}, "note": "'=", "x_a": "@"},
              {"by": "p", "confidence": 55}]}]})");
    CHECK(reading.said.empty());
    CHECK(claims_of(reading.graph()) ==
          "from,from_type,relation,to,to_type,start,stop,stance,by,by_kind,by_country,date,"
          "confidence,publisher,title,url,excerpt,note,\"x_a\"\n"
          "\"'=a\",\"malware\",\"uses\",\"b\",\"tool\",\"2020\",,\"asserts\",\"p\",\"vendor\",,,"
          "55,,,,,,\n"
          "\"'=a\",\"malware\",\"uses\",\"b\",\"tool\",\"2020\",,\"denies\",\"'-s\",\"press\","
          "\"FI\",\"2021-03\",\"'+1 (2-3)\",\"p\",\"A, \"\"B\"\"\nC\",\"http://u\",,\"''=\","
          "\"'@\"\n");
}

TEST_CASE("claims table: a confidence keeps its words and its range", "[write]") {
    const std::string confidence =
        GENERATE(values<std::string>({R"("high")", R"({"words": "high", "low": 60, "high": 100})",
                                      R"({"words": "high", "low": 70, "high": 99})",
                                      R"x({"words": "(1-2)", "low": 3, "high": 4})x",
                                      R"({"words": "a (b", "low": 0, "high": 0})", "0", "100"}));
    INFO(confidence);
    const Reading reading = read_text(
        R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
            "entities": [{"id": "a", "type": "tool"}],
            "relations": [{"from": "a", "type": "uses", "to": "a", "claims": [
              {"by": "s", "confidence": )" +
        confidence + "}]}]}");
    REQUIRE(reading.said.empty());
    Losses losses;
    const Reading again = read_text(write_claims(reading.graph(), losses));
    CHECK(losses.empty());
    CHECK(again.graph() == reading.graph());
}

TEST_CASE("tables: what they cannot hold is counted", "[write]") {
    const Reading reading = read_text(
        R"({"actormap": 1, "title": "T", "as_of": "2026", "x_g": 1,
            "speakers": [{"id": "s", "name": "S", "kind": "press", "entity": "a", "x_s": 1},
                         {"id": "t", "kind": "press"}],
            "sources": [{"id": "p", "publisher": "s", "date": "2021", "title": "P", "url": "http://p",
                         "archive_url": "http://q", "reliability": "B", "marking": "red", "x_p": 1},
                        {"id": "p2", "publisher": "s", "title": "other", "url": "http://p"},
                        {"id": "p3", "publisher": "s"}],
            "entities": [{"id": "a", "type": "tool", "name": "A", "description": "D", "roles": ["x", "y"],
                          "country": "FI", "marking": "red", "x_e": 1,
                          "names": [{"name": "B", "claims": [{"by": "s"}]}]},
                         {"id": "b", "type": "identity"}, {"id": "c", "type": "identity"}],
            "relations": [{"from": "a", "type": "uses", "to": "b", "id": "r", "description": "D",
                           "marking": "red", "x_r": 1, "claims": [
              {"source": "p", "id": "c1", "locator": "l", "marking": "red", "x_c": 1, "url": "u",
               "confidence": {"words": "w", "low": 1, "high": 2, "scale": "phia"}},
              {"source": "p2", "cites": "c1"},
              {"by": "s", "date": "2020"}, {"by": "s", "date": "2020", "locator": "m"}]}]})");
    CHECK(reading.said.empty());
    Losses claims;
    (void)write_claims(reading.graph(), claims);
    CHECK(lines(claims) ==
          std::vector<std::string>{"archive addresses of sources: 1",
                                   "as-of dates: 1",
                                   "citations between claims: 1",
                                   "claims about names: 1",
                                   "claims that differ in nothing the table holds: 1",
                                   "countries of locations: 1",
                                   "dates of sources: 1",
                                   "descriptions of entities: 1",
                                   "descriptions of relations: 1",
                                   "entities of speakers: 1",
                                   "entities without relations: 1",
                                   "ids of claims: 1",
                                   "ids of relations: 1",
                                   "ids of sources: 2",
                                   "labels of entities: 1",
                                   "labels of speakers: 1",
                                   "locators of claims: 2",
                                   "markings of claims: 1",
                                   "markings of entities: 1",
                                   "markings of relations: 1",
                                   "markings of sources: 1",
                                   "names of entities: 1",
                                   "properties of claims: 2",
                                   "properties of entities: 1",
                                   "properties of relations: 1",
                                   "properties of sources: 1",
                                   "properties of speakers: 1",
                                   "properties of the graph: 1",
                                   "reliabilities of sources: 1",
                                   "roles of entities: 2",
                                   "scales of confidence words: 1",
                                   "sources that share an address or title with another: 1",
                                   "sources without claims: 1",
                                   "speakers without claims: 1",
                                   "titles: 1"});
    Losses edges;
    (void)write_edges(reading.graph(), edges);
    CHECK(lines(edges) ==
          std::vector<std::string>{
              "as-of dates: 1", "claims, of which the number is kept: 5",
              "countries of locations: 1", "descriptions of entities: 1",
              "descriptions of relations: 1", "entities without relations: 1",
              "ids of relations: 1", "labels of entities: 1", "markings of entities: 1",
              "markings of relations: 1", "names of entities: 1", "properties of entities: 1",
              "properties of relations: 1", "properties of the graph: 1", "roles of entities: 2",
              "sources: 3", "speakers: 2", "titles: 1", "types of entities: 1"});
    Losses none;
    (void)write_claims(ActorGraph(), none);
    (void)write_edges(ActorGraph(), none);
    CHECK(none.empty());
}

TEST_CASE("edge table: one row for each relation", "[write]") {
    const Reading reading = read_text(
        R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
            "entities": [{"id": "=a", "type": "tool"}, {"id": "b", "type": "identity"}],
            "relations": [
              {"from": "=a", "type": "uses", "to": "b", "start": "2020", "stop": "2021-03", "claims": [
                {"by": "s", "confidence": 30}, {"by": "s", "confidence": "high"},
                {"by": "s", "stance": "denies", "confidence": 99}, {"by": "s"}]},
              {"from": "b", "type": "uses", "to": "=a", "claims": [
                {"by": "s", "stance": "disputes", "confidence": 99}]},
              {"from": "b", "type": "uses", "to": "b", "claims": [{"by": "s", "confidence": 0}]}]})");
    CHECK(edges_of(reading.graph()) ==
          "source,target,type,start,stop,claims,confidence\n"
          "\"'=a\",\"b\",\"uses\",\"2020\",\"2021-03\",4,85\n"
          "\"b\",\"'=a\",\"uses\",,,1,\n"
          "\"b\",\"b\",\"uses\",,,1,0\n");
}

TEST_CASE("edge table: relations survive being written", "[write][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    const std::string table = edges_of(graph);
    INFO(table);
    const Reading again = read_text(table);
    for (const std::string& said : again.said) CHECK(said.find(": error: ") == std::string::npos);
    const auto keys = [](const ActorGraph& of) {
        std::set<std::string> list;
        for (const Relation& r : of.relations())
            list.insert(of[r.from].id + '\x1e' + r.type + '\x1e' + of[r.to].id + '\x1e' +
                        to_string(r.when.start) + '\x1e' + to_string(r.when.stop));
        return list;
    };
    CHECK(keys(again.graph()) == keys(graph));
}
