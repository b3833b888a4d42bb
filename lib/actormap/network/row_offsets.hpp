#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace actormap {

/// Where each row begins in a list of all rows, one behind the other: ascending numbers, the first
/// of them 0, and one more that says where the last row ends.
///
/// Four bytes hold the low bits of each. The high bits are those of the one before, but for the few
/// numbers that pass a multiple of 2^32, which are listed; there are none below 2^32 arcs. So a row
/// shorter than 2^32 has a length that the low bits give alone.
///
/// Memory      4 bytes a row, and 4 for each 2^32 arcs
/// Cost        O(1) time, or O(log of the arcs / 2^32)
class RowOffsets {
  public:
    RowOffsets() = default;  ///< no rows

    /// `first` as above.
    explicit RowOffsets(std::vector<std::uint32_t> first) : low_(std::move(first)) {
        assert(!low_.empty() && low_[0] == 0);
    }
    /// The same; each row is shorter than 2^32.
    explicit RowOffsets(const std::vector<std::uint64_t>& first) : low_(first.size()) {
        assert(!first.empty() && first[0] == 0);
        for (std::size_t i = 0; i < first.size(); ++i) {
            low_[i] = static_cast<std::uint32_t>(first[i]);
            assert(i == 0 || first[i] - first[i - 1] <= std::numeric_limits<std::uint32_t>::max());
            if (i > 0 && low_[i] < low_[i - 1]) passes_.push_back(static_cast<std::uint32_t>(i));
        }
        passes_.shrink_to_fit();
    }

    /// How many rows.
    [[nodiscard]] std::size_t size() const { return low_.size() - 1; }
    /// Where row i begins, which is where row i - 1 ends.
    [[nodiscard]] std::size_t operator[](std::size_t i) const {
        assert(i < low_.size());
        return passes_.empty() ? low_[i] : low_[i] + high(i);
    }
    /// How long row i is.
    [[nodiscard]] std::size_t length(std::size_t i) const {
        assert(i < size());
        return static_cast<std::uint32_t>(low_[i + 1] - low_[i]);
    }
    /// The memory it holds beside itself, in bytes.
    [[nodiscard]] std::size_t bytes() const {
        return (low_.capacity() + passes_.capacity()) * sizeof(std::uint32_t);
    }

    friend bool operator==(const RowOffsets&, const RowOffsets&) = default;

  private:
    [[nodiscard]] std::size_t high(std::size_t i) const {
        const auto passed = std::upper_bound(passes_.begin(), passes_.end(), i) - passes_.begin();
        return static_cast<std::size_t>(static_cast<std::uint64_t>(passed) << 32U);
    }

    std::vector<std::uint32_t> low_ = {0};
    std::vector<std::uint32_t> passes_;  // the i whose number has a multiple of 2^32 before it
};

}  // namespace actormap
