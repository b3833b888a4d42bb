#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace actormap {

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014: it tells
/// numbers apart that differ in a bit.
[[nodiscard]] inline std::uint64_t split_mix(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

/// Random numbers that a seed determines on every platform: the engine's bits are standard, those
/// of the standard distributions are not.
class RandomBits {
  public:
    explicit RandomBits(std::uint64_t seed) : engine_(seed) {}
    /// Those of one of many parts of a work, as a sample or a world: they depend on the seed and
    /// the number of the part alone, so that parts can be done in any order, in any thread.
    [[nodiscard]] static RandomBits of_part(std::uint64_t seed, std::uint64_t number) {
        return RandomBits(split_mix(split_mix(seed) + number));
    }

    /// Each number below `limit`, which is above 0, with the same chance (Lemire 2019).
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) {
        std::uint64_t product = (engine_() >> 32U) * limit;
        if (static_cast<std::uint32_t>(product) < limit) {
            const std::uint32_t uneven = (0U - limit) % limit;
            while (static_cast<std::uint32_t>(product) < uneven)
                product = (engine_() >> 32U) * limit;
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    /// At least 0 and below 1, in steps of 2^-53.
    [[nodiscard]] double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

    /// Each order with the same chance (Fisher and Yates); of fewer than 2^32 values.
    template <class Value>
    void shuffle(std::span<Value> values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace actormap
