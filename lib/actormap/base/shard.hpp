#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Some of the chunks of a computation, from `first` to before `last`.
struct ChunkRange {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] std::size_t size() const { return last - first; }
};

/// Part `index`, from 1, of some work that `count` machines share.
struct Shard {
    static constexpr std::size_t most = 100'000;  ///< parts

    std::size_t index = 1;
    std::size_t count = 1;

    /// The chunks that belong to it. Shards 1 to `count` have each of `chunks` chunks once, in
    /// their order, and evenly; some have none if there are fewer chunks than shards.
    [[nodiscard]] ChunkRange of(std::size_t chunks) const {
        return {(index - 1) * chunks / count, index * chunks / count};
    }
    /// Whether the item at that position is its: it has every `count`-th.
    [[nodiscard]] bool holds(std::size_t position) const { return position % count == index - 1; }
    /// Whether the work is not shared.
    [[nodiscard]] bool whole() const { return count == 1; }
    /// Whether 1 <= index <= count <= most.
    [[nodiscard]] bool valid() const { return index >= 1 && index <= count && count <= most; }

    friend bool operator==(const Shard&, const Shard&) = default;
};

/// A shard as `I/N`; nothing if it is written otherwise or not valid.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);
[[nodiscard]] std::string to_string(const Shard& shard);

/// What a shard of a computation added up: a vector for each of its chunks, in their order. They
/// stay apart because a sum of doubles depends on its order: only when all are there are they
/// added, in the order of a computation that is not shared.
///
/// Memory      8 bytes for each number of each of its chunks
struct ShardSums {
    Shard shard;
    std::vector<std::vector<double>> chunks;
};

}  // namespace actormap
