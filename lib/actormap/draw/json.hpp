#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/content.hpp>
#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// The network as drawn: every vertex and edge of the view, folded ones too. A record a line, keys
/// in a fixed order. Coordinates are points from the upper left corner of the scene, y downwards.
/// `picture` is the layout of the composed picture, whose nodes from number `first` on are the
/// scene's: the boxes of all that is printed, and the canvas, so that a program can look for
/// overlaps. `areas` adds what stands together, and for each vertex, in which of them.
[[nodiscard]] std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                                       const Scene& scene, const Citations& citations,
                                       const GvLayout& layout, const GvLayout& picture,
                                       std::size_t first, const std::string& title,
                                       const std::optional<std::vector<Area>>& areas = {});

/// The same for any picture. `points` are as above, of each vertex, nothing for what is nowhere;
/// `drawn` is 1 for what is drawn; `more` are further members, ready: ",\n  \"name\": value…".
[[nodiscard]] std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                                       const std::vector<std::optional<GvPoint>>& points,
                                       const std::vector<std::uint8_t>& drawn,
                                       const Citations& citations, Tlp marking,
                                       const std::string& title, const std::string& more);

}  // namespace actormap
