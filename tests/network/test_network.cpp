#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/base/error.hpp>
#include <actormap/network/network.hpp>

#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

using Edges = std::vector<std::pair<Vertex, Vertex>>;

std::vector<Vertex> list(std::span<const Vertex> row) {
    return {row.begin(), row.end()};
}

/// Edges with loops, repeats and reversals, in no order.
Edges random_edges(std::uint32_t seed, std::size_t vertices) {
    std::mt19937 bits(seed);
    Edges edges;
    if (vertices == 0) return edges;
    for (std::size_t i = bits() % 60; i > 0; --i) {
        const auto from = static_cast<Vertex>(bits() % vertices);
        edges.emplace_back(from, static_cast<Vertex>(bits() % vertices));
    }
    return edges;
}

}  // namespace

TEST_CASE("network: loops and parallel edges go, neighbours ascend", "[network]") {
    const Edges edges{{2, 0}, {0, 1}, {1, 1}, {0, 1}, {1, 0}};

    const NetworkBuild undirected = build_network(Direction::undirected, 3, edges);
    CHECK(undirected.loops == 1);
    CHECK(undirected.parallel == 2);
    CHECK_FALSE(undirected.network.directed());
    CHECK(undirected.network.direction() == Direction::undirected);
    CHECK(undirected.network.edges() == 2);
    CHECK(undirected.network.arcs() == 4);
    CHECK(list(undirected.network.out(0)) == std::vector<Vertex>{1, 2});
    CHECK(list(undirected.network.in(0)) == std::vector<Vertex>{1, 2});
    CHECK(undirected.network.degree(0) == 2);

    const NetworkBuild directed = build_network(Direction::directed, 3, edges);
    CHECK(directed.loops == 1);
    CHECK(directed.parallel == 1);
    CHECK(directed.network.directed());
    CHECK(directed.network.direction() == Direction::directed);
    CHECK(directed.network.edges() == 3);
    CHECK(directed.network.arcs() == 3);
    CHECK(list(directed.network.out(0)) == std::vector<Vertex>{1});
    CHECK(list(directed.network.in(0)) == std::vector<Vertex>{1, 2});
    CHECK(directed.network.degree(0) == 3);
}

TEST_CASE("network: rows, counts and lookup equal a set of pairs", "[network][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const std::size_t n = seed % 13;
    const Edges edges = random_edges(seed, n);
    const auto [network, loops, parallel] = build_network(direction, n, edges);
    INFO("seed " << seed << ": " << describe(network));

    std::set<std::pair<Vertex, Vertex>> arcs;
    std::size_t expected_loops = 0;
    for (const auto& [from, to] : edges) {
        if (from == to) ++expected_loops;
        if (from != to) arcs.emplace(from, to);
        if (from != to && direction == Direction::undirected) arcs.emplace(to, from);
    }
    CHECK(network.size() == n);
    CHECK(network.arcs() == arcs.size());
    CHECK(loops == expected_loops);
    CHECK(network.edges() + loops + parallel == edges.size());
    CHECK(network == Network(direction, n, edges));
    Edges given = edges;
    const NetworkBuild moved = build_network(direction, n, std::move(given));
    CHECK(moved.network == network);
    CHECK(moved.loops == loops);
    CHECK(moved.parallel == parallel);
    CHECK(given.empty());

    std::size_t index = 0;
    for (Vertex v = 0; v < n; ++v) {
        std::vector<Vertex> out;
        std::vector<Vertex> in;
        for (Vertex w = 0; w < n; ++w) {
            if (arcs.count({v, w}) != 0) out.push_back(w);
            if (arcs.count({w, v}) != 0) in.push_back(w);
        }
        CHECK(list(network.out(v)) == out);
        CHECK(list(network.in(v)) == in);
        CHECK(network.degree(v) == out.size() + (network.directed() ? in.size() : 0));
        CHECK(network.first_arc(v) == index);
        for (Vertex w = 0; w <= n; ++w) {
            const bool exists = arcs.count({v, w}) != 0;
            CHECK(network.arc_index(v, w) == (exists ? std::optional(index++) : std::nullopt));
        }
    }
}

TEST_CASE("network: without vertices or edges", "[network]") {
    const Network none;
    CHECK(none.size() == 0);
    CHECK(none.edges() == 0);
    CHECK_FALSE(none.directed());
    CHECK(none == Network(Direction::undirected, 0, Edges{}));
    CHECK_FALSE(none == Network(Direction::directed, 0, Edges{}));
    CHECK_FALSE(none.arc_index(0, 0).has_value());

    const Network isolated(Direction::directed, 2, Edges{});
    CHECK(isolated.size() == 2);
    CHECK(isolated.edges() == 0);
    CHECK(isolated.out(1).empty());
    CHECK(isolated.in(1).empty());
    CHECK_FALSE(isolated == Network(Direction::directed, 3, Edges{}));
    CHECK_FALSE(isolated.arc_index(7, 0).has_value());
}

TEST_CASE("network: its memory is 8 bytes an edge and 4 a vertex, both ways if directed",
          "[network]") {
    // Repeats and loops leave nothing behind.
    Edges edges{{5, 5}};
    for (Vertex v = 1; v < 300; ++v) edges.insert(edges.end(), {{v - 1, v}, {v - 1, v}});
    const Network undirected(Direction::undirected, 1000, edges);
    const Network directed(Direction::directed, 1000, edges);
    REQUIRE(undirected.edges() == 299);
    const std::size_t ends = 16;  // where the last row ends, each way, and room for one more
    CHECK(undirected.bytes() >= 8 * 299 + 4 * 1000);
    CHECK(undirected.bytes() <= 8 * 299 + 4 * 1000 + ends);
    CHECK(directed.bytes() >= 8 * 299 + 8 * 1000);
    CHECK(directed.bytes() <= 8 * 299 + 8 * 1000 + ends);
    CHECK(Network().bytes() <= ends);
}

TEST_CASE("network: a vertex out of range is an error", "[network]") {
    const auto id = [](std::size_t vertices, const Edges& edges) {
        try {
            static_cast<void>(Network(Direction::directed, vertices, edges));
        } catch (const Error& e) {
            return e.id() + ": " + e.what();
        }
        return std::string("none");
    };
    CHECK(id(3, {{0, 1}, {2, 1}}) == "none");
    CHECK(id(3, {{0, 1}, {3, 1}}) ==
          "network-vertex: edge 3 1 is out of range; there are 3 vertices");
    CHECK(id(3, {{1, 3}}) == "network-vertex: edge 1 3 is out of range; there are 3 vertices");
    CHECK(id(0, {{0, 0}}) == "network-vertex: edge 0 0 is out of range; there are 0 vertices");
    CHECK(id(std::size_t{1} << 32U, {}) ==
          "network-size: 4294967296 vertices are more than 4294967295");
}
