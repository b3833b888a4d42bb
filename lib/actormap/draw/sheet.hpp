#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/legend.hpp>

#include <string>
#include <vector>

namespace actormap {

/// What is printed around a scene. All texts are clean.
struct Sheet {
    std::string title;
    std::vector<std::string> caption;  ///< sentences under the title, wrapped to the width
    Tlp marking = Tlp::clear;
    std::vector<LegendItem> legend;
    std::string sources_heading;
    std::vector<std::string> sources;  ///< printed in columns
    std::size_t numbered = 0;          ///< how many of `sources`, from the first on, are sources
};

/// The points that a line of an A4 page in landscape holds, and the smallest size of type, in
/// points, that is to remain when a picture is scaled to it.
inline constexpr double page_width = 785;
inline constexpr double page_height = 538;
inline constexpr double smallest_type = 6;

/// A ready picture for `Engine::placed` within a box, with the title above it, legend and sources
/// below.
[[nodiscard]] GvGraph compose(GvGraph picture, const GvBox& box, const Sheet& sheet, Theme theme,
                              const RenderLimits& limits, const Run& run);

/// The whole picture for `Engine::placed`: the scene where the layout put it, the title above,
/// legend and sources below. The scene's nodes have the ids n0…, its edges e0…, the sources s1….
[[nodiscard]] GvGraph compose(const Scene& scene, const Content& content, const GvLayout& layout,
                              const Sheet& sheet, const RenderLimits& limits, const Run& run);

}  // namespace actormap
