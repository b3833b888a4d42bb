#pragma once

#include <actormap/draw/world_map.hpp>

#include <optional>
#include <string>

namespace actormap {

/// Sea and land as drawing operations in the language of Graphviz's attribute `_background`
/// ("xdot"): countries in the tint of their hits, those that somebody acts from in an outline of
/// the colour of their arcs; the inset, with frames around it and around what it shows. Numbers and
/// colours alone: nothing in it comes from a graph's texts.
[[nodiscard]] std::string world_background(const WorldScene& scene,
                                           const std::optional<MapInset>& inset, Theme theme);

}  // namespace actormap
