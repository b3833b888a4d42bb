#include "support/catch.hpp"
#include "support/hop_counts.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/distance_core.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("distances in a core and to its leaves are those of the whole", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_sparse(seed, direction, 14);
    INFO("seed " << seed << ": " << describe(graph));

    const DistanceCore core(graph);
    std::vector<std::uint32_t> leaves(core.network.size(), 0);
    std::vector<std::uint32_t> others(core.network.size(), 0);
    for (Vertex v = 0; v < graph.size(); ++v) {
        REQUIRE((core.place[v] == DistanceCore::outside) == (graph.degree(v) == 0));
        if (graph.degree(v) > 0)
            ++(is_leaf(graph, v) ? leaves[core.place[v]] : others[core.place[v]]);
    }
    CHECK(core.leaves == leaves);
    CHECK(others == std::vector<std::uint32_t>(core.network.size(), 1));

    const auto whole = oracle::distances(graph).d;
    const auto d = oracle::distances(core.network).d;
    for (Vertex u = 0; u < graph.size(); ++u) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            if (u == v || graph.degree(u) == 0 || graph.degree(v) == 0) continue;
            const int expected = (is_leaf(graph, u) ? 1 : 0) + d[core.place[u]][core.place[v]] +
                                 (is_leaf(graph, v) ? 1 : 0);
            CHECK(std::min(expected, oracle::far) == std::min(whole[u][v], oracle::far));
        }
    }
}

TEST_CASE("a core has no leaf but of two that only have each other", "[analysis]") {
    CHECK(DistanceCore(path(0)).network.size() == 0);
    CHECK(DistanceCore(path(1)).network.size() == 0);
    const DistanceCore two(path(2));
    CHECK(two.network.size() == 1);
    CHECK(two.leaves == std::vector<std::uint32_t>{1});
    CHECK_FALSE(is_leaf(path(2), 0));
    CHECK(is_leaf(path(2), 1));
    CHECK(DistanceCore(star(9)).leaves == std::vector<std::uint32_t>{8});
    CHECK(DistanceCore(path(9)).network.size() == 7);
    CHECK(DistanceCore(path(9)).network.edges() == 6);
}

TEST_CASE("a directed network has no leaves", "[analysis]") {
    const DistanceCore core(star(9, Direction::directed));
    CHECK(core.network.size() == 9);
    CHECK(core.leaves == std::vector<std::uint32_t>(9, 0));
}

TEST_CASE("a core is numbered breadth-first from the vertex with the most edges", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_sparse(seed, direction, 40);
    INFO("seed " << seed << ": " << describe(graph));

    const DistanceCore core(graph);
    if (core.network.size() == 0) return;
    std::size_t most = 0;
    for (Vertex v = 0; v < graph.size(); ++v) most = std::max(most, graph.degree(v));
    for (Vertex v = 0; v < graph.size(); ++v)
        if (core.place[v] == 0 && !is_leaf(graph, v)) CHECK(graph.degree(v) == most);

    // Ignoring directions: who comes later was found from one that comes no earlier.
    const auto first_neighbour = [&](Vertex v) {
        Vertex first = v;
        for (const Vertex u : core.network.out(v)) first = std::min(first, u);
        for (const Vertex u : core.network.in(v)) first = std::min(first, u);
        return first;
    };
    Vertex last = 0;
    for (Vertex v = 1; v < core.network.size(); ++v) {
        CHECK(first_neighbour(v) >= last);
        last = first_neighbour(v);
    }
}
