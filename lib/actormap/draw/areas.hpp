#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/hulls.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

/// How far an area reaches beyond the boxes in it, and what must at least be free beyond that, in
/// points.
inline constexpr double area_margin = 8;
inline constexpr double area_clearance = 4;

/// Gives the clusters areas: their labels become nodes of the content after the scene's, in the
/// order of the areas. Their outlines are still empty.
void add_areas(Content& content, const std::vector<SceneCluster>& clusters, Theme theme);

/// Moves what stands at `points` (the nodes of the content) so that each area is clean: within an
/// area boxes stand `gap` apart, its label is at its upper or lower side, and no area meets another
/// or a node that is not in it. Areas move as a whole. False if `rounds` rounds were not enough.
///
/// Cost        O((areas + other nodes)^2) time a round
[[nodiscard]] bool set_apart(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
                             const std::vector<Area>& areas, double gap, std::size_t rounds);

/// Puts the labels of the areas where `set_apart` would, and moves nothing else.
void place_labels(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
                  const std::vector<Area>& areas, double gap);

/// Whether all areas that are clean stay so if a node moves to `place`.
[[nodiscard]] bool stays_clean(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
                               const std::vector<Area>& areas, std::size_t node, GvPoint place);

/// The numbers of the nodes in an area, its label among them.
[[nodiscard]] std::vector<std::size_t> within(const Area& area);

/// Draws the outlines of the areas around where the layout has their nodes, and makes its box
/// hold them. An area that meets another or a node that is not in it has none.
void outline_areas(Content& content, GvLayout& layout);

/// The areas as drawing operations for `_background`.
[[nodiscard]] std::string areas_background(const std::vector<Area>& areas, Theme theme);

}  // namespace actormap
