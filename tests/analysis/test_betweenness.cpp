#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"
#include "support/two_chains.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/betweenness_centrality.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr BetweennessOptions raw{.normalized = false};

template <class Face>
std::vector<double> by_boost(const Face& face) {
    std::vector<double> scores(num_vertices(face));
    boost::brandes_betweenness_centrality(
        face, boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, face)));
    return scores;
}

}  // namespace

TEST_CASE("betweenness equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));  // paste this to reproduce

    std::vector<double> expected = oracle::betweenness(graph);
    CHECK_THAT(betweenness(graph, raw), near(expected));

    const auto n = static_cast<double>(graph.size());
    const double pairs = (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
    for (double& b : expected) b /= n > 2 ? pairs : 1;
    CHECK_THAT(betweenness(graph), near(expected));
}

TEST_CASE("betweenness: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = betweenness(graph, raw);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = betweenness(renamed(graph, name, graph.size()), raw);
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK_THAT(back, near(scores));

    std::vector<double> more = scores;  // and a vertex alone changes no raw score
    more.push_back(0);
    CHECK_THAT(betweenness(with_isolated(graph), raw), near(more));
}

TEST_CASE("betweenness of regular networks has a closed form", "[analysis]") {
    CHECK_THAT(betweenness(star(6)), near({1, 0, 0, 0, 0, 0}));
    CHECK_THAT(betweenness(star(6, Direction::directed)), near(std::vector<double>(6, 0)));
    CHECK_THAT(betweenness(complete(5)), near(std::vector<double>(5, 0)));
    CHECK_THAT(betweenness(cliques(2, 4)), near(std::vector<double>(8, 0)));
    CHECK_THAT(betweenness(cycle(7), raw), near(std::vector<double>(7, 3)));  // (n - 1)(n - 3) / 8
    CHECK_THAT(betweenness(cycle(8), raw), near(std::vector<double>(8, 4.5)));  // (n - 2)^2 / 8
    CHECK_THAT(betweenness(cycle(5, Direction::directed), raw),
               near(std::vector<double>(5, 6)));  // (n - 1)(n - 2) / 2
    CHECK(betweenness(path(0)).empty());
    CHECK(betweenness(path(1)) == std::vector<double>{0});
    CHECK(betweenness(path(2)) == std::vector<double>{0, 0});
    CHECK(betweenness(path(3)) == std::vector<double>{0, 1, 0});
    CHECK(betweenness(path(3, Direction::directed)) == std::vector<double>{0, 0.5, 0});
}

TEST_CASE("betweenness of a long path has a closed form", "[analysis]") {
    constexpr Vertex n = 200;  // more vertices than chunks: random_graph never has
    std::vector<double> expected;
    for (Vertex v = 0; v < n; ++v) expected.push_back(v * (n - 1.0 - v));
    CHECK_THAT(betweenness(path(n), raw), near(expected));
    CHECK_THAT(betweenness(path(n, Direction::directed), raw), near(expected));
}

TEST_CASE("betweenness survives more paths than a double can count", "[analysis]") {
    // Diamonds in a row: hubs 0, 3, 6, ... and two ways from each to the next.
    constexpr Vertex diamonds = 1100;
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex i = 0; i < diamonds; ++i) {
        const Vertex hub = 3 * i;
        for (const Vertex middle : {hub + 1, hub + 2}) {
            edges.emplace_back(hub, middle);
            edges.emplace_back(middle, hub + 3);
        }
    }
    std::vector<double> expected;
    for (Vertex i = 0; i <= diamonds; ++i) {
        // A hub parts what is left from what is right of it, and carries half of the paths
        // between the two middles of each diamond at it.
        const double left = 3.0 * i;
        const double right = 3.0 * (diamonds - i);
        expected.push_back(left * right + (i > 0 ? 0.5 : 0) + (i < diamonds ? 0.5 : 0));
        if (i == diamonds) break;
        // A middle carries half of the paths between its hubs' sides.
        expected.push_back((left + 1) * (right - 2) / 2);
        expected.push_back(expected.back());
    }
    const Network network(Direction::undirected, 3 * diamonds + 1, edges);
    CHECK_THAT(betweenness(network, raw), near(expected));
}

TEST_CASE("betweenness adds counts of very different sizes", "[analysis]") {
    // Arcs from 0 through two chains of 1024 steps each to the last vertex. A step is a diamond,
    // so that paths double; but the last steps of the weak chain have one middle. So 2^1024 and
    // fewer paths meet, whichever chain is visited first.
    const bool weak_first = GENERATE(false, true);
    const int plain = GENERATE(1, 600);
    const TwoChains chains = two_chains(1024, plain, weak_first);
    const auto scores = betweenness(chains.network, raw);
    // All paths from within a chain to the last vertex pass the chain's end: from 1024 hubs and
    // the middles. Of those from vertex 0, 2^plain in 2^plain + 1 pass the strong end.
    const double share = plain == 1 ? 2.0 / 3 : 1;
    const std::vector<double> found{scores[chains.strong_end], scores[chains.weak_end]};
    CHECK_THAT(found, near({3072 + share, 3072 - plain + (1 - share)}));
}

TEST_CASE("betweenness agrees with Boost.Graph", "[analysis][boost]") {
    const Network undirected = sparse(300, 900, Direction::undirected);
    CHECK_THAT(betweenness(undirected, raw), near(by_boost(UndirectedNetwork(undirected))));
    const Network directed = sparse(300, 900, Direction::directed);
    CHECK_THAT(betweenness(directed, raw), near(by_boost(directed)));
}

TEST_CASE("betweenness has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(300, 900, direction);
    const auto alone = betweenness(graph);
    CHECK(betweenness(graph, {}, {.threads = 2}) == alone);
    CHECK(betweenness(graph, {}, {.threads = 8}) == alone);
}

TEST_CASE("betweenness reports progress and stops when asked", "[analysis]") {
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) { seen.push_back(100 * done / total); };
    CHECK_THAT(betweenness(path(4), raw, run), near({0, 2, 2, 0}));
    CHECK(seen == std::vector<std::size_t>{0, 25, 50, 75, 100});

    std::stop_source source;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 3) source.request_stop();
    };
    CHECK_THROWS_AS(betweenness(path(4), raw, run), Cancelled);
    CHECK(reports == 3);
}
