#include "lens/build.hpp"
#include "lens/oracle.hpp"
#include "lens/random_case.hpp"
#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/view.hpp>

// Claims that are set aside: as if `without` named them, or as if nobody had made them.

namespace actormap {
namespace {

template <typename Drops>
std::vector<std::uint8_t> marks(const ActorGraph& graph, const Drops& drops) {
    std::vector<std::uint8_t> set_aside;
    for (const Claim& claim : graph.claims()) set_aside.push_back(drops(claim) ? 1 : 0);
    return set_aside;
}

void check_same(const View& a, const View& b) {
    CHECK(a.network == b.network);
    CHECK(a.entities == b.entities);
    REQUIRE(a.edges.size() == b.edges.size());
    for (std::size_t e = 0; e < a.edges.size(); ++e) {
        CHECK(a.edges[e].relations == b.edges[e].relations);
        CHECK(a.edges[e].confidence == b.edges[e].confidence);
        CHECK(a.edges[e].disputed == b.edges[e].disputed);
        CHECK(a.edges[e].hypothesis == b.edges[e].hypothesis);
        CHECK(a.edges[e].marking == b.edges[e].marking);
    }
    CHECK(a.selection.claims == b.selection.claims);
    CHECK(a.selection.relations == b.selection.relations);
    CHECK(a.selection.entities == b.selection.entities);
    CHECK(a.selection.counts.undated_claims == b.selection.counts.undated_claims);
    CHECK(a.selection.counts.undated_relations == b.selection.counts.undated_relations);
    CHECK(a.selection.counts.withheld_claims == b.selection.counts.withheld_claims);
    CHECK(a.loops == b.loops);
    CHECK(a.parallel == b.parallel);
    CHECK(a.marking == b.marking);
}

/// The notebook without the claims that `drops` names by their ids.
template <typename Drops>
test::PlainGraph reduced(test::PlainGraph graph, const Drops& drops) {
    const auto reduce = [&](std::vector<test::PlainClaim>& claims) {
        std::erase_if(claims, [&](const test::PlainClaim& claim) { return drops(claim.id); });
    };
    for (auto& [id, relation] : graph.relations) reduce(relation.claims);
    for (auto& [id, entity] : graph.entities) {
        for (test::PlainName& name : entity.names) reduce(name.claims);
    }
    return graph;
}

}  // namespace

TEST_CASE("a claim that is set aside is as one that nobody made", "[lens][property]") {
    const auto seed = GENERATE(range(0u, 1200u));
    const test::RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const auto drops = [&](const std::string& id) {
        const auto number = static_cast<std::uint32_t>(std::stoul(id.substr(1)));
        return ((number * 2654435761U + seed * 40503U) >> 7U) % 4 == 0;
    };
    const auto set_aside =
        marks(graph, [&](const Claim& claim) { return drops(claim.note.str()); });
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        const auto expected = lens_oracle::answer(reduced(random.graph, drops), random.lens,
                                                  direction == Direction::directed);
        const View view = apply(graph, random.lens, direction, set_aside);
        lens_oracle::Names vertices, visible, withdrawn, existing;
        for (const EntityId id : view.entities) vertices.insert(graph[id].id);
        for (std::size_t c = 0; c < graph.claims().size(); ++c) {
            const std::string id = graph.claims()[c].note.str();
            if (view.selection.claims[c] == ClaimState::visible) visible.insert(id);
            if (view.selection.claims[c] == ClaimState::withdrawn) withdrawn.insert(id);
        }
        for (std::size_t r = 0; r < graph.relations().size(); ++r) {
            if (exists(view.selection.relations[r])) existing.insert(graph.relations()[r].id.str());
        }
        lens_oracle::Names holding = expected.holding;
        holding.insert(expected.disputed.begin(), expected.disputed.end());
        CHECK(vertices == expected.vertices);
        CHECK(visible == expected.visible);
        CHECK(withdrawn == expected.withdrawn);
        CHECK(existing == holding);
        CHECK(static_cast<int>(view.marking) == expected.marking);
        REQUIRE(view.edges.size() == expected.edges.size());
        for (const ViewEdge& edge : view.edges) {
            const auto& other = expected.edges.at(
                {graph[view.entities[edge.from]].id, graph[view.entities[edge.to]].id});
            lens_oracle::Names relations;
            for (const RelationId r : edge.relations) relations.insert(graph[r].id.str());
            CHECK(relations == other.relations);
            CHECK(edge.disputed == other.disputed);
            CHECK(edge.hypothesis == other.hypothesis);
        }
    }
}

TEST_CASE("setting aside what a source or speaker says is `without` it", "[lens][property]") {
    const auto seed = GENERATE(range(0u, 600u));
    const test::RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    Lens without = random.lens;
    without.without.emplace_back();
    // No speaker has the id or name of a source, and no speaker the id of another as its name.
    for (std::size_t s = 0; s < graph.sources().size(); ++s) {
        without.without.back() = graph.sources()[s].id;
        const auto set_aside = marks(
            graph, [&](const Claim& claim) { return claim.source && index(*claim.source) == s; });
        check_same(apply(graph, random.lens, Direction::directed, set_aside),
                   apply(graph, without, Direction::directed));
    }
    for (std::size_t s = 0; s < graph.speakers().size(); ++s) {
        without.without.back() = graph.speakers()[s].id;
        const auto set_aside =
            marks(graph, [&](const Claim& claim) { return index(claim.by) == s; });
        check_same(apply(graph, random.lens, Direction::undirected, set_aside),
                   apply(graph, without, Direction::undirected));
    }
}

TEST_CASE("there is a mark for each claim, or none", "[lens]") {
    const ActorGraph& graph = test::record();
    const std::vector<std::uint8_t> none(graph.claims().size(), 0), short_one(3, 0);
    check_same(apply(graph, {}, Direction::undirected, none), apply(graph, {}));
    CHECK(test::error_of([&] {
              (void)select(graph, {}, short_one);
          }).starts_with("option-range: there are 3 marks for "));
}

}  // namespace actormap
