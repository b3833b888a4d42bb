#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/pagerank.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/page_rank.hpp>

#include <limits>
#include <numeric>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The L1 change is below 1e-12, so the answer is within 1e-12 * 0.85 / 0.15.
auto close_to(const std::vector<double>& expected) {
    return Catch::Matchers::Approx(expected).margin(6e-12).epsilon(0);
}

std::string error_of(const Network& network, const PageRankOptions& options) {
    try {
        static_cast<void>(pagerank(network, options));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("pagerank solves its equations on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t n = graph.size();
    const std::vector<double> uniform(n, 1 / static_cast<double>(n));
    const PageRank result = pagerank(graph);
    CHECK_THAT(result.scores, close_to(oracle::pagerank(graph, 0.85, uniform)));
    CHECK(result.residual < 1e-12);
    CHECK((result.iterations > 0) == (n > 0));
    CHECK_THAT(pagerank(graph, {.damping = 0.3}).scores,
               close_to(oracle::pagerank(graph, 0.3, uniform)));
    CHECK_THAT(pagerank(graph, {.damping = 0}).scores, close_to(uniform));

    if (n == 0) return;
    std::vector<double> weights(n, 0);
    for (std::size_t v = seed % n; v < n; v += 2) weights[v] = 1.0 + static_cast<double>(v);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> teleport = weights;
    for (double& t : teleport) t /= sum;
    CHECK_THAT(pagerank(graph, {.teleport = weights}).scores,
               close_to(oracle::pagerank(graph, 0.85, teleport)));
}

TEST_CASE("pagerank: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = pagerank(graph).scores;
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = pagerank(renamed(graph, name, graph.size())).scores;
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK_THAT(back, near(scores));
}

TEST_CASE("pagerank of regular networks is uniform", "[analysis]") {
    CHECK_THAT(pagerank(complete(5)).scores, near(std::vector<double>(5, 0.2)));
    CHECK_THAT(pagerank(cycle(8, Direction::directed)).scores, near(std::vector<double>(8, 0.125)));
    CHECK_THAT(pagerank(cliques(2, 4)).scores, near(std::vector<double>(8, 0.125)));
    CHECK_THAT(pagerank(Network(Direction::directed, 4, {})).scores,
               near(std::vector<double>(4, 0.25)));
}

TEST_CASE("pagerank of tiny networks", "[analysis]") {
    const PageRank none = pagerank(path(0));
    CHECK(none.scores.empty());
    CHECK(none.iterations == 0);
    CHECK(none.residual == 0);
    CHECK(pagerank(path(1)).scores == std::vector<double>{1});
    CHECK(pagerank(path(1)).iterations == 1);
    // 0 -> 1: x0 = t (0.15 + 0.85 x1), x1 = x0 + 0.85 x0, t = 1/2.
    CHECK_THAT(pagerank(path(2, Direction::directed)).scores, close_to({1 / 2.85, 1.85 / 2.85}));
}

TEST_CASE("pagerank of a large star has a closed form", "[analysis]") {
    constexpr std::size_t n = 10001;  // more vertices than a chunk has
    // hub = (1 - d) / n + d (1 - hub), and the leaves share the rest.
    const double hub = (0.15 / n + 0.85) / 1.85;
    std::vector<double> expected(n, (1 - hub) / (n - 1));
    expected[0] = hub;
    CHECK_THAT(pagerank(star(n)).scores, close_to(expected));
    // Arcs to the leaves, all dangling: x(leaf) = hub + 0.85 hub / (n - 1).
    const double source = 1 / (n + 0.85);
    expected.assign(n, source + 0.85 * source / (n - 1));
    expected[0] = source;
    CHECK_THAT(pagerank(star(n, Direction::directed)).scores, close_to(expected));
}

TEST_CASE("pagerank agrees with Boost.Graph where nothing dangles", "[analysis][boost]") {
    const Network graph = cycle(50, Direction::directed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < 50; ++v) {
        edges.emplace_back(v, static_cast<Vertex>((v + 1) % 50));
        edges.emplace_back(v, static_cast<Vertex>(v * v % 50));
    }
    const Network network(Direction::directed, 50, edges);
    std::vector<double> expected(50);
    boost::graph::page_rank(
        network,
        boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, network)),
        boost::graph::n_iterations(300), 0.85, 50);
    for (double& x : expected) x /= 50;
    CHECK_THAT(pagerank(network).scores, close_to(expected));
}

TEST_CASE("pagerank has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(20000, 40000, direction);
    const PageRank alone = pagerank(graph);
    for (const unsigned threads : {2u, 8u}) {
        const PageRank together = pagerank(graph, {}, {.threads = threads});
        CHECK(together.scores == alone.scores);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("pagerank says when it does not converge", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = path(40, direction);
    const PageRank result = pagerank(graph);
    const std::size_t needed = result.iterations;
    CHECK(needed > 20);
    CHECK(pagerank(graph, {.max_iterations = needed}).scores == result.scores);
    CHECK_THAT(error_of(graph, {.max_iterations = needed - 1}),
               Catch::Matchers::StartsWith("not-converged: PageRank changed by "));
    CHECK(pagerank(graph, {.tolerance = 1e-3}).iterations < needed / 2);
    CHECK(pagerank(graph, {.tolerance = 1e-3}).residual < 1e-3);
    CHECK(pagerank(graph, {.tolerance = result.residual}).iterations > needed);  // below, not at
    CHECK(pagerank(path(1), {.max_iterations = 1}).iterations == 1);
}

TEST_CASE("pagerank refuses options out of range", "[analysis]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::string damping = "option-range: damping must be at least 0 and below 1";
    CHECK(error_of(path(3), {.damping = 1}) == damping);
    CHECK(error_of(path(3), {.damping = -0.1}) == damping);
    CHECK(error_of(path(3), {.damping = nan}) == damping);
    const std::string tolerance = "option-range: tolerance must be above 0";
    CHECK(error_of(path(3), {.tolerance = 0}) == tolerance);
    CHECK(error_of(path(3), {.tolerance = nan}) == tolerance);
    CHECK(error_of(path(0), {.max_iterations = 0}) ==
          "option-range: max_iterations must be at least 1");
    CHECK(error_of(path(3), {.teleport = {1, 1}}) ==
          "option-range: teleport must have a weight for each vertex");
    const std::string weights = "option-range: teleport weights must be at least 0";
    CHECK(error_of(path(3), {.teleport = {1, -1, 1}}) == weights);
    CHECK(error_of(path(3), {.teleport = {1, nan, 1}}) == weights);
    const std::string sum = "option-range: teleport weights must have a finite sum above 0";
    CHECK(error_of(path(3), {.teleport = {0, 0, 0}}) == sum);
    CHECK(error_of(path(3), {.teleport = {1, infinity, 1}}) == sum);
    CHECK(error_of(path(3), {.teleport = {0, 0, 1}}) == "none");
}

TEST_CASE("pagerank stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(pagerank(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
