#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/more_distances.hpp"
#include "support/networkx_paths.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/function_property_map.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr BetweennessOptions raw{.normalized = false};

template <class Face>
std::vector<double> by_boost(const Face& face, const Network& network, const Distances& distances) {
    using Edge = typename boost::graph_traits<Face>::edge_descriptor;
    std::vector<double> scores(network.size());
    boost::brandes_betweenness_centrality(
        face, boost::centrality_map(
                  boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, face)))
                  .vertex_index_map(get(boost::vertex_index, face))
                  .weight_map(boost::make_function_property_map<Edge>(
                      [&](const Edge& e) { return distances[*network.arc_index(e.from, e.to)]; })));
    return scores;
}

}  // namespace

TEST_CASE("betweenness by distances equals its definition", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    std::vector<double> expected =
        oracle::betweenness(graph, oracle::arc_lengths(graph, distances));
    CHECK_THAT(betweenness(graph, distances, raw), near(expected));
    // The same paths tie where their lengths are rounded.
    for (const double factor : {0.1, 1 / 3.0, 1e-300, 1e300})
        CHECK_THAT(betweenness(graph, scaled(graph, distances, factor), raw), near(expected));

    const auto n = static_cast<double>(graph.size());
    const double pairs = (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
    for (double& b : expected) b /= n > 2 ? pairs : 1;
    CHECK_THAT(betweenness(graph, distances), near(expected));

    const Distances ones = uniform<Distances>(graph, 1);
    CHECK_THAT(betweenness(graph, ones), near(betweenness(graph)));
}

TEST_CASE("betweenness by distances: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = betweenness(graph, distances, raw);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size() + 1);  // and a vertex alone
    const auto others = betweenness(other, renamed(graph, distances, other, name), raw);
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(others[v]);
    CHECK_THAT(back, near(scores));
    CHECK(others.back() == 0);
}

TEST_CASE("betweenness by distances takes the shorter way", "[analysis]") {
    const double infinite = std::numeric_limits<double>::infinity();
    // The edges of a triangle are 0 1, 0 2, 1 2; arcs by tail, then head.
    const auto triangle = [&](double a, double b, double c) {
        return betweenness(cycle(3), Distances(cycle(3), {a, b, a, c, b, c}), raw);
    };
    CHECK(triangle(1, 3, 1) == std::vector<double>{0, 1, 0});
    CHECK(triangle(1, 2, 1) == std::vector<double>{0, 0.5, 0});
    CHECK(triangle(1, 1, 1) == std::vector<double>{0, 0, 0});
    CHECK(triangle(0.1, 0.3, 0.2) == std::vector<double>{0, 0.5, 0});  // 0.1 + 0.2 > 0.3
    CHECK(triangle(1, 2 * (1 - 0.9e-12), 1) == std::vector<double>{0, 0.5, 0});
    CHECK(triangle(1, 2 * (1 + 0.9e-12), 1) == std::vector<double>{0, 0.5, 0});
    CHECK(triangle(1, 2 * (1 - 1.1e-12), 1) == std::vector<double>{0, 0, 0});
    CHECK(triangle(1, 2 * (1 + 1.1e-12), 1) == std::vector<double>{0, 1, 0});
    CHECK(triangle(1, infinite, 1) == std::vector<double>{0, 1, 0});
    CHECK(triangle(infinite, infinite, 1) == std::vector<double>{0, 0, 0});
    CHECK(triangle(1e308, infinite, 1e308) == std::vector<double>{0, 0, 0});  // beyond a double
    CHECK(betweenness(path(0), uniform<Distances>(path(0), 1)).empty());
    CHECK(betweenness(path(1), uniform<Distances>(path(1), 1)) == std::vector<double>{0});
    CHECK(betweenness(path(2), uniform<Distances>(path(2), 1)) == std::vector<double>{0, 0});
}

TEST_CASE("betweenness by distances bears arcs too short to be seen", "[analysis]") {
    // 1 + 1e-17 is 1: from 0, vertices 1 and 2 are equally far, and either is the other's way.
    const Network network(Direction::undirected, 4,
                          std::vector<std::pair<Vertex, Vertex>>{{0, 1}, {1, 2}, {2, 3}});
    const Distances distances(network, {1, 1, 1e-17, 1e-17, 1, 1});
    CHECK_THAT(betweenness(network, distances, raw), near({0, 2, 2, 0}));
    const Network back(Direction::undirected, 4,
                       std::vector<std::pair<Vertex, Vertex>>{{0, 2}, {2, 1}, {1, 3}});
    const Distances same(back, {1, 1e-17, 1, 1, 1e-17, 1});
    CHECK_THAT(betweenness(back, same, raw), near({0, 2, 2, 0}));
}

TEST_CASE("betweenness by distances of a long path has a closed form", "[analysis]") {
    constexpr Vertex n = 200;  // more vertices than chunks
    std::vector<double> expected;
    for (Vertex v = 0; v < n; ++v) expected.push_back(v * (n - 1.0 - v));
    const Network graph = path(n);
    CHECK_THAT(betweenness(graph, uniform<Distances>(graph, 0.7), raw), near(expected));
}

TEST_CASE("betweenness by distances survives more paths than a double can count", "[analysis]") {
    // Diamonds in a row, whose upper way is as long as the lower one: 0.1 + 0.2 and 0.2 + 0.1.
    constexpr Vertex diamonds = 1100;
    std::vector<std::pair<Vertex, Vertex>> edges;
    std::vector<double> lengths;
    for (Vertex hub = 0; hub < 3 * diamonds; hub += 3) {
        for (const Vertex middle : {hub + 1, hub + 2}) {
            edges.emplace_back(hub, middle);
            edges.emplace_back(middle, hub + 3);
            lengths.push_back(middle == hub + 1 ? 0.1 : 0.2);
            lengths.push_back(middle == hub + 1 ? 0.2 : 0.1);
        }
    }
    const Network network(Direction::directed, 3 * diamonds + 1, edges);
    const auto scores =
        betweenness(network, Distances::united(network, edges, lengths, Uniting::smallest), raw);
    for (const Vertex i : {Vertex{0}, Vertex{1}, diamonds / 2, diamonds - 1}) {
        const double left = 3.0 * i;  // vertices before and after the diamond
        const double right = 3.0 * (diamonds - i) - 2;
        CHECK_THAT(std::vector{scores[3 * i + 1]}, near({(left + 1) * right / 2}));
        CHECK_THAT(std::vector{scores[3 * i + 2]}, near({(left + 1) * right / 2}));
    }
}

TEST_CASE("betweenness by distances agrees with NetworkX", "[analysis]") {
    const Network club = karate_club();
    const Distances contexts =
        Distances::united(club, karate_edges(), karate_contexts(), Uniting::smallest);
    CHECK_THAT(betweenness(club, contexts), near(networkx::karate_betweenness));
    const Network example = networkx::directed_example();
    CHECK_THAT(betweenness(example, networkx::directed_distances(example)),
               near(networkx::example_betweenness));
}

TEST_CASE("betweenness by distances agrees with Boost.Graph", "[analysis][boost]") {
    const Network undirected = sparse(200, 600, Direction::undirected);
    const Distances both = finite_distances(undirected, 3);
    CHECK_THAT(betweenness(undirected, both, raw),
               near(by_boost(UndirectedNetwork(undirected), undirected, both)));
    const Network directed = sparse(200, 800, Direction::directed);
    const Distances distances = finite_distances(directed, 4);
    CHECK_THAT(betweenness(directed, distances, raw),
               near(by_boost(directed, directed, distances)));
}

TEST_CASE("betweenness by distances has the same bits for any threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(300, 900, direction);
    const Distances distances = scaled(graph, random_distances(graph, 5), 0.1);
    const auto alone = betweenness(graph, distances);
    CHECK(betweenness(graph, distances, {}, {.threads = 2}) == alone);
    CHECK(betweenness(graph, distances, {}, {.threads = 8}) == alone);
}

TEST_CASE("betweenness by distances refuses those of another network", "[analysis]") {
    const Distances distances = uniform<Distances>(path(3), 1);
    CHECK_THROWS_WITH(static_cast<void>(betweenness(path(4), distances)),
                      "4 weights for 6 arcs; give one for each arc of the network");
}

TEST_CASE("betweenness by distances stops when asked", "[analysis]") {
    const Network graph = path(4);
    std::stop_source source;
    Run run;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 2) source.request_stop();
    };
    CHECK_THROWS_AS(betweenness(graph, uniform<Distances>(graph, 1), {}, run), Cancelled);
}
