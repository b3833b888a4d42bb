#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/between_bound.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The mean of the vertices between two others, from its definition.
double between(const Network& graph) {
    const std::size_t n = graph.size();
    const auto d = oracle::distances(graph).d;
    double sum = 0;
    for (Vertex s = 0; s < n; ++s) {
        for (Vertex t = 0; t < n; ++t) {
            if (s != t && d[s][t] < oracle::far) sum += d[s][t] - 1;
        }
    }
    return n < 2 ? 0 : sum / static_cast<double>(n * (n - 1));
}

/// For `near`.
std::vector<double> bound_of(const Network& graph) {
    return {between_bound(graph)};
}

Network directed(std::size_t n, const std::vector<std::pair<Vertex, Vertex>>& arcs) {
    return Network(Direction::directed, n, arcs);
}

}  // namespace

TEST_CASE("between bound is at least the mean of what is between", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const double bound = between_bound(graph);
    const auto n = static_cast<double>(graph.size());
    CHECK(bound >= between(graph) - 1e-12);
    CHECK(bound >= 0);
    if (n > 2) CHECK(bound <= (graph.directed() ? 2 * n - 3 : n - 2) + 1e-12);
}

TEST_CASE("between bound of sparse networks is at least the mean", "[analysis][property]") {
    // Many components, weak and strong, and long chains of them.
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto arcs = GENERATE(range(10u, 200u, 10u));
    const Network graph = sparse(60, arcs, direction);
    CHECK(between_bound(graph) >= between(graph) - 1e-12);
}

TEST_CASE("between bound of regular networks has a closed form", "[analysis]") {
    CHECK(between_bound(path(0)) == 0);
    CHECK(between_bound(path(2)) == 0);
    CHECK(between_bound(path(2, Direction::directed)) == 0);
    CHECK(between_bound(complete(2, Direction::directed)) == 0);
    CHECK(between_bound(Network(Direction::undirected, 5, {})) == 0);
    CHECK(between_bound(Network(Direction::directed, 5, {})) == 0);
    CHECK(between_bound(cliques(4, 2)) == 0);

    // Exact for stars, and for several of them.
    CHECK_THAT(bound_of(star(9)), near({between(star(9))}));
    CHECK_THAT(bound_of(with_isolated(star(9))), near({between(with_isolated(star(9)))}));
    CHECK(between_bound(star(9, Direction::directed)) == 0);

    // The first vertex with two edges is 1: distances 1, 0, 1, 2, 3, 4 add up to 11.
    CHECK_THAT(bound_of(path(6)), near({5.0 * (2 * 11 - 6) / 30}));
    // Any vertex: 0, 1, 1, 2, 2, 3; here the sizes of two components count apart.
    CHECK_THAT(bound_of(cycle(6)), near({5.0 * (2 * 9 - 6) / 30}));
    CHECK_THAT(bound_of(with_isolated(cycle(6))), near({5.0 * (2 * 9 - 6) / 42}));
    // Of several hubs the smallest: 0 in 5 3 0 1 2 4, with distances 2, 1, 0, 1, 2, 3.
    const std::vector<std::pair<Vertex, Vertex>> row{{5, 3}, {3, 0}, {0, 1}, {1, 2}, {2, 4}};
    CHECK_THAT(bound_of(Network(Direction::undirected, 6, row)), near({5.0 * (2 * 9 - 6) / 30}));
    // The hub of most edges, which is not the first: 2 of the path 0 1 2, with three leaves more.
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 3}, {2, 4}, {2, 5}};
    CHECK_THAT(bound_of(Network(Direction::undirected, 6, edges)), near({5.0 * (2 * 6 - 6) / 30}));
}

TEST_CASE("between bound of directed networks follows chains of strong components", "[analysis]") {
    CHECK(between_bound(path(7, Direction::directed)) == 5);
    // To vertex 0 and on from there: 6 arcs each.
    CHECK(between_bound(cycle(7, Direction::directed)) == 2 * 6 - 1);
    // The arcs of a chain that descends: numbers say nothing of the order.
    CHECK(between_bound(directed(4, {{3, 2}, {2, 1}, {1, 0}})) == 2);
    // Two ways from 0 to 4, of two arcs and of three; the long one decides, however it is met.
    CHECK(between_bound(directed(5, {{0, 1}, {1, 4}, {0, 2}, {2, 3}, {3, 4}})) == 2);
    CHECK(between_bound(directed(5, {{0, 3}, {3, 4}, {0, 2}, {2, 1}, {1, 4}})) == 2);
    // A triangle on one way, 1 + 4 + 1 arcs, though the other way, of three, is the last that is
    // met.
    CHECK(between_bound(
              directed(7, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {1, 6}, {0, 4}, {4, 5}, {5, 6}})) == 5);
    // A triangle, two arcs on from it, and a pair: 4 + 1 + 1 + 2, less one.
    CHECK(between_bound(directed(6, {{3, 4}, {4, 5}, {5, 3}, {4, 0}, {0, 1}, {1, 2}, {2, 1}})) ==
          7);
    // Within one: three arcs to vertex 0, which has most, and one on from there.
    CHECK(between_bound(directed(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {2, 3}, {3, 0}})) ==
          3 + 1 - 1);
}

TEST_CASE("between bound stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(between_bound(cycle(5), {.stop = source.get_token()}), Cancelled);
}
