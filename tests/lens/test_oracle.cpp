#include "lens/build.hpp"
#include "lens/oracle.hpp"
#include "lens/random_case.hpp"
#include "support/catch.hpp"

#include <actormap/lens/view.hpp>

// The lens against its definition, on random graphs and lenses.

namespace actormap {
namespace {

using lens_oracle::Answer;

/// The library's selection in the oracle's words.
Answer selected(const ActorGraph& graph, const Lens& lens) {
    Answer a;
    const Selection selection = select(graph, lens);
    for (std::size_t c = 0; c < graph.claims().size(); ++c) {
        const std::string id = graph.claims()[c].note.str();
        if (selection.claims[c] == ClaimState::visible) a.visible.insert(id);
        if (selection.claims[c] == ClaimState::withdrawn) a.withdrawn.insert(id);
    }
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const std::string id = graph.relations()[r].id.str();
        if (selection.relations[r] == RelationState::holds) a.holding.insert(id);
        if (selection.relations[r] == RelationState::disputed) a.disputed.insert(id);
        if (selection.relations[r] == RelationState::unclaimed) a.unclaimed.insert(id);
    }
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const Entity& entity = graph.entities()[e];
        if (selection.entities[e] == 0) continue;
        a.admitted.insert(entity.id);
        for (const Name& name : entity.names) {
            if (in_use(graph, lens, selection, name))
                a.names_in_use.insert(entity.id + '/' + name.name);
        }
    }
    a.undated_claims = static_cast<int>(selection.counts.undated_claims);
    a.undated_relations = static_cast<int>(selection.counts.undated_relations);
    a.withheld_entities = static_cast<int>(selection.counts.withheld_entities);
    a.withheld_relations = static_cast<int>(selection.counts.withheld_relations);
    a.withheld_claims = static_cast<int>(selection.counts.withheld_claims);
    return a;
}

/// The library's view in the oracle's words.
Answer viewed(const ActorGraph& graph, const View& view) {
    Answer a;
    const auto id = [&](Vertex v) { return graph[view.entities[v]].id; };
    for (Vertex v = 0; v < view.entities.size(); ++v) a.vertices.insert(id(v));
    for (const ViewEdge& edge : view.edges) {
        lens_oracle::Edge& it = a.edges[{id(edge.from), id(edge.to)}];
        for (const RelationId r : edge.relations) it.relations.insert(graph[r].id.str());
        if (edge.confidence) it.confidence = *edge.confidence;
        it.disputed = edge.disputed;
        it.hypothesis = edge.hypothesis;
        it.marking = static_cast<int>(edge.marking);
    }
    for (const RollUpCount& count : view.roll_ups)
        a.roll_ups.emplace_back(static_cast<int>(count.moved), static_cast<int>(count.stayed));
    a.loops = static_cast<int>(view.loops);
    a.parallel = static_cast<int>(view.parallel);
    a.marking = static_cast<int>(view.marking);
    return a;
}

std::string text(const Answer& a) {
    std::string result = "edges:";
    for (const auto& [ends, edge] : a.edges) {
        result += ' ' + ends.first + '-' + ends.second + '(';
        for (const std::string& r : edge.relations) result += r + ' ';
        result += (edge.confidence ? std::to_string(*edge.confidence) : "-") + " disputed " +
                  std::to_string(edge.disputed) + " hypothesis " + std::to_string(edge.hypothesis) +
                  " marking " + std::to_string(edge.marking) + ')';
    }
    return result;
}

}  // namespace

TEST_CASE("a lens lets through what its definition says", "[lens][property]") {
    const auto seed = GENERATE(range(0u, 2500u));
    const test::RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    REQUIRE(diagnostics.all().empty());

    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        const bool directed = direction == Direction::directed;
        const Answer expected = lens_oracle::answer(random.graph, random.lens, directed);
        const View view = apply(graph, random.lens, direction);
        const Answer network = viewed(graph, view);
        INFO("expected " << text(expected) << "\nfound " << text(network));
        CHECK(network.vertices == expected.vertices);
        CHECK(network.edges == expected.edges);
        CHECK(network.roll_ups == expected.roll_ups);
        CHECK(network.loops == expected.loops);
        CHECK(network.parallel == expected.parallel);
        CHECK(network.marking == expected.marking);
        if (directed) continue;

        const Answer selection = selected(graph, random.lens);
        CHECK(selection.visible == expected.visible);
        CHECK(selection.withdrawn == expected.withdrawn);
        CHECK(selection.holding == expected.holding);
        CHECK(selection.disputed == expected.disputed);
        CHECK(selection.unclaimed == expected.unclaimed);
        CHECK(selection.admitted == expected.admitted);
        CHECK(selection.names_in_use == expected.names_in_use);
        CHECK(selection.undated_claims == expected.undated_claims);
        CHECK(selection.undated_relations == expected.undated_relations);
        CHECK(selection.withheld_entities == expected.withheld_entities);
        CHECK(selection.withheld_relations == expected.withheld_relations);
        CHECK(selection.withheld_claims == expected.withheld_claims);
    }
}

}  // namespace actormap
