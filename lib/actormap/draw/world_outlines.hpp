#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace actormap {

/// Degrees; east and north are positive. East of the Bering Strait is -169, west of it 191.
struct GeoPoint {
    double longitude = 0;
    double latitude = 0;
};

/// The land of one code. Where a ring of another code lies within one of its rings, that is
/// the other's.
struct Outline {
    std::string_view code;  ///< ISO 3166-1 alpha-2; empty: land without a code
    std::vector<std::vector<GeoPoint>> rings;
};

/// Natural Earth's outlines of 1:110 million, without Antarctica, ascending by code.
[[nodiscard]] std::vector<Outline> world_outlines();

/// Where a country is marked: a point within the largest part of it. Every ISO 3166-1 code has one;
/// that of Antarctica is at the lower edge of the map. Nothing for other texts.
[[nodiscard]] std::optional<GeoPoint> place_of(std::string_view country_code);

}  // namespace actormap
