#include "support/catch.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/pagerank.hpp>

#include <cmath>
#include <limits>
#include <numeric>

using namespace actormap;
using namespace actormap::test;

namespace {

/// One plain iteration: what the definition makes of scores.
std::vector<double> iterated(const Network& graph, const std::vector<double>& scores,
                             const std::vector<double>& teleport, double damping) {
    double dangling = 0;
    for (Vertex v = 0; v < graph.size(); ++v) dangling += graph.out(v).empty() ? scores[v] : 0;
    std::vector<double> next(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) {
        next[v] = (1 - damping + damping * dangling) * teleport[v];
        for (const Vertex w : graph.out(v))
            next[v] += damping * scores[w] / static_cast<double>(graph.out(w).size());
    }
    return next;
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
    return sum;
}

/// Jumps by `weights`; uniform if there are none.
std::vector<double> landing(std::vector<double> weights, std::size_t n) {
    if (weights.empty()) weights.assign(n, 1);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights) w /= sum;
    return weights;
}

/// The scores are the fixed point, by the L1 change that an iteration makes of them.
void check_solves(const Network& graph, const PageRankOptions& options) {
    const PageRank result = pagerank(graph, options);
    const auto teleport = landing(options.teleport, graph.size());
    const auto next = iterated(graph, result.scores, teleport, options.damping);
    CHECK(result.residual < options.tolerance);
    CHECK(distance(next, result.scores) < options.tolerance);
    const double sum = std::accumulate(result.scores.begin(), result.scores.end(), 0.0);
    CHECK(sum == Approx(1).margin(1e-12).epsilon(0));
}

/// Hubs, leaves, many alike vertices, and some without edges: like a map of actors.
Network actors(std::uint32_t seed) {
    std::mt19937 bits(seed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    const auto few = [&](std::uint32_t limit) {  // the small numbers more often
        return static_cast<Vertex>(bits() % (1 + bits() % limit));
    };
    Vertex n = 200;
    for (Vertex v = 20; v < n; ++v) {
        for (auto left = 1 + bits() % 8; left > 0; --left) edges.emplace_back(v, few(v));
    }
    while (n < 9000) {
        std::vector<Vertex> neighbours;
        for (auto left = bits() % 4; left > 0; --left) neighbours.push_back(few(200));
        for (auto alike = 1 + bits() % 9; alike > 0; --alike, ++n) {
            for (const Vertex w : neighbours) edges.emplace_back(n, w);
        }
    }
    return Network(Direction::undirected, n, edges);
}

}  // namespace

TEST_CASE("pagerank of an undirected network is what plain iteration comes to",
          "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 12u));
    const Network graph = actors(seed);
    INFO("seed " << seed);
    const auto even = landing({}, graph.size());
    std::vector<double> plain = even;
    for (int i = 0; i < 250; ++i) plain = iterated(graph, plain, even, 0.85);  // 0.85^250 < 1e-17
    const PageRank result = pagerank(graph);
    CHECK(distance(result.scores, plain) < 6e-12);
    CHECK_THAT(pagerank(graph, {.tolerance = 1e-15}).scores, near(plain));
    check_solves(graph, {});
    check_solves(graph, {.tolerance = 1e-14});
    check_solves(graph, {.damping = 0.2});

    // All that a class of alike vertices shares is along its edges: jumps tell its members apart.
    std::mt19937 bits(seed);
    std::vector<double> weights(graph.size());
    for (double& w : weights) w = static_cast<double>(bits() % 5);
    check_solves(graph, {.teleport = weights});
    std::fill(weights.begin(), weights.end(), 0);
    weights[8000 + seed] = 1;
    check_solves(graph, {.teleport = weights});
}

TEST_CASE("pagerank knows beforehand what dangles in an undirected network", "[analysis]") {
    // An edge and two vertices without: x(edge end) = c / 4 + d x, x(other) = c / 4, and all add up
    // to 1, so that c = (1 - d) / (1 - d / 2).
    const Network graph(Direction::undirected, 4, std::vector<std::pair<Vertex, Vertex>>{{1, 3}});
    const double c = 0.15 / (1 - 0.85 / 2);
    const double end = c / 4 / 0.15;
    CHECK_THAT(pagerank(graph).scores, near({c / 4, end, c / 4, end}));
    // All jumps there: nothing else is visited.
    CHECK_THAT(pagerank(graph, {.teleport = {1, 0, 3, 0}}).scores, near({0.25, 0, 0.75, 0}));
    CHECK(pagerank(graph, {.teleport = {1, 0, 3, 0}}).iterations == 1);
    CHECK_THAT(pagerank(graph, {.teleport = {0, 1, 0, 0}}).scores,
               near({0, 1 / 1.85, 0, 0.85 / 1.85}));
    // As small a chance to jump as there is: what dangles must not be lost in rounding.
    const double damping = 1 - 0x1p-53;
    for (const double t : {1e-3, 1e-15, 0x1p-53, 0x1p-54}) {
        const double part =
            1 / (1 + t / 3 / 0x1p-53);  // of what lands on the vertices without edges
        CHECK_THAT(pagerank(graph, {.damping = damping, .teleport = {1, t, 2, 0}}).scores,
                   near({part / 3, (1 - part) / 2, part * 2 / 3, (1 - part) / 2}));
    }
    CHECK_THAT(pagerank(graph, {.damping = damping, .teleport = {0.1, 0, 0.2, 0}}).scores,
               near({1.0 / 3, 0, 2.0 / 3, 0}));
    CHECK_THAT(pagerank(graph, {.damping = damping, .teleport = {1, 0, 1, 1e-300}}).scores,
               near({0.5, 0, 0.5, 0}));
}

TEST_CASE("pagerank adds up what dangles without rounding", "[analysis]") {
    // Pairs, and vertices without edges: x(of a pair) = 1 / (n (1 - d T)), where T are the latter.
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < 200000; v += 2) edges.emplace_back(v, v + 1);
    const Network graph(Direction::undirected, 300007, edges);
    const double expected = 1 / (1 - 0.85 * (100007.0 / 300007.0));
    CHECK(pagerank(graph).scores[0] * 300007 == Approx(expected).epsilon(4e-15).margin(0));
}

TEST_CASE("pagerank of an undirected network takes no more iterations than its bound",
          "[analysis]") {
    const double damping = GENERATE(0.5, 0.85, 0.99, 0.999);
    const auto seed = GENERATE(range(0u, 8u));
    const Network graph = seed == 0   ? path(5000)
                          : seed == 1 ? cycle(4999)
                          : seed == 2 ? star(3000)
                          : seed == 3 ? cliques(40, 7)
                                      : actors(seed);
    INFO("seed " << seed << ", damping " << damping);
    check_solves(graph, {.damping = damping});
    const double root = std::sqrt((1 + damping) / (1 - damping));
    // The norms differ by the root of the sum of degrees and of the condition, at most.
    const double drop = 1e-12 / (2 * root * std::sqrt(static_cast<double>(graph.arcs())));
    const double bound = std::log(drop) / std::log((root - 1) / (root + 1));
    CHECK(static_cast<double>(pagerank(graph, {.damping = damping}).iterations) < bound + 3);
}

TEST_CASE("pagerank keeps to its parts if hardly anyone jumps", "[analysis]") {
    // Two cliques and a triangle, not linked: each keeps what jumps bring, evenly over its arcs.
    std::vector<std::pair<Vertex, Vertex>> edges = {{10, 11}, {11, 12}, {10, 12}};
    for (Vertex a = 0; a < 10; ++a) {
        for (Vertex b = 0; b < a; ++b) {
            if (a / 5 == b / 5 && b % 5 != 0) edges.emplace_back(a, b);
        }
        edges.emplace_back(a, a / 5 * 5);
    }
    const Network graph(Direction::undirected, 13, edges);
    std::vector<double> expected(13, 1.0 / 13);
    for (const double damping : {0.9, 0.999999, 1 - 1e-12})
        CHECK_THAT(pagerank(graph, {.damping = damping}).scores, near(expected));
    const std::vector<double> teleport = {1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1};
    const PageRank result = pagerank(graph, {.damping = 1 - 1e-12, .teleport = teleport});
    for (Vertex v = 0; v < 13; ++v) expected[v] = v < 5 ? 0.05 : v < 10 ? 0.1 : 0.25 / 3;
    CHECK_THAT(result.scores, Catch::Matchers::Approx(expected).margin(1e-11).epsilon(0));
    CHECK(result.iterations < 10);
    // A path, which a walker needs long to cross.
    check_solves(path(50), {.damping = 0.999999});
    check_solves(path(50), {.damping = 0.999999, .tolerance = 1e-14});
}

TEST_CASE("pagerank of an undirected network gives up where rounding ends", "[analysis]") {
    const Network graph = actors(1);
    for (const double tolerance : {1e-18, 1e-300, std::numeric_limits<double>::denorm_min()}) {
        const PageRankOptions options{.tolerance = tolerance, .max_iterations = 3000};
        try {
            const PageRank result = pagerank(graph, options);
            CHECK(result.residual < tolerance);
        } catch (const Error& e) {
            CHECK(e.id() == "not-converged");
            CHECK_THAT(e.what(), Catch::Matchers::Contains(" after 3000 iterations; "));
            CHECK_THAT(e.what(), !Catch::Matchers::Contains("nan"));
        }
    }
}

TEST_CASE("pagerank does not see strengths that are all the same", "[analysis]") {
    const Network graph = actors(2);
    const PageRank result = pagerank(graph);
    const PageRank strong = pagerank(graph, uniform<Strengths>(graph, 3));
    CHECK(strong.scores == result.scores);
    CHECK(strong.iterations == result.iterations);
    // One that differs by nothing worth mentioning: the other method comes to the same.
    std::vector<double> of_edges(graph.arcs(), 1);
    const Vertex hub = graph.out(300).empty() ? graph.out(301)[0] : graph.out(300)[0];
    const Vertex other = graph.out(hub)[0];
    of_edges[*graph.arc_index(hub, other)] = of_edges[*graph.arc_index(other, hub)] = 1 + 0x1p-52;
    CHECK(distance(pagerank(graph, {graph, of_edges}).scores, result.scores) < 1.2e-11);
}

TEST_CASE("pagerank of an undirected network has the same bits for any number of threads",
          "[analysis][threads]") {
    const Network graph =
        GENERATE(0, 1) == 0 ? actors(3) : sparse(30000, 60000, Direction::undirected);
    const PageRank alone = pagerank(graph);
    for (const unsigned threads : {2u, 3u, 8u}) {
        const PageRank together = pagerank(graph, {}, {.threads = threads});
        CHECK(together.scores == alone.scores);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}
