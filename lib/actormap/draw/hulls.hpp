#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace actormap {

/// A convex polygon: its corners counterclockwise, none on a line between two others.
using Hull = std::vector<GvPoint>;

/// The smallest convex polygon around points. Of fewer than three, or of points on a line, what
/// remains of it: its ends.
/// Cost        O(n log n) time
[[nodiscard]] Hull convex_hull(std::vector<GvPoint> points);

/// The box around a polygon; and the polygon that a box is.
[[nodiscard]] GvBox box_of(std::span<const GvPoint> polygon);
[[nodiscard]] Hull corners_of(const GvBox& box);

/// The box around both.
[[nodiscard]] GvBox united(const GvBox& a, const GvBox& b);

/// Around some of the boxes that stand at `points`, each `margin` larger on every side. `rounded`:
/// around boxes whose corners are round, which lies within.
[[nodiscard]] Hull hull_around(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
                               std::span<const std::size_t> members, double margin,
                               bool rounded = false);

/// The shortest way for `a` to where it no longer meets `b`; nothing if they do not meet. Touching
/// is not meeting.
[[nodiscard]] std::optional<GvPoint> way_out(const Hull& a, const Hull& b);

/// The area of any polygon that does not cross itself; negative if its corners go clockwise.
[[nodiscard]] double area_of(std::span<const GvPoint> polygon);

}  // namespace actormap
