#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

// Numbers side by side, added in vector registers of the width that a function is compiled for.
// What is here has no target of its own: it is inlined into functions that have one.

#define ACTORMAP_INLINE [[gnu::always_inline]] inline

namespace actormap {

template <std::size_t bytes>
struct Vector;
template <>
struct Vector<16> {
    typedef double Number __attribute__((vector_size(16), may_alias));
};
template <>
struct Vector<32> {
    typedef double Number __attribute__((vector_size(32), may_alias));
};
template <>
struct Vector<64> {
    typedef double Number __attribute__((vector_size(64), may_alias));
};

/// One number a lane.
template <std::size_t count>
struct alignas(std::min<std::size_t>(64, count * sizeof(double))) Lanes {
    double lane[count] = {};
};

/// The same in registers of at most `widest` bytes.
template <std::size_t widest, std::size_t count>
class Registers {
    static constexpr std::size_t bytes = std::min(widest, count * sizeof(double));
    static constexpr std::size_t parts = count * sizeof(double) / bytes;
    using Number = typename Vector<bytes>::Number;

  public:
    ACTORMAP_INLINE Registers() {
        each([](Number& x) { x = Number{}; });
    }
    ACTORMAP_INLINE explicit Registers(double all) {
        each([&](Number& x) { x = Number{} + all; });
    }
    ACTORMAP_INLINE explicit Registers(const Lanes<count>& from) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) part_[p] = at(from)[p];
    }
    ACTORMAP_INLINE void store(Lanes<count>& to) const {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) at(to)[p] = part_[p];
    }

    ACTORMAP_INLINE Registers& operator+=(const Lanes<count>& other) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) part_[p] += at(other)[p];
        return *this;
    }
    ACTORMAP_INLINE friend Registers operator+(Registers a, const Registers& b) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) a.part_[p] += b.part_[p];
        return a;
    }
    ACTORMAP_INLINE friend Registers operator*(Registers a, const Registers& b) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) a.part_[p] *= b.part_[p];
        return a;
    }
    ACTORMAP_INLINE friend Registers operator*(Registers a, double factor) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) a.part_[p] *= factor;
        return a;
    }
    /// a / b, and 0 where b is 0.
    ACTORMAP_INLINE friend Registers quotient(Registers a, const Registers& b) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p)
            a.part_[p] = b.part_[p] == 0 ? Number{} : a.part_[p] / b.part_[p];
        return a;
    }
    ACTORMAP_INLINE friend Registers larger(Registers a, const Registers& b) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p)
            a.part_[p] = a.part_[p] > b.part_[p] ? a.part_[p] : b.part_[p];
        return a;
    }
    [[nodiscard]] ACTORMAP_INLINE bool none_above(double limit) const {
        Registers above;
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p)
            above.part_[p] = part_[p] > limit ? Number{} + 1 : Number{};
        return above.none();
    }
    /// This where `taken` is 0, otherwise 0.
    ACTORMAP_INLINE Registers where_zero(const Registers& taken) const {
        Registers result;
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p)
            result.part_[p] = taken.part_[p] == 0 ? part_[p] : Number{};
        return result;
    }
    /// Whether all are 0; none is negative.
    [[nodiscard]] ACTORMAP_INLINE bool none() const {
        Number sum = part_[0];
#pragma GCC unroll 8
        for (std::size_t p = 1; p < parts; ++p) sum += part_[p];
        return total(sum) == 0;
    }

  private:
    ACTORMAP_INLINE static const Number* at(const Lanes<count>& lanes) {
        return reinterpret_cast<const Number*>(lanes.lane);
    }
    ACTORMAP_INLINE static Number* at(Lanes<count>& lanes) {
        return reinterpret_cast<Number*>(lanes.lane);
    }
    template <class Body>
    ACTORMAP_INLINE void each(const Body& body) {
#pragma GCC unroll 8
        for (std::size_t p = 0; p < parts; ++p) body(part_[p]);
    }
    ACTORMAP_INLINE static double total(const Number& numbers) {
        if constexpr (bytes == 64) {
            const auto half = __builtin_shufflevector(numbers, numbers, 0, 1, 2, 3) +
                              __builtin_shufflevector(numbers, numbers, 4, 5, 6, 7);
            const auto pair = __builtin_shufflevector(half, half, 0, 1) +
                              __builtin_shufflevector(half, half, 2, 3);
            return pair[0] + pair[1];
        } else if constexpr (bytes == 32) {
            const auto pair = __builtin_shufflevector(numbers, numbers, 0, 1) +
                              __builtin_shufflevector(numbers, numbers, 2, 3);
            return pair[0] + pair[1];
        } else {
            return numbers[0] + numbers[1];
        }
    }

    Number part_[parts];
};

}  // namespace actormap
