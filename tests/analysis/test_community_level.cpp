#include "support/catch.hpp"
#include "support/oracle_communities.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/community_level.hpp>
#include <actormap/analysis/community_search.hpp>
#include <actormap/analysis/random_bits.hpp>
#include <actormap/analysis/strength_scale.hpp>

#include <limits>
#include <numeric>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

oracle::Matrix matrix_of(const CommunityLevel& level) {
    oracle::Matrix a(level.size(), std::vector<double>(level.size(), 0));
    for (std::size_t v = 0; v < level.size(); ++v) {
        for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
            CHECK(level.weight[i] > 0);
            CHECK(a[v][level.target[i]] == 0);  // each pair once
            a[v][level.target[i]] = level.weight[i];
        }
    }
    return a;
}

}  // namespace

TEST_CASE("a level and its aggregate have the ties of the network", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    const std::size_t n = graph.size();
    const Strengths strengths = random_strengths(graph, seed);
    oracle::Matrix a = oracle::matrix(graph, strengths);
    CommunityLevel level = base_level(graph, strengths, 1);
    CHECK(matrix_of(level) == a);
    CHECK(level.mass == std::vector<double>(n, 1));
    CHECK(matrix_of(base_level(graph)) == oracle::matrix(graph, uniform<Strengths>(graph, 1)));

    weigh_by_ties(level);
    std::mt19937 numbers(seed);
    Labels of(n);
    for (std::uint32_t& c : of) c = static_cast<std::uint32_t>(numbers() % n);
    const Labels before = of;
    const std::size_t count = number_by_smallest(of);
    std::uint32_t next = 0;
    for (std::size_t v = 0; v < n; ++v) {
        CHECK(of[v] <= next);
        if (of[v] == next) ++next;
        for (std::size_t w = 0; w < n; ++w) CHECK((of[v] == of[w]) == (before[v] == before[w]));
    }
    CHECK(next == count);

    oracle::Matrix expected(count, std::vector<double>(count, 0));
    std::vector<double> mass(count, 0);
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w) {
            if (of[v] != of[w]) expected[of[v]][of[w]] += a[v][w];
            mass[of[v]] += a[v][w];
        }
    }
    CommunityLevel result = base_level(complete(5));  // what it held is overwritten
    aggregate(level, of, count, result);
    CHECK(matrix_of(result) == expected);
    CHECK(result.mass == mass);
}

TEST_CASE("a partition of the last level unfolds to the first", "[analysis]") {
    std::vector<Labels> nodes{{0, 1, 0, 2, 3}, {1, 0, 1, 0}};
    Labels of{7, 4};
    unfold(nodes, of);
    CHECK(of == Labels{4, 7, 4, 4, 7});
    unfold(nodes, of);
    CHECK(of == Labels{4, 7, 4, 4, 7});
}

TEST_CASE("strengths are scaled by a power of two", "[analysis]") {
    const Network pair = path(2);
    const auto scale = [&](double s) { return strength_scale(uniform<Strengths>(pair, s)); };
    CHECK(scale(1) == 1);
    CHECK(scale(1.9) == 1);
    CHECK(scale(2) == 0.5);
    CHECK(scale(0.75) == 2);
    CHECK(scale(0) == 1);
    CHECK(scale(std::numeric_limits<double>::max()) == 0x1p-1023);
    CHECK(scale(std::numeric_limits<double>::denorm_min()) == 0x1p1023);
    CHECK(strength_scale(uniform<Strengths>(path(1), 1)) == 1);
    CHECK(strength_scale(Strengths(path(3), {1, 1, 8, 8})) == 0.125);
}

TEST_CASE("random bits are those of the seed", "[analysis]") {
    // The C++ standard says what the 10000th number of the default seed is.
    RandomBits standard(std::mt19937_64::default_seed);
    for (int i = 1; i < 10000; ++i) static_cast<void>(standard.unit());
    CHECK(standard.unit() == static_cast<double>(9981545732273789042U >> 11U) * 0x1p-53);

    RandomBits bits(7);
    std::vector<int> count(6, 0);
    for (int i = 0; i < 6000; ++i) ++count[bits.below(6)];
    for (const int c : count) CHECK(std::abs(c - 1000) < 150);
    CHECK(bits.below(1) == 0);
    // 2^32 numbers do not divide into 3 * 2^30 equal heaps: without rejection every third number
    // would come twice as often.
    constexpr std::uint32_t limit = 3U << 30U;
    int low = 0;
    for (int i = 0; i < 6000; ++i) low += bits.below(limit) % 3 == 0 ? 1 : 0;
    CHECK(std::abs(low - 2000) < 200);
    for (int i = 0; i < 1000; ++i) {
        const double u = bits.unit();
        CHECK((u >= 0 && u < 1));
    }

    std::vector<int> orders(27, 0);  // each of the six orders of three is as likely
    for (int i = 0; i < 6000; ++i) {
        std::vector<int> values{0, 1, 2};
        bits.shuffle(std::span(values));
        ++orders[static_cast<std::size_t>(values[0] * 9 + values[1] * 3 + values[2])];
    }
    for (const std::size_t order : {5u, 7u, 11u, 15u, 19u, 21u})
        CHECK(std::abs(orders[order] - 1000) < 150);
}
