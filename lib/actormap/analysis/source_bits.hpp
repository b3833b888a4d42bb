#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace actormap {

/// A set of sources of a batch: one bit each.
struct alignas(64) SourceBits {
    static constexpr std::size_t count = 512;

    std::array<std::uint64_t, count / 64> word{};

    void add(std::size_t source) { word[source / 64] |= std::uint64_t{1} << (source % 64); }
};

/// As many bits as fit a vector register of so many bytes.
template <std::size_t bytes>
struct BitRegister;
template <>
struct BitRegister<16> {
    typedef std::uint64_t Words __attribute__((vector_size(16), may_alias));
};
template <>
struct BitRegister<32> {
    typedef std::uint64_t Words __attribute__((vector_size(32), may_alias));
};

/// The same set in vector registers of so many bytes. What is here has no processor of its own: it
/// is inlined into functions that are compiled for one that has such registers.
template <std::size_t bytes>
class SourceSet {
    using Words = typename BitRegister<bytes>::Words;
    static constexpr std::size_t parts = sizeof(SourceBits) / bytes;

  public:
    [[gnu::always_inline]] inline SourceSet() {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) part_[p] = Words{};
    }
    [[gnu::always_inline]] inline explicit SourceSet(const SourceBits& from) {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) part_[p] = at(from)[p];
    }
    [[gnu::always_inline]] inline void store(SourceBits& to) const {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) at(to)[p] = part_[p];
    }

    [[gnu::always_inline]] inline SourceSet& operator|=(const SourceBits& other) {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) part_[p] |= at(other)[p];
        return *this;
    }
    [[gnu::always_inline]] inline SourceSet& operator&=(const SourceBits& other) {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) part_[p] &= at(other)[p];
        return *this;
    }
    [[gnu::always_inline]] inline SourceSet& remove(const SourceBits& other) {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) part_[p] &= ~at(other)[p];
        return *this;
    }

    [[nodiscard, gnu::always_inline]] inline bool empty() const {
        Words any = part_[0];
#pragma GCC unroll 4
        for (std::size_t p = 1; p < parts; ++p) any |= part_[p];
        std::uint64_t word = any[0];
#pragma GCC unroll 4
        for (std::size_t i = 1; i < bytes / 8; ++i) word |= any[i];
        return word == 0;
    }

    /// How many sources. Adds up neighbouring bits, pairs, and so on, in all words at once.
    [[nodiscard, gnu::always_inline]] inline std::uint32_t size() const {
        constexpr std::uint64_t bits = 0x5555'5555'5555'5555, pairs = 0x3333'3333'3333'3333,
                                fours = 0x0f0f'0f0f'0f0f'0f0f, eights = 0x00ff'00ff'00ff'00ff;
        Words sums{};
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p) {
            const Words of_two = part_[p] - ((part_[p] >> 1) & bits);
            const Words of_four = (of_two & pairs) + ((of_two >> 2) & pairs);
            sums += (of_four + (of_four >> 4)) & fours;  // each byte at most 8
        }
        std::uint64_t sum = sums[0];
#pragma GCC unroll 4
        for (std::size_t i = 1; i < bytes / 8; ++i) sum += sums[i];  // each byte at most 64
        sum = (sum & eights) + ((sum >> 8) & eights);
        return static_cast<std::uint32_t>((sum * 0x0001'0001'0001'0001) >> 48);
    }

  private:
    [[gnu::always_inline]] inline static const Words* at(const SourceBits& bits) {
        return reinterpret_cast<const Words*>(bits.word.data());
    }
    [[gnu::always_inline]] inline static Words* at(SourceBits& bits) {
        return reinterpret_cast<Words*>(bits.word.data());
    }

    Words part_[parts];
};

}  // namespace actormap
