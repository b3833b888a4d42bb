#pragma once

#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// How many pairs of a scene's edges cross that have no end in common, all drawn as straight lines
/// between the points of the nodes.
///
/// Cost        O(m^2) time at worst: pairs that lie apart from left to right are passed over
[[nodiscard]] std::size_t crossings(const Scene& scene, const std::vector<GvPoint>& points);

/// The same of the curves of a layout, each taken as straight pieces between its control points;
/// two that cross several times count once. Memory grows with the pairs: for small pictures.
[[nodiscard]] std::size_t crossings(const Scene& scene, const GvLayout& layout);

/// The control points of a curve, from Graphviz's words for them; without where a head points to.
[[nodiscard]] std::vector<GvPoint> curve_of(const GvEdgePlace& edge);

}  // namespace actormap
