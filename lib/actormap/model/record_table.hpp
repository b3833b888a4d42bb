#pragma once

#include <actormap/model/drafts.hpp>
#include <actormap/model/position_index.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace actormap {

/// What later records of one id brought beside the first: put together at the end, since a hostile
/// file may have very many.
struct Additions {
    std::string conflicts;  ///< entries of `x_conflicts`, each with a comma behind it
    std::vector<std::pair<Place, Properties>> properties;
};

/// The drafts of one kind of record by id. A reference to a record that is not there yet makes a
/// row that waits for it, so that a reference is a row's number from the start.
template <typename Draft>
class RecordTable {
  public:
    struct Row {
        Draft draft;
        bool defined = false;   ///< a file gave the record
        bool needed = false;    ///< it is kept though no file gave it
        bool reported = false;  ///< that it is missing was reported at `first_reference`
        Place first_reference;
    };

    [[nodiscard]] std::vector<Row>& rows() { return rows_; }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] Row& operator[](std::uint32_t row) { return rows_[row]; }
    [[nodiscard]] std::string_view id(std::uint32_t row) const {
        return record_of(rows_[row].draft).id;
    }

    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
        return index_.find(hash(id), [&](std::uint32_t row) { return this->id(row) == id; });
    }
    [[nodiscard]] bool defines(std::string_view id) const {
        const auto row = find(id);
        return row && rows_[*row].defined;
    }

    /// The row of a record that something refers to.
    std::uint32_t refer(std::string_view id, const Place& place) {
        const std::uint32_t row = find_or_add(id);
        if (row == rows_.size()) {
            rows_.emplace_back();
            record_of(rows_.back().draft).id = std::string(id);
            rows_.back().first_reference = place;
        }
        return row;
    }

    /// The row of the draft's id, and whether the draft went into it: otherwise a file gave one of
    /// that id before.
    std::pair<std::uint32_t, bool> define(Draft& draft) {
        const std::uint32_t row = find_or_add(record_of(draft).id);
        if (row == rows_.size()) rows_.emplace_back();
        if (rows_[row].defined) return {row, false};
        rows_[row].draft = std::move(draft);
        rows_[row].defined = true;
        return {row, true};
    }

    [[nodiscard]] Additions& additions(std::uint32_t row) { return additions_[row]; }
    [[nodiscard]] std::unordered_map<std::uint32_t, Additions>& all_additions() {
        return additions_;
    }

    /// The rows that stay, ascending by id.
    [[nodiscard]] std::vector<std::uint32_t> order() const {
        std::vector<std::uint32_t> order;
        for (std::uint32_t row = 0; row < rows_.size(); ++row) {
            if (rows_[row].defined || rows_[row].needed) order.push_back(row);
        }
        std::sort(order.begin(), order.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return id(a) < id(b); });
        return order;
    }

  private:
    [[nodiscard]] static std::size_t hash(std::string_view id) {
        return std::hash<std::string_view>{}(id);
    }
    std::uint32_t find_or_add(std::string_view id) {
        for (std::uint32_t& row : recent_) {
            if (row >= rows_.size() || this->id(row) != id) continue;
            std::swap(row, recent_.front());
            return recent_.front();
        }
        const std::uint32_t row = index_.find_or_add(
            hash(id), static_cast<std::uint32_t>(rows_.size()),
            [this](std::uint32_t other) { return hash(this->id(other)); },
            [&](std::uint32_t other) { return this->id(other) == id; });
        recent_ = {row, recent_.front()};
        return row;
    }

    std::vector<Row> rows_;
    PositionIndex index_;
    /// The rows that were wanted last, the latest first: references come in runs, so most need no
    /// hash. An edge names its ends, and often one of the edge before.
    std::array<std::uint32_t, 2> recent_{0, 0};
    std::unordered_map<std::uint32_t, Additions> additions_;
};

}  // namespace actormap
