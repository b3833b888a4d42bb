#pragma once

#include <actormap/draw/world_outlines.hpp>
#include <actormap/graphviz/graphviz.hpp>

namespace actormap {

/// The meridian in the middle of the map: its edge then runs through the Bering Strait.
inline constexpr double middle_longitude = 11;

/// The Equal Earth projection, on a sphere of radius 1: areas are true, so the tint of a large
/// country counts for as much as it is large, and no more. `longitude` is counted from the middle.
///
///     x = 2 sqrt(3) lambda cos(theta) / (3 (9 A4 theta^8 + 7 A3 theta^6 + 3 A2 theta^2 + A1))
///     y = A4 theta^9 + A3 theta^7 + A2 theta^3 + A1 theta,   sin(theta) = sqrt(3)/2 sin(phi)
///
/// Range       |x| <= 2.70663, |y| <= 1.31736
/// Reference   B. Savric, T. Patterson, B. Jenny, The Equal Earth map projection, Int. J. Geogr.
///             Inf. Sci. 33 (2019) 454-465, https://doi.org/10.1080/13658816.2018.1504949
[[nodiscard]] GvPoint equal_earth(GeoPoint point);

/// The map in points, from 58 degrees south to 84 north; its lower left corner is 0,0.
inline constexpr double world_width = 1060;
[[nodiscard]] double world_height();
[[nodiscard]] GvPoint on_map(GeoPoint point);

/// The edge of what the map shows, as one ring.
[[nodiscard]] std::vector<GvPoint> map_edge();

}  // namespace actormap
