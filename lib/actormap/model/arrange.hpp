#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace actormap {

/// Puts the values at `order` first, in that order, and drops the others; in place, since there may
/// be millions of them. `order` names each at most once.
template <typename Value>
void arrange(std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> from(order);  // of each place, where its value stands
    std::vector<std::uint8_t> used(values.size(), 0);
    for (const std::uint32_t at : order) used[at] = 1;
    for (std::uint32_t at = 0; at < values.size(); ++at) {
        if (used[at] == 0) from.push_back(at);
    }
    for (std::uint32_t start = 0; start < from.size(); ++start) {
        if (from[start] == start) continue;
        Value moved = std::move(values[start]);
        std::uint32_t at = start;
        for (; from[at] != start; at = std::exchange(from[at], at)) {
            values[at] = std::move(values[from[at]]);
        }
        values[at] = std::move(moved);
        from[at] = at;
    }
    values.resize(order.size());
}

template <typename Value>
void give_back(std::vector<Value>& values) {
    std::vector<Value>().swap(values);
}

}  // namespace actormap
