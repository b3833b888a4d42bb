#include "support/catch.hpp"
#include "support/oracle_communities.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/local_moving.hpp>
#include <actormap/base/run.hpp>

#include <numeric>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

/// What the moves are to raise: ties, less penalty * mass * mass for each pair.
double value(const oracle::Matrix& a, const std::vector<double>& mass, double penalty,
             const Labels& of) {
    double sum = 0;
    for (std::size_t v = 0; v < a.size(); ++v) {
        for (std::size_t w = 0; w < v; ++w) {
            if (of[v] == of[w]) sum += a[v][w] - penalty * mass[v] * mass[w];
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("local moves gain until none does", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    const std::size_t n = graph.size();
    const Strengths strengths = random_strengths(graph, seed);
    const oracle::Matrix a = oracle::matrix(graph, strengths);
    CommunityLevel level = base_level(graph, strengths, 1);
    std::mt19937 numbers(seed);
    for (double& mass : level.mass) mass = 1.0 + static_cast<double>(numbers() % 3);
    Labels of(n);  // with gaps
    for (std::uint32_t& c : of) c = static_cast<std::uint32_t>(numbers() % n);
    const double penalty = static_cast<double>(seed % 7) / 3;

    RandomBits bits(seed);
    LocalMoving moving(n + 3, penalty, bits, {});
    const auto of_labels = [&](const Labels& labels) {
        return value(a, level.mass, penalty, labels);
    };
    double last = of_labels(of);
    for (;;) {
        const Labels before = of;
        const std::size_t moves = moving.move(level, of);
        for (const std::uint32_t c : of) CHECK(c < n);
        if (moves == 0) {
            CHECK(of == before);
            break;
        }
        CHECK(of_labels(of) > last);
        last = of_labels(of);
    }
    CHECK(oracle::best_single_move(of, of_labels) < last + 1e-9);
}

TEST_CASE("one round of local moves settles what neighbours cause", "[analysis]") {
    // At no price a vertex follows its neighbours; a path ends in few communities only if those
    // are looked at again, and settles in one round since nothing else matters.
    const Network graph = sparse(500, 1000, Direction::undirected);
    const CommunityLevel level = base_level(graph);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        RandomBits bits(seed);
        LocalMoving moving(500, 0, bits, {});
        Labels of(500);
        std::iota(of.begin(), of.end(), 0U);
        CHECK(moving.move(level, of) > 300);
        CHECK(moving.move(level, of) == 0);
    }
}

TEST_CASE("local moves that gain nothing are not made", "[analysis]") {
    // Each pair is worth its price: 0.1 * 3 and 0.3 differ by rounding only.
    CommunityLevel level = base_level(complete(3), uniform<Strengths>(complete(3), 0.3), 1);
    level.mass = {3, 3, 3};
    RandomBits bits(1);
    LocalMoving moving(3, 0.1 / 3, bits, {});
    for (const Labels& start : {Labels{0, 1, 2}, Labels{0, 0, 0}, Labels{2, 0, 2}}) {
        Labels of = start;
        CHECK(moving.move(level, of) == 0);
        CHECK(of == start);
    }
}

TEST_CASE("local moves stop when asked", "[analysis]") {
    std::stop_source source;
    RandomBits bits(1);
    LocalMoving moving(3, 1, bits, source.get_token());
    Labels of{0, 1, 2};
    CHECK_NOTHROW(moving.move(base_level(path(3)), of));
    source.request_stop();
    CHECK_THROWS_AS(moving.move(base_level(path(3)), of), Cancelled);
}
