#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

/// Moves points apart until the boxes around them, of the sizes given, stand at least `gap` from
/// each other: two that meet give way along the side on which they meet least, each by half. False
/// if `rounds` rounds were not enough.
///
/// Cost        O(n log n + pairs that stand above each other) time a round
[[nodiscard]] bool separate(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
                            double gap, std::size_t rounds);

/// Evens out how densely points stand: each goes part of the way to where it would stand if, from
/// left to right and from bottom to top, all stood at equal distances. Who is left of whom or above
/// whom stays. `part` is 0 to 1.
void even_out(std::vector<GvPoint>& points, std::span<const std::size_t> members, double part);

}  // namespace actormap
