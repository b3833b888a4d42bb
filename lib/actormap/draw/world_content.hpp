#pragma once

#include <actormap/draw/legend.hpp>
#include <actormap/draw/world_map.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The map for `Engine::placed`. Circles and dots have the ids n0…, by country, houses s0…;
/// in the inset m0… and t0…; arcs e0…, by the scene's arcs. The land is in the graph's attribute
/// `_background`.
[[nodiscard]] GvGraph world_content(const WorldScene& scene, const WorldMap& map, Theme theme);

/// The look of a mark, of an arc; `style` is the number of an `ArcStyle`.
[[nodiscard]] GvAttributes mark_attributes(const MapMark& mark, std::size_t style, Theme theme);
[[nodiscard]] GvAttributes arc_attributes(const WorldArc& arc, std::size_t style, Theme theme);

/// Exactly what occurs on the map.
[[nodiscard]] std::vector<LegendItem> world_legend(const WorldScene& scene, const WorldMap& map,
                                                   Theme theme);

/// What the caption says of what is on the map, and what is not; clean.
[[nodiscard]] std::vector<std::string> world_caption(const WorldScene& scene, const WorldMap& map);

/// What an id of the picture is, in words, clean; empty for others' ids.
[[nodiscard]] std::string world_title(std::string_view id, const WorldScene& scene);

}  // namespace actormap
