#pragma once

#include <actormap/read/name_list.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace actormap {

/// The same for names that are small whole numbers as one writes them: "0", "17", not "017". Each
/// is looked up at the place that is its value, in a list a fraction of the size of a hash table.
///
/// Memory      4 bytes for each value up to the largest that occurs
class DecimalTable {
  public:
    /// What `value` gives for a name that is no number, or too large a one.
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// For numbers below `limit`. New names are appended to `names`.
    DecimalTable(NameList& names, std::size_t limit)
        : names_(names), limit_(std::min<std::size_t>(limit, none)) {}
    DecimalTable(const DecimalTable&) = delete;
    DecimalTable& operator=(const DecimalTable&) = delete;

    /// The number that the name is, if it is one of those that the table is for.
    [[nodiscard]] std::uint32_t value(std::string_view name) const {
        constexpr std::size_t most_digits = 9;  // more may not fit
        if (name.size() > most_digits || (name[0] == '0' && name.size() > 1)) return none;
        std::uint32_t value = 0;
        for (const char c : name) {
            if (c < '0' || c > '9') return none;
            value = value * 10 + static_cast<std::uint32_t>(c - '0');
        }
        return value < limit_ ? value : none;
    }

    /// The number of the name, which `value` is of.
    [[nodiscard]] std::uint32_t number(std::uint32_t value, std::string_view name) {
        if (value >= numbers_.size())
            numbers_.resize(std::min(limit_, std::max(value + std::size_t{1}, numbers_.size() * 2)),
                            none);
        if (numbers_[value] == none) {
            numbers_[value] = static_cast<std::uint32_t>(names_.size());
            names_.push_back(name);
        }
        return numbers_[value];
    }

    /// Gives the memory back; the names stay.
    void clear() { std::vector<std::uint32_t>().swap(numbers_); }

  private:
    NameList& names_;
    std::size_t limit_;
    std::vector<std::uint32_t> numbers_;
};

}  // namespace actormap
