#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/between_bound.hpp>
#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/sampled_betweenness.hpp>

#include <cmath>
#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The normalised values, from their definition.
std::vector<double> exact(const Network& graph) {
    std::vector<double> b = oracle::betweenness(graph);
    const auto n = static_cast<double>(graph.size());
    const double pairs = (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
    for (double& value : b) value /= n > 2 ? pairs : 1;
    return b;
}

double largest_error(const std::vector<double>& found, const std::vector<double>& expected) {
    double largest = 0;
    for (std::size_t v = 0; v < expected.size(); ++v)
        largest = std::max(largest, std::abs(found[v] - expected[v]));
    return largest;
}

/// Runs in which a value was off by epsilon, and how many the proof allows. A run fails with a
/// chance of at most 5 L exp(-2 r e^2), independently of the others. Let these chances add up to
/// `mean`: the variance is no more, so that mean + 5 sqrt(mean) + 3 are hardly ever exceeded.
struct Failures {
    double seen = 0;
    double mean = 0;

    void run(const Network& graph, const SampledBetweennessOptions& options) {
        const SampledBetweenness found = sampled_betweenness(graph, options);
        if (largest_error(found.scores, exact(graph)) >= options.epsilon) ++seen;
        const auto n = static_cast<double>(graph.size());
        const double e = n > 2 ? std::min(0.1, options.epsilon * (n - 2) / n) : 0;
        mean +=
            5 * between_bound(graph) * std::exp(-2 * static_cast<double>(found.samples) * e * e);
    }
    [[nodiscard]] double allowed() const { return mean + 5 * std::sqrt(mean) + 3; }
};

}  // namespace

TEST_CASE("sampled betweenness is within epsilon on random networks", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    Failures failures;
    for (std::uint32_t seed = 0; seed < 400; ++seed)
        failures.run(random_graph(seed, direction),
                     {.epsilon = 0.1, .probability = 0.9, .seed = seed});
    CHECK(failures.mean < 400 * 0.1);
    CHECK(failures.seen <= failures.allowed());
}

TEST_CASE("sampled betweenness is within epsilon for most seeds", "[analysis][property]") {
    // Where chance has most to say: values in the middle between 0 and 1, and few vertices, so
    // that the share of pairs without a vertex is far from that of all pairs.
    const auto graph = GENERATE(star(3), star(4), star(6), path(12), cycle(5, Direction::directed),
                                with_isolated(star(3)));
    INFO(describe(graph));
    Failures failures;
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        failures.run(graph, {.epsilon = 0.12, .probability = 0.9, .seed = seed});
    CHECK(failures.mean < 200 * 0.1);
    CHECK(failures.seen <= failures.allowed());
}

TEST_CASE("sampled betweenness is right on average", "[analysis][property]") {
    // The mean of 50 runs is that of all their samples: no value may be off by five deviations.
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 12u));
    const Network graph = random_graph(1000 + seed, direction);
    INFO("seed " << 1000 + seed << ": " << describe(graph));
    constexpr std::size_t runs = 50;

    const std::vector<double> expected = exact(graph);
    std::vector<double> mean(graph.size(), 0);
    double samples = 0;
    for (std::size_t run = 0; run < runs; ++run) {
        const auto found = sampled_betweenness(graph, {.epsilon = 0.2, .seed = run});
        samples += static_cast<double>(found.samples);
        for (Vertex v = 0; v < graph.size(); ++v) mean[v] += found.scores[v] / runs;
    }
    const auto n = static_cast<double>(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (samples == 0) {
            CHECK(expected[v] == 0);
            continue;
        }
        const double p = expected[v] * (n - 2) / n;
        const double deviation = std::sqrt(p * (1 - p) / samples) * n / (n - 2);
        CHECK(std::abs(mean[v] - expected[v]) <= 5 * deviation);
    }
}

TEST_CASE("sampled betweenness is within epsilon on larger networks", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(std::uint64_t{0}, std::uint64_t{5}));
    const Network graph = sparse(300, 900, direction);
    const auto found = sampled_betweenness(graph, {.epsilon = 0.02, .seed = seed});
    CHECK(largest_error(found.scores, betweenness(graph)) < 0.02);
    CHECK(found.scores != sampled_betweenness(graph, {.epsilon = 0.02, .seed = seed + 1}).scores);
}

TEST_CASE("sampled betweenness draws as many samples as its proof asks for", "[analysis]") {
    const auto samples = [](const Network& graph, double epsilon, double probability) {
        return sampled_betweenness(graph, {.epsilon = epsilon, .probability = probability}).samples;
    };
    // L = 2/3 in a star of six, and e = epsilon 4/6.
    CHECK(samples(star(6), 0.06, 0.9) == 1875);    // 3 / e^2
    CHECK(samples(star(6), 0.06, 0.99) == 1875);   // ln(333.3) / 2 is less than 3
    CHECK(samples(star(6), 0.06, 0.999) == 2535);  // ln(3333.3) / 2 = 4.0558 are more
    CHECK(samples(star(6), 0.9, 0.9) == 300);      // e = 0.1
    CHECK(samples(path(7, Direction::directed), 0.14, 0.999) == 507);  // L = 5: ln(25000) / 2
    CHECK(samples(cliques(4, 2), 0.06, 0.9) == 0);
}

TEST_CASE("sampled betweenness of simple networks", "[analysis]") {
    CHECK(sampled_betweenness(path(0)).scores.empty());
    CHECK(sampled_betweenness(path(1)).scores == std::vector<double>{0});
    CHECK(sampled_betweenness(path(2)).scores == std::vector<double>{0, 0});
    CHECK(sampled_betweenness(cliques(3, 2)).scores == std::vector<double>(6, 0));
    // No path has a vertex of these between its ends, but for the one that is never off.
    const auto scores = sampled_betweenness(star(50)).scores;
    CHECK(scores[0] > 0.99);
    CHECK(scores[0] <= 1);
    CHECK(std::vector<double>(scores.begin() + 1, scores.end()) == std::vector<double>(49, 0));
}

TEST_CASE("sampled betweenness is at most 1, however many samples hit", "[analysis]") {
    // Of the pairs of a star of four a half have the hub between them; more samples may.
    std::size_t cut = 0;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const double hub = sampled_betweenness(star(4), {.epsilon = 0.3, .seed = seed}).scores[0];
        CHECK(hub <= 1);
        cut += hub == 1 ? 1 : 0;
    }
    CHECK(cut > 0);
    CHECK(cut < 50);
}

TEST_CASE("sampled betweenness is normalised unless raw", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(30, 60, direction);
    std::vector<double> scores = sampled_betweenness(graph, {.epsilon = 0.1}).scores;
    for (double& score : scores) score *= 29 * 28 / (graph.directed() ? 1.0 : 2.0);
    CHECK_THAT(sampled_betweenness(graph, {.epsilon = 0.1, .normalized = false}).scores,
               near(scores));
}

TEST_CASE("sampled betweenness has the same bits for any number of threads",
          "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(300, 900, direction);
    const SampledBetweennessOptions options{.epsilon = 0.05, .seed = 7};
    const auto alone = sampled_betweenness(graph, options).scores;
    for (const unsigned threads : {0U, 2U, 3U, 8U})
        CHECK(sampled_betweenness(graph, options, {.threads = threads}).scores == alone);
}

TEST_CASE("sampled betweenness refuses what it cannot guarantee", "[analysis]") {
    const auto refuses = [](const SampledBetweennessOptions& options, const std::string& message) {
        CHECK_THROWS_WITH(sampled_betweenness(star(6), options),
                          Catch::Matchers::Contains(message));
    };
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double wrong : {0.0, 1.0, -0.5, 2.0, nan}) {
        refuses({.epsilon = wrong}, "epsilon of sampled betweenness is above 0 and below 1");
        refuses({.probability = wrong}, "probability of sampled betweenness is above 0");
    }
    refuses({.epsilon = 1e-5}, "needs more than 2^32 samples");
}

TEST_CASE("sampled betweenness reports progress and stops when asked", "[analysis]") {
    std::size_t last = 0;
    std::size_t whole = 0;
    std::stop_source source;
    Run run;
    run.stop = source.get_token();
    run.progress = [&](std::size_t done, std::size_t total) {
        CHECK(done >= last);
        last = done;
        whole = total;
    };
    const std::size_t samples = sampled_betweenness(star(6), {.epsilon = 0.5}, run).samples;
    CHECK(last == samples);
    CHECK(whole == samples);

    run.progress = [&](std::size_t done, std::size_t) {
        last = done;
        if (done == 20) source.request_stop();
    };
    CHECK_THROWS_AS(sampled_betweenness(star(6), {.epsilon = 0.5}, run), Cancelled);
    CHECK(last == 20);
}
