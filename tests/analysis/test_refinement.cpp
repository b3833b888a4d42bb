#include "support/catch.hpp"
#include "support/oracle_refinement.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/refinement.hpp>
#include <actormap/base/run.hpp>

#include <cmath>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

/// Each part has the number of its smallest node.
Labels by_smallest(const Labels& parts) {
    Labels result(parts.size());
    for (std::size_t v = 0; v < parts.size(); ++v) {
        const auto first = std::find(parts.begin(), parts.end(), parts[v]);
        result[v] = static_cast<std::uint32_t>(first - parts.begin());
    }
    return result;
}

/// Compares how often each refinement comes with its chance.
void check_chances(const CommunityLevel& level, const oracle::Matrix& a, const Labels& of,
                   double penalty, double spread) {
    const auto expected = oracle::Refinements(a, level.mass, of, penalty, spread).chances();
    constexpr int runs = 4000;
    std::map<Labels, double> share;
    RandomBits bits(1);
    Refinement refinement(level.size(), penalty, spread, bits, {});
    Labels parts;
    for (int i = 0; i < runs; ++i) {
        refinement.refine(level, of, parts);
        share[by_smallest(parts)] += 1.0 / runs;
    }
    // The deviation is below 0.5 / sqrt(4000) = 0.008.
    for (const auto& [partition, chance] : expected)
        CHECK(std::abs(share[partition] - chance) < 0.035);
    for (const auto& [partition, chance] : share) CHECK(expected.count(partition) == 1);
}

}  // namespace

TEST_CASE("refinements have the chances of their definition", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 60u));
    const Network graph = random_graph(seed, Direction::undirected, 5);
    INFO("seed " << seed << ": " << describe(graph));
    const std::size_t n = graph.size();
    const Strengths strengths = random_strengths(graph, seed);
    CommunityLevel level = base_level(graph, strengths, 1);
    std::mt19937 numbers(seed);
    for (double& mass : level.mass) mass = 1.0 + static_cast<double>(numbers() % 3);
    Labels of(n);
    for (std::uint32_t& c : of) c = static_cast<std::uint32_t>(numbers() % 4 == 0 ? n - 1 : 0);
    check_chances(level, oracle::matrix(graph, strengths), of, static_cast<double>(seed % 5) / 2,
                  seed % 2 == 0 ? 2 : 0.5);
}

TEST_CASE("refinement joins no part that its community does not hold", "[analysis]") {
    // 0 and 1 are tied with one another more than with the rest: both are well connected as long as
    // they are alone, and together they are not; so 2 cannot join them any more.
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {0, 2}, {1, 2}, {2, 3}};
    const Network graph(Direction::undirected, 4, edges);
    const Strengths strengths =
        Strengths::united(graph, edges, std::vector<double>{3, 1, 1, 2}, Uniting::sum);
    check_chances(base_level(graph, strengths, 1), oracle::matrix(graph, strengths), Labels(4, 0),
                  1, 1);
}

TEST_CASE("refinement of one part at a price of nothing is the connected ones", "[analysis]") {
    const Network graph = cliques(3, 4);
    const CommunityLevel level = base_level(graph);
    RandomBits bits(1);
    Refinement refinement(20, 0, 1e-9, bits, {});  // storage for a larger level
    Labels parts;
    refinement.refine(level, Labels(12, 5), parts);
    for (std::size_t v = 0; v < 12; ++v) {
        for (std::size_t w = 0; w < 12; ++w) {
            if (parts[v] == parts[w]) CHECK(v / 4 == w / 4);
        }
        CHECK(std::count(parts.begin(), parts.end(), parts[v]) > 1);  // none is left alone
    }
}

TEST_CASE("refinement stops when asked", "[analysis]") {
    std::stop_source source;
    RandomBits bits(1);
    Refinement refinement(3, 1, 1, bits, source.get_token());
    Labels parts;
    CHECK_NOTHROW(refinement.refine(base_level(path(3)), {0, 0, 0}, parts));
    source.request_stop();
    CHECK_THROWS_AS(refinement.refine(base_level(path(3)), {0, 0, 0}, parts), Cancelled);
}

TEST_CASE("decay is the exponential function", "[analysis]") {
    CHECK(decay(0) == 1);
    double worst = 0;
    for (int i = 0; i <= 50000; ++i) {
        const double x = -i / 1000.0;
        worst = std::max(worst, std::abs(decay(x) / std::exp(x) - 1));
    }
    CHECK(worst < 1e-15);
    CHECK(decay(-51) == 0);  // below every chance that a lot can tell
    CHECK(decay(-std::numeric_limits<double>::infinity()) == 0);
}
