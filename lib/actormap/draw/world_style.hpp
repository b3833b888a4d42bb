#pragma once

#include <actormap/draw/style.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace actormap {

inline constexpr std::size_t tints = 5;

/// What a map of the world adds to a theme's palette. `#RRGGBB`, or `#RRGGBBAA` where it is said.
struct WorldPalette {
    std::string_view sea;
    std::string_view land;                    ///< hit by nothing
    std::string_view border;                  ///< of countries
    std::array<std::string_view, tints> hit;  ///< the more hits, the farther from `land`
    std::string_view label_back;              ///< behind names: `#RRGGBBAA`
    std::string_view leader;                  ///< from a marker to its name
    std::string_view mark;                    ///< the circle of a country that is hit
    std::string_view mark_border;
    std::array<std::string_view, 5> arcs;  ///< in the order of `ArcStyle`s
    std::string_view arc_cover;            ///< how little arcs let through: `AA`
};
[[nodiscard]] const WorldPalette& world_palette_of(Theme theme);

/// How an arc shows whence it comes: by the head and by the colour. Its tail is at a named country.
struct ArcStyle {
    std::string_view code;  ///< ISO 3166-1 alpha-2; empty: any other
    std::string_view head;
};
[[nodiscard]] std::size_t arc_style_of(std::string_view country_code);  ///< its number
[[nodiscard]] const ArcStyle& arc_style(std::size_t number);

/// The tint of a country that is hit so often, from 1 on; and the words of the legend.
[[nodiscard]] std::size_t tint_of(std::size_t hits);
[[nodiscard]] std::string_view tint_words(std::size_t tint);

/// Of an arc that so many claims carry, in points.
[[nodiscard]] double arc_width(std::size_t claims);
/// The size of its head, where 1 is ten points long.
[[nodiscard]] double arc_head(std::size_t claims);

}  // namespace actormap
