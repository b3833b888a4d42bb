#include "support/catch.hpp"

#include <actormap/analysis/random_bits.hpp>

#include <algorithm>
#include <map>
#include <vector>

using namespace actormap;

TEST_CASE("numbers below a limit are those of Lemire's definition", "[analysis]") {
    // Of the 2^32 words, 2^32 mod limit are refused, so that to each number go as many of the rest.
    const auto limit =
        GENERATE(1u, 2u, 3u, 1000u, 0x80000000u, 0x80000001u, 0xC0000001u, 0xFFFFFFFFu);
    RandomBits bits(7);
    std::mt19937_64 words(7);
    const std::uint64_t refused = (std::uint64_t{1} << 32U) % limit;
    for (int i = 0; i < 1000; ++i) {
        std::uint64_t product = 0;
        do product = (words() >> 32U) * limit;
        while (product % (std::uint64_t{1} << 32U) < refused);
        const std::uint32_t number = bits.below(limit);
        REQUIRE(number == product / (std::uint64_t{1} << 32U));
        REQUIRE(number < limit);
    }
}

TEST_CASE("a random number of the unit interval has 53 bits", "[analysis]") {
    RandomBits bits(3);
    bool odd = false;
    double least = 1, most = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double x = bits.unit();
        const double steps = x * 0x1p53;
        REQUIRE(steps == static_cast<double>(static_cast<std::uint64_t>(steps)));
        odd |= static_cast<std::uint64_t>(steps) % 2 == 1;
        least = std::min(least, x);
        most = std::max(most, x);
    }
    CHECK(odd);
    CHECK(least >= 0);
    CHECK(least < 0.001);  // each with a chance of e^-10 to be otherwise
    CHECK(most > 0.999);
    CHECK(most < 1);
}

TEST_CASE("each order has the same chance", "[analysis]") {
    std::map<std::vector<int>, int> count;
    for (std::uint64_t seed = 0; seed < 6000; ++seed) {
        std::vector<int> order{0, 1, 2};
        RandomBits bits = RandomBits::of_part(1, seed);
        bits.shuffle(std::span(order));
        ++count[order];
    }
    CHECK(count.size() == 6);
    for (const auto& [order, times] : count) {
        CHECK(times > 1000 - 150);  // five standard deviations
        CHECK(times < 1000 + 150);
    }
}
