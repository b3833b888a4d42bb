#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace actormap {

/// Sorts values by group, and those of one group by `less`. `group_of` gives each value its group,
/// from 0 to `groups` - 1. Values that compare equal keep their order where a group is small.
///
/// A count for each group finds its place, and where the groups are small that is all: so records
/// that hang on others, few on each, are sorted in time that grows as their number.
///
/// Cost        O(values + groups) and the sorting within each group; a copy of the values and a
///             number for each group
template <typename Value, typename GroupOf, typename Less>
void sort_by_group(std::vector<Value>& values, std::size_t groups, const GroupOf& group_of,
                   const Less& less) {
    std::vector<std::size_t> begin(groups + 1, 0);
    for (const Value& value : values) ++begin[group_of(value) + 1];
    for (std::size_t g = 0; g < groups; ++g) begin[g + 1] += begin[g];
    std::vector<Value> sorted(values.size());
    for (const Value& value : values) sorted[begin[group_of(value)]++] = value;
    // Each group's beginning has moved to its end, where the next one begins.
    auto from = sorted.begin();
    for (std::size_t g = 0; g < groups; ++g) {
        const auto to = sorted.begin() + static_cast<std::ptrdiff_t>(begin[g]);
        if (to - from > 1) std::sort(from, to, less);
        from = to;
    }
    values = std::move(sorted);
}

}  // namespace actormap
