#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/edge_weights.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/links.hpp>
#include <actormap/study/severance.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// a - b - d and a - c - d, the first way said surely, the second by two unsure claims; x alone.
ActorGraph two_ways() {
    return read_text(R"({"actormap": 1, "speakers": [{"id": "s", "name": "S", "kind": "vendor"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
        {"id": "c", "type": "tool", "name": "C"}, {"id": "d", "type": "tool", "name": "D"},
        {"id": "x", "type": "tool", "name": "X"}],
      "relations": [
        {"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s", "confidence": 90}]},
        {"from": "b", "type": "related-to", "to": "d", "claims": [{"by": "s", "confidence": 80}]},
        {"from": "a", "type": "related-to", "to": "c", "claims": [{"by": "s", "confidence": 40}]},
        {"from": "c", "type": "related-to", "to": "d", "claims": [{"by": "s", "confidence": 30}]}]})");
}

std::vector<std::string> pairs(const ActorGraph& graph, const View& view, const Severance& cut) {
    std::vector<std::string> result;
    for (const ViewEdge* edge : cut.edges)
        result.push_back(graph[view.entities[edge->from]].id + graph[view.entities[edge->to]].id);
    return result;
}

}  // namespace

TEST_CASE("what severs two entities is the least there is", "[study]") {
    const ActorGraph graph = two_ways();
    const View view = apply(graph, {});
    const auto id = [&](const char* name) { return graph.find_entity(name).value(); };
    const Severance nearest = severing_edges(graph, view, id("a"), id("d"));
    CHECK(pairs(graph, view, nearest) == std::vector<std::string>{"ab", "ac"});
    CHECK(nearest.value == 2);
    const Strengths sure = edge_strengths(graph, view, {EdgeWeight::confidence});
    const Severance weakest = severing_edges(graph, view, id("a"), id("d"), sure);
    CHECK(pairs(graph, view, weakest) == std::vector<std::string>{"bd", "cd"});
    CHECK(std::abs(weakest.value - 1.1) < 1e-12);
    const Severance entities = severing_entities(graph, view, id("a"), id("d"));
    CHECK(entities.entities == std::vector<EntityId>{id("b"), id("c")});
    CHECK(entities.value == 2);
    CHECK(severing_edges(graph, view, id("a"), id("x")).edges.empty());
    CHECK(severing_edges(graph, view, id("a"), id("x")).value == 0);
    CHECK(error_of([&] {
              (void)severing_entities(graph, view, id("a"), id("b"));
          }).starts_with("measure-undefined: "));
    CHECK(error_of([&] {
              (void)severing_edges(graph, view, id("a"), id("a"));
          }).starts_with("measure-undefined: "));
    const View narrow = apply(graph, {.around = {"a"}, .hops = 0});
    CHECK(error_of([&] {
              (void)severing_edges(graph, narrow, id("a"), id("d"));
          }).starts_with("not-in-view: "));
}

// The certificate: a graph without what was named has no path left.
TEST_CASE("without what severs two entities of the record no path is left", "[study]") {
    const ActorGraph& graph = record();
    const View view = apply(graph, {});
    const EntityId from = find_by_name(graph, "fi-parliament"), to = find_by_name(graph, "cn");
    const Severance cut = severing_edges(graph, view, from, to);
    REQUIRE(!cut.edges.empty());
    std::vector<std::pair<Vertex, Vertex>> left;
    for (const ViewEdge& edge : view.edges) {
        if (std::find(cut.edges.begin(), cut.edges.end(), &edge) == cut.edges.end())
            left.emplace_back(edge.from, edge.to);
    }
    CHECK(left.size() + cut.edges.size() == view.edges.size());
    View without = view;
    without.network = Network(Direction::undirected, view.network.size(), left);
    CHECK(links(graph, without, from, to).empty());
    CHECK(!links(graph, view, from, to).empty());
}
