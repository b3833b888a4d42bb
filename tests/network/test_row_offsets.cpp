#include "support/catch.hpp"

#include <actormap/network/row_offsets.hpp>

#include <random>

using namespace actormap;

namespace {

/// Offsets are compared with the plain list that they were made of.
void check_equal(const RowOffsets& offsets, const std::vector<std::uint64_t>& first) {
    REQUIRE(offsets.size() + 1 == first.size());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(offsets[i] == first[i]);
    for (std::size_t i = 0; i + 1 < first.size(); ++i)
        CHECK(offsets.length(i) == first[i + 1] - first[i]);
}

constexpr std::uint64_t wide = std::uint64_t{1} << 32U;

}  // namespace

TEST_CASE("row offsets beyond 32 bits are what they were made of", "[network]") {
    const auto first = GENERATE_COPY(values<std::vector<std::uint64_t>>({
        {0},
        {0, 0, 0},
        {0, 7, 7, wide - 1, wide - 1},
        {0, wide - 1, wide, wide + 1},
        {0, 5, wide, wide, wide, wide + 3},
        {0, wide - 1, 2 * wide - 2, 3 * wide - 3, 3 * wide - 3, 4 * wide - 4},
        {0, 1, wide, 2 * wide - 1, 2 * wide, 3 * wide - 1},
    }));
    check_equal(RowOffsets(first), first);
}

TEST_CASE("row offsets of random rows, longer than 2^32 in all", "[network][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    std::mt19937 bits(seed);
    std::vector<std::uint64_t> first{0};
    for (int i = 0; i < 40; ++i) first.push_back(first.back() + (bits() >> bits() % 32));
    INFO("seed " << seed);
    check_equal(RowOffsets(first), first);
}

TEST_CASE("row offsets of 32 bits are the same however they were made", "[network]") {
    CHECK(RowOffsets() == RowOffsets(std::vector<std::uint32_t>{0}));
    CHECK(RowOffsets().size() == 0);
    const RowOffsets narrow(std::vector<std::uint32_t>{0, 2, 5});
    CHECK(narrow == RowOffsets(std::vector<std::uint64_t>{0, 2, 5}));
    CHECK_FALSE(narrow == RowOffsets(std::vector<std::uint64_t>{0, 2, 6}));
    // The same low bits are not enough.
    CHECK_FALSE(RowOffsets(std::vector<std::uint64_t>{0, wide - 1, wide}) ==
                RowOffsets(std::vector<std::uint32_t>{0, 0xffffffff, 0}));
    CHECK(narrow.bytes() == 12);
    CHECK(RowOffsets(std::vector<std::uint64_t>{0, wide - 1, wide}).bytes() == 16);
}
