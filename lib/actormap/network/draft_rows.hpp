#pragma once

#include <actormap/base/large_pages.hpp>
#include <actormap/network/vertex.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

// Rows in the making: by counting, so that nothing is sorted. `Count` is the smallest type that can
// number what they hold: the counts are what is looked up at random, and half the size is more than
// half the time.

namespace actormap {

/// Row v is target[first[v]] to target[first[v + 1]].
template <typename Count>
struct DraftRows {
    std::vector<Count> first = {0};
    std::vector<Vertex> target;

    [[nodiscard]] std::size_t size() const { return first.size() - 1; }
    [[nodiscard]] std::span<const Vertex> row(std::size_t v) const {
        return {target.data() + first[v], target.data() + first[v + 1]};
    }
};

/// Fills rows whose lengths were counted. Each row's end starts where the row starts and moves as
/// it grows; at last it is where the next row starts, so that the ends have become the offsets.
template <typename Count>
class RowFiller {
  public:
    explicit RowFiller(std::size_t rows) { resize_large(first_, rows + 2); }

    /// First, how long the rows will be...
    void count(std::size_t row, std::size_t length = 1) {
        first_[row + 2] = static_cast<Count>(first_[row + 2] + length);
    }
    /// ...then where they are, with room for all...
    void place() {
        for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
        resize_large(target_, first_.back());
    }
    /// ...and what they hold, each row from its front.
    void append(std::size_t row, Vertex target) { target_[first_[row + 1]++] = target; }
    void append(std::size_t row, std::span<const Vertex> targets) {
        Count& end = first_[row + 1];
        std::copy(targets.begin(), targets.end(), target_.data() + end);
        end = static_cast<Count>(end + targets.size());
    }
    [[nodiscard]] DraftRows<Count> take() {
        first_.pop_back();
        return {std::move(first_), std::move(target_)};
    }

  private:
    std::vector<Count> first_;
    std::vector<Vertex> target_;
};

/// Row w lists the rows of `rows` that hold w, ascending: for they are visited in that order.
template <typename Count>
[[nodiscard]] DraftRows<Count> transposed(const DraftRows<Count>& rows) {
    RowFiller<Count> result(rows.size());
    for (const Vertex w : rows.target) result.count(w);
    result.place();
    for (std::size_t v = 0; v < rows.size(); ++v) {
        for (const Vertex w : rows.row(v)) result.append(w, static_cast<Vertex>(v));
    }
    return result.take();
}

/// Of ascending rows that hold larger numbers than their own only: each with the smaller ones that
/// hold it before them. When a row's turn comes, all smaller ones have been appended to it.
template <typename Count>
[[nodiscard]] DraftRows<Count> both_ways(const DraftRows<Count>& larger) {
    RowFiller<Count> result(larger.size());
    for (const Vertex w : larger.target) result.count(w);
    for (std::size_t v = 0; v < larger.size(); ++v) result.count(v, larger.row(v).size());
    result.place();
    for (std::size_t v = 0; v < larger.size(); ++v) {
        result.append(v, larger.row(v));
        for (const Vertex w : larger.row(v)) result.append(w, static_cast<Vertex>(v));
    }
    return result.take();
}

/// Removes equal neighbours of ascending rows, and says how many.
template <typename Count>
std::size_t unite_equal(DraftRows<Count>& rows) {
    std::size_t kept = 0;
    std::size_t begin = 0;
    for (std::size_t v = 0; v < rows.size(); ++v) {
        const std::size_t end = rows.first[v + 1];
        for (std::size_t i = begin; i < end; ++i) {
            if (i == begin || rows.target[i] != rows.target[i - 1])
                rows.target[kept++] = rows.target[i];
        }
        rows.first[v + 1] = static_cast<Count>(kept);
        begin = end;
    }
    const std::size_t removed = rows.target.size() - kept;
    rows.target.resize(kept);
    return removed;
}

}  // namespace actormap
