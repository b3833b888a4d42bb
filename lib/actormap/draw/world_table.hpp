#pragma once

#include <cstdint>
#include <span>

namespace actormap {

// The table that scripts/make_world makes. Numbers are hundredths of a degree; longitudes run from
// -169 to 191 degrees.

/// A ring of points around land; the last joins the first. Land within it may be another's.
struct WorldRing {
    char code[3];  ///< ISO 3166-1 alpha-2; empty: land without a code
    std::int16_t longitude;
    std::int16_t latitude;
    std::uint16_t points;
};

/// Where what belongs to a code is marked.
struct WorldPoint {
    char code[3];
    std::int16_t longitude;
    std::int16_t latitude;
};

[[nodiscard]] std::span<const WorldRing> world_rings();  ///< ascending by code
/// Longitude and latitude from each point of a ring to the next, ring after ring.
[[nodiscard]] std::span<const std::int16_t> world_steps();
[[nodiscard]] std::span<const WorldPoint> world_points();  ///< ascending by code, each once

}  // namespace actormap
