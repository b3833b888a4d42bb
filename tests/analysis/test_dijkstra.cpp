#include "support/catch.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/dijkstra.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> lengths_of(const Dijkstra& search, std::size_t n) {
    std::vector<double> lengths;
    for (Vertex v = 0; v < n; ++v) lengths.push_back(search.length(v));
    return lengths;
}

}  // namespace

TEST_CASE("Dijkstra finds the lengths of shortest paths", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const auto d = oracle::all_pairs(oracle::arc_lengths(graph, distances)).d;
    Dijkstra along(graph, distances, Walk::along);
    Dijkstra against(graph, distances, Walk::against);
    for (Vertex s = 0; s < graph.size(); ++s) {
        along.search(s);
        against.search(s);
        CHECK(lengths_of(along, graph.size()) == d[s]);
        std::vector<Vertex> expected;
        for (Vertex v = 0; v < graph.size(); ++v) {
            CHECK(against.length(v) == d[v][s]);
            if (d[s][v] < infinity) expected.push_back(v);
        }
        std::sort(expected.begin(), expected.end(), [&](Vertex a, Vertex b) {
            return std::pair(d[s][a], a) < std::pair(d[s][b], b);
        });
        CHECK(std::vector(along.visits().begin(), along.visits().end()) == expected);
        for (std::size_t i = 0; i < expected.size(); ++i) CHECK(along.place(expected[i]) == i);
        for (Vertex v = 0; v < graph.size(); ++v)
            if (d[s][v] == infinity) CHECK(along.place(v) == 0);
    }
}

TEST_CASE("Dijkstra goes around closed vertices", "[analysis]") {
    const Network graph = cycle(5);
    const Distances ones = uniform<Distances>(graph, 1);
    Dijkstra search(graph, ones, Walk::along);
    search.close(1);
    search.search(0);
    CHECK(lengths_of(search, 5) == std::vector<double>{0, infinity, 3, 2, 1});
    search.search(1);  // it may start there
    CHECK(lengths_of(search, 5) == std::vector<double>{1, 0, 1, 2, 2});
    search.open(1);
    search.search(0);
    CHECK(lengths_of(search, 5) == std::vector<double>{0, 1, 2, 2, 1});
}

TEST_CASE("Dijkstra passes over what is infinite or becomes so", "[analysis]") {
    const Network graph = path(5, Direction::directed);
    const Distances distances(graph, {1e308, 1e308, 1, 1});  // beyond a double at the second
    Dijkstra search(graph, distances, Walk::along);
    search.search(0);
    CHECK(lengths_of(search, 5) == std::vector<double>{0, 1e308, infinity, infinity, infinity});
    CHECK(search.visits().size() == 2);
}

TEST_CASE("lengths are equal if they agree to a relative 1e-12", "[analysis]") {
    CHECK(as_short(0.1 + 0.2, 0.3));
    CHECK(as_short(0.3, 0.1 + 0.2));
    CHECK(as_short(1000 + 0.9e-9, 1000));
    CHECK_FALSE(as_short(1000 + 1.1e-9, 1000));
    CHECK_FALSE(as_short(1e-13, 0));
    CHECK_FALSE(as_short(infinity, 1));
    CHECK_FALSE(as_short(infinity, 1.7e308));
    CHECK_FALSE(as_short(infinity, infinity));
}

TEST_CASE("Dijkstra agrees with Boost.Graph", "[analysis][boost]") {
    const Network graph = sparse(500, 2500, Direction::directed);
    const Distances distances = random_distances(graph, 1);
    std::vector<double> expected(500);
    boost::dijkstra_shortest_paths(
        graph, Vertex{0},
        boost::weight_map(
            boost::make_function_property_map<bgl::Edge<true>>([&](const bgl::Edge<true>& e) {
                return distances[*graph.arc_index(e.from, e.to)];
            }))
            .distance_map(boost::make_iterator_property_map(expected.begin(),
                                                            get(boost::vertex_index, graph)))
            .distance_inf(infinity));
    Dijkstra search(graph, distances, Walk::along);
    search.search(0);
    CHECK(lengths_of(search, 500) == expected);
    CHECK(search.visits().size() > 400);
}
