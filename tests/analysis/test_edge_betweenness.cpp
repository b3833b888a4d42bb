#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/more_distances.hpp"
#include "support/networkx_paths.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/brandes.hpp>
#include <actormap/analysis/edge_betweenness.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <numeric>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr EdgeBetweennessOptions raw{.normalized = false};

template <class Face>
std::vector<double> by_boost(const Face& face, const Network& network, const Distances& distances) {
    using Edge = typename boost::graph_traits<Face>::edge_descriptor;
    std::vector<double> vertices(network.size());
    std::vector<double> scores(num_edges(face));
    const auto number = get(boost::edge_index, face);
    boost::brandes_betweenness_centrality(
        face, boost::edge_centrality_map(boost::make_iterator_property_map(scores.begin(), number))
                  .centrality_map(boost::make_iterator_property_map(vertices.begin(),
                                                                    get(boost::vertex_index, face)))
                  .vertex_index_map(get(boost::vertex_index, face))
                  .weight_map(boost::make_function_property_map<Edge>(
                      [&](const Edge& e) { return distances[*network.arc_index(e.from, e.to)]; })));
    std::vector<double> of_arcs;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) of_arcs.push_back(scores[get(number, Edge{v, w})]);
    }
    return of_arcs;
}

/// NetworkX's values of edges by their smaller, then larger end.
std::vector<double> both_ways(const Network& network, const std::vector<double>& of_edges) {
    std::vector<double> values(network.arcs());
    std::size_t next = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            if (w < v) continue;
            values[*network.arc_index(v, w)] = values[*network.arc_index(w, v)] = of_edges[next++];
        }
    }
    return values;
}

}  // namespace

TEST_CASE("edge_betweenness equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    const Distances ones = uniform<Distances>(graph, 1);
    INFO("seed " << seed << ": " << describe(graph));

    const auto n = static_cast<double>(graph.size());
    const double pairs = n * (n - 1) / (graph.directed() ? 1 : 2);
    std::vector<double> expected =
        oracle::edge_betweenness(graph, oracle::arc_lengths(graph, ones));
    CHECK_THAT(edge_betweenness(graph, raw), near(expected));
    CHECK(edge_betweenness(graph, ones, raw) == edge_betweenness(graph, raw));
    for (double& b : expected) b /= pairs;
    CHECK_THAT(edge_betweenness(graph), near(expected));

    expected = oracle::edge_betweenness(graph, oracle::arc_lengths(graph, distances));
    CHECK_THAT(edge_betweenness(graph, distances, raw), near(expected));
    CHECK_THAT(edge_betweenness(graph, scaled(graph, distances, 0.1), raw), near(expected));
    for (double& b : expected) b /= pairs;
    const auto scores = edge_betweenness(graph, distances);
    CHECK_THAT(scores, near(expected));
    if (graph.directed()) return;
    for (Vertex v = 0; v < graph.size(); ++v) {  // both ways, to the bit
        for (const Vertex w : graph.out(v))
            CHECK(scores[*graph.arc_index(v, w)] == scores[*graph.arc_index(w, v)]);
    }
}

TEST_CASE("edge_betweenness adds up to the distances of pairs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(150, 500, direction);
    const Distances distances = random_distances(graph, 7);
    const auto scores = edge_betweenness(graph, distances, raw);
    double walked = 0;
    for (std::size_t arc = 0; arc < graph.arcs(); ++arc)
        if (scores[arc] > 0) walked += scores[arc] * distances[arc];
    double sum = 0;
    for (const auto& row : oracle::all_pairs(oracle::arc_lengths(graph, distances)).d) {
        for (const double d : row) sum += d < oracle::no_path ? d : 0;
    }
    CHECK_THAT(std::vector{walked}, near({sum}));  // an edge has two arcs, a pair two orders
}

TEST_CASE("edge_betweenness: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size() + 1);  // and a vertex alone
    const auto hops = edge_betweenness(other, raw);
    const auto lengths = edge_betweenness(other, renamed(graph, distances, other, name), raw);
    std::vector<double> back_hops;
    std::vector<double> back_lengths;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            back_hops.push_back(hops[*other.arc_index(name[v], name[w])]);
            back_lengths.push_back(lengths[*other.arc_index(name[v], name[w])]);
        }
    }
    CHECK_THAT(back_hops, near(edge_betweenness(graph, raw)));
    CHECK_THAT(back_lengths, near(edge_betweenness(graph, distances, raw)));
}

TEST_CASE("edge_betweenness of regular networks has a closed form", "[analysis]") {
    CHECK_THAT(edge_betweenness(star(6), raw), near(std::vector<double>(10, 5)));
    CHECK_THAT(edge_betweenness(star(6, Direction::directed), raw),
               near(std::vector<double>(5, 1)));
    CHECK_THAT(edge_betweenness(complete(5)), near(std::vector<double>(20, 0.1)));
    CHECK_THAT(edge_betweenness(complete(5, Direction::directed)),
               near(std::vector<double>(20, 0.05)));
    CHECK_THAT(edge_betweenness(cliques(2, 4), raw), near(std::vector<double>(24, 1)));
    // The pairs of a cycle walk n (n^2 - 1) / 8 edges, or n^3 / 8 if n is even.
    CHECK_THAT(edge_betweenness(cycle(7), raw), near(std::vector<double>(14, 6)));
    CHECK_THAT(edge_betweenness(cycle(8), raw), near(std::vector<double>(16, 8)));
    CHECK_THAT(edge_betweenness(cycle(5, Direction::directed), raw),
               near(std::vector<double>(5, 10)));  // n (n - 1) / 2
    CHECK(edge_betweenness(path(0)).empty());
    CHECK(edge_betweenness(path(1)).empty());
    CHECK(edge_betweenness(path(2)) == std::vector<double>{1, 1});
    CHECK(edge_betweenness(path(2), raw) == std::vector<double>{1, 1});
    CHECK(edge_betweenness(path(2, Direction::directed)) == std::vector<double>{0.5});
    CHECK(edge_betweenness(path(2, Direction::directed), raw) == std::vector<double>{1});
}

TEST_CASE("edge_betweenness of a long path has a closed form", "[analysis]") {
    constexpr Vertex n = 200;  // more vertices than chunks
    const Network graph = path(n);
    std::vector<double> expected;
    for (Vertex v = 1; v < n; ++v) expected.push_back(v * (n - 0.0 - v));
    CHECK_THAT(edge_betweenness(path(n, Direction::directed), raw), near(expected));
    CHECK_THAT(edge_betweenness(graph, raw), near(both_ways(graph, expected)));
    const Distances distances = uniform<Distances>(graph, 0.7);
    CHECK_THAT(edge_betweenness(graph, distances, raw), near(both_ways(graph, expected)));
}

TEST_CASE("edge_betweenness takes the shorter way", "[analysis]") {
    const auto triangle = [](double a, double b, double c) {
        return edge_betweenness(cycle(3), Distances(cycle(3), {a, b, a, c, b, c}), raw);
    };
    CHECK(triangle(1, 3, 1) == std::vector<double>{2, 0, 2, 2, 0, 2});
    CHECK(triangle(0.1, 0.3, 0.2) == std::vector<double>{1.5, 0.5, 1.5, 1.5, 0.5, 1.5});
    CHECK(triangle(1, oracle::no_path, oracle::no_path) == std::vector<double>{1, 0, 1, 0, 0, 0});
}

TEST_CASE("edge_betweenness agrees with NetworkX", "[analysis]") {
    const Network club = karate_club();
    const Distances contexts =
        Distances::united(club, karate_edges(), karate_contexts(), Uniting::smallest);
    CHECK_THAT(edge_betweenness(club, contexts),
               near(both_ways(club, networkx::karate_edge_betweenness)));
    const Network example = networkx::directed_example();
    CHECK_THAT(edge_betweenness(example, networkx::directed_distances(example)),
               near(networkx::example_edge_betweenness));
}

TEST_CASE("edge_betweenness agrees with Boost.Graph", "[analysis][boost]") {
    const Network undirected = sparse(150, 450, Direction::undirected);
    const Distances both = finite_distances(undirected, 3);
    CHECK_THAT(edge_betweenness(undirected, both, raw),
               near(by_boost(UndirectedNetwork(undirected), undirected, both)));
    const Network directed = sparse(150, 600, Direction::directed);
    const Distances distances = finite_distances(directed, 4);
    CHECK_THAT(edge_betweenness(directed, distances, raw),
               near(by_boost(directed, directed, distances)));
    CHECK_THAT(edge_betweenness(directed, raw),
               near(by_boost(directed, directed, uniform<Distances>(directed, 1))));
}

TEST_CASE("edge_betweenness has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(200, 600, direction);
    const Distances distances = scaled(graph, random_distances(graph, 5), 0.1);
    for (const unsigned threads : {2u, 8u}) {
        CHECK(edge_betweenness(graph, {}, {.threads = threads}) == edge_betweenness(graph));
        CHECK(edge_betweenness(graph, distances, {}, {.threads = threads}) ==
              edge_betweenness(graph, distances));
    }
}

TEST_CASE("edge_betweenness has fewer chunks the more arcs there are", "[analysis]") {
    CHECK(chunks_by_arcs(path(5)) == 5);
    CHECK(chunks_by_arcs(path(200)) == 64);
    CHECK(chunks_by_arcs(cliques(4, 257, Direction::directed)) == 63);  // 263,168 arcs, above 2^18
    CHECK(chunks_by_arcs(cliques(6, 450, Direction::directed)) == 13);
    CHECK(chunks_by_arcs(path(1200001)) == 8);  // 2.4 million arcs
}

TEST_CASE("edge_betweenness refuses distances of another network", "[analysis]") {
    const Distances distances = uniform<Distances>(path(3), 1);
    CHECK_THROWS_WITH(static_cast<void>(edge_betweenness(path(4), distances)),
                      "4 weights for 6 arcs; give one for each arc of the network");
}

TEST_CASE("edge_betweenness reports progress and stops when asked", "[analysis]") {
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) { seen.push_back(100 * done / total); };
    static_cast<void>(edge_betweenness(path(4), raw, run));
    CHECK(seen == std::vector<std::size_t>{0, 25, 50, 75, 100});

    std::stop_source source;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 2) source.request_stop();
    };
    CHECK_THROWS_AS(edge_betweenness(path(4), raw, run), Cancelled);
    CHECK(reports == 2);
}
