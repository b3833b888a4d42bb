#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace actormap {

/// A hash table of positions in a list whose records know their keys: four bytes a place, at most
/// half of the places taken. `hash` gives the hash of the record at a position, `same` whether the
/// record at a position is the one that is looked for.
class PositionIndex {
  public:
    template <typename Same>
    [[nodiscard]] std::optional<std::uint32_t> find(std::size_t hash, const Same& same) const {
        if (places_.empty()) return std::nullopt;
        const std::uint32_t found = places_[place_of(hash, same)];
        return found == none ? std::nullopt : std::optional(found);
    }

    /// The position of the record that is the same; `fresh` if there was none, which is added.
    template <typename Hash, typename Same>
    std::uint32_t find_or_add(std::size_t hash_of_key, std::uint32_t fresh, const Hash& hash,
                              const Same& same) {
        if ((count_ + 1) * 2 > places_.size()) grow(hash);
        std::uint32_t& place = places_[place_of(hash_of_key, same)];
        if (place != none) return place;
        ++count_;
        return place = fresh;
    }

    /// Makes room for so many records in a table that has none.
    void reserve(std::size_t count) {
        if (count_ == 0) places_.assign(std::bit_ceil(std::max(count * 2, smallest)), none);
    }

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::size_t smallest = 16;

    /// The place of the record that is the same, or the free one where it belongs.
    template <typename Same>
    [[nodiscard]] std::size_t place_of(std::size_t hash, const Same& same) const {
        const std::size_t mask = places_.size() - 1;
        std::size_t at = spread(hash) & mask;
        while (places_[at] != none && !same(places_[at])) at = (at + 1) & mask;
        return at;
    }

    template <typename Hash>
    void grow(const Hash& hash) {
        std::vector<std::uint32_t> before(places_.empty() ? smallest : places_.size() * 2, none);
        std::swap(before, places_);
        for (const std::uint32_t position : before) {
            if (position != none)
                places_[place_of(hash(position), [](std::uint32_t) { return false; })] = position;
        }
    }

    /// Neighbouring hashes must not fill neighbouring places, and all bits must count: in a hash of
    /// two ends the upper half is one of them, and many edges share the other.
    [[nodiscard]] static std::size_t spread(std::size_t hash) {
        return ((hash ^ hash >> 32) * std::size_t{0x9e3779b97f4a7c15}) >> 20;
    }

    std::vector<std::uint32_t> places_;
    std::size_t count_ = 0;
};

}  // namespace actormap
