#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/alike_vertices.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

/// By the definition: each pair of vertices compared.
AlikeVertices by_pairs(const Network& network) {
    AlikeVertices alike;
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto same = [&](Vertex w) {
            return std::ranges::equal(network.out(v), network.out(w));
        };
        const auto found = std::find_if(alike.smallest.begin(), alike.smallest.end(), same);
        alike.of.push_back(static_cast<Vertex>(found - alike.smallest.begin()));
        if (found == alike.smallest.end()) {
            alike.smallest.push_back(v);
            alike.members.push_back(0);
        }
        ++alike.members[alike.of[v]];
    }
    return alike;
}

/// A network like `graph`, with up to three more of each vertex, in a random order.
Network with_more_of_each(const Network& graph, std::uint32_t seed) {
    std::mt19937 bits(seed);
    std::vector<std::vector<Vertex>> of(graph.size());
    Vertex n = 0;
    for (auto& vertices : of) {
        for (auto left = 1 + bits() % 4; left > 0; --left) vertices.push_back(n++);
    }
    const auto name = random_order(n, seed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            for (const Vertex a : of[v]) {
                for (const Vertex b : of[w]) edges.emplace_back(name[a], name[b]);
            }
        }
    }
    return Network(Direction::undirected, n, edges);
}

void check_all(const Network& graph) {
    const AlikeVertices found = alike_vertices(graph);
    const AlikeVertices expected = by_pairs(graph);
    CHECK(found.of == expected.of);
    CHECK(found.smallest == expected.smallest);
    CHECK(found.members == expected.members);
}

}  // namespace

TEST_CASE("alike vertices are those with the same neighbours", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    check_all(graph);
    check_all(with_more_of_each(graph, seed));
}

TEST_CASE("alike vertices of known networks", "[analysis]") {
    CHECK(alike_vertices(path(0)).of.empty());
    CHECK(alike_vertices(star(5)).of == std::vector<Vertex>{0, 1, 1, 1, 1});
    CHECK(alike_vertices(star(5)).members == std::vector<Vertex>{1, 4});
    CHECK(alike_vertices(cycle(4)).of == std::vector<Vertex>{0, 1, 0, 1});
    CHECK(alike_vertices(complete(3)).of == std::vector<Vertex>{0, 1, 2});  // neighbours are not
    CHECK(alike_vertices(Network(Direction::undirected, 3, {})).of == std::vector<Vertex>(3, 0));
    check_all(sparse(3000, 2000, Direction::undirected));
}
