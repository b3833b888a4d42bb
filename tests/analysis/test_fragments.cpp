#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/components.hpp>
#include <actormap/analysis/fragments.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The edges of a network but those that `dropped` names.
template <class Dropped>
Network without(const Network& network, const Dropped& dropped) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            if (v < w && !dropped(v, w)) edges.emplace_back(v, w);
        }
    }
    return Network(Direction::undirected, network.size(), edges);
}

std::size_t size_of_component(const Components& parts, Vertex v) {
    return static_cast<std::size_t>(std::count(parts.of.begin(), parts.of.end(), parts.of[v]));
}

/// From the definition: take the vertex out and count the components of its neighbours.
std::vector<std::size_t> pieces_without(const Network& network, Vertex point) {
    const Components parts =
        components(without(network, [&](Vertex a, Vertex b) { return a == point || b == point; }));
    std::vector<std::uint32_t> seen;
    std::vector<std::size_t> sizes;
    for (const Vertex w : network.out(point)) {
        if (std::find(seen.begin(), seen.end(), parts.of[w]) != seen.end()) continue;
        seen.push_back(parts.of[w]);
        sizes.push_back(size_of_component(parts, w));
    }
    std::sort(sizes.rbegin(), sizes.rend());
    return sizes;
}

}  // namespace

TEST_CASE("fragments are what is left without a vertex or an edge", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 600u));
    // Sparse ones of up to 20 vertices too, which have many points and bridges.
    const Network network = seed % 2 == 0 ? random_graph(seed, Direction::undirected)
                                          : sparse(1 + seed % 20, seed % 24, Direction::undirected);
    INFO("seed " << seed << ": " << describe(network));
    const Blocks parts = blocks(network);
    const Fragments found = fragments(network, parts);
    REQUIRE(found.of_points.size() == parts.articulation_points.size());
    for (std::size_t i = 0; i < found.of_points.size(); ++i) {
        CHECK(found.of_points[i].size() >= 2);
        CHECK(found.of_points[i] == pieces_without(network, parts.articulation_points[i]));
    }
    REQUIRE(found.of_bridges.size() == parts.bridges.size());
    for (std::size_t i = 0; i < found.of_bridges.size(); ++i) {
        const auto bridge = parts.bridges[i];
        const Components left = components(
            without(network, [&](Vertex a, Vertex b) { return std::pair(a, b) == bridge; }));
        CHECK(found.of_bridges[i] == size_of_component(left, bridge.first));
    }
}

TEST_CASE("fragments of paths, stars and cycles", "[analysis]") {
    const auto of = [](const Network& network) { return fragments(network, blocks(network)); };
    CHECK(of(path(0)).of_points.empty());
    CHECK(of(path(1)).of_bridges.empty());
    CHECK(of(path(2)).of_bridges == std::vector<std::size_t>{1});
    CHECK(of(cycle(7)).of_points.empty());
    CHECK(of(cycle(7)).of_bridges.empty());
    CHECK(of(path(5)).of_points == std::vector<std::vector<std::size_t>>{{3, 1}, {2, 2}, {3, 1}});
    CHECK(of(path(5)).of_bridges == std::vector<std::size_t>{1, 2, 3, 4});
    CHECK(of(star(6)).of_points == std::vector<std::vector<std::size_t>>{{1, 1, 1, 1, 1}});
    CHECK(of(star(6)).of_bridges == std::vector<std::size_t>(5, 5));

    const Network longer = path(100'000);
    const Fragments found = of(longer);
    CHECK(found.of_points.size() == 99'998);
    CHECK(found.of_points.front() == std::vector<std::size_t>{99'998, 1});
    CHECK(found.of_bridges[70'000] == 70'001);
}

TEST_CASE("fragments stop when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    const Network network = path(4);
    const Blocks parts = blocks(network);
    CHECK_THROWS_AS(fragments(network, parts, {}, {.stop = source.get_token()}), Cancelled);
}
