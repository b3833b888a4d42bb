#pragma once

#include <actormap/draw/world_map.hpp>

namespace actormap {

/// Gives the countries of a map their names, and a few arcs the numbers of their sources: measured
/// by Graphviz, each in a free place of the map or of its inset, or none.
void add_labels(WorldMap& map, const WorldScene& scene, const RenderLimits& limits, const Run& run);

}  // namespace actormap
