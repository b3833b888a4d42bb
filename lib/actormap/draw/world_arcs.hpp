#pragma once

#include <actormap/draw/world_map.hpp>

namespace actormap {

/// Sets the arcs of a map between its marks: the heaviest 150 or fewer. Each bends to its right, so
/// that those that run to and fro are two.
void add_arcs(WorldMap& map, const WorldScene& scene);

}  // namespace actormap
