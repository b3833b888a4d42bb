#pragma once

#include <actormap/draw/world_map.hpp>

#include <vector>

namespace actormap {

/// Europe and its neighbours at twice the size, in the free corner of the Pacific.
[[nodiscard]] MapInset europe_inset();

/// Whether a place of the map is within what the inset shows, and where it is there.
[[nodiscard]] bool shows(const MapInset& inset, GvPoint point);
[[nodiscard]] GvPoint within(const MapInset& inset, GvPoint point);

/// The part of a ring of the map that the inset shows, there; empty if there is none.
[[nodiscard]] std::vector<GvPoint> clipped(const MapInset& inset, const std::vector<GvPoint>& ring);

}  // namespace actormap
