#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <string>

namespace actormap {

/// The network as drawn: every vertex and edge of the view, folded ones too. A record a line, keys
/// in a fixed order. Coordinates are points from the upper left corner of the scene, y downwards.
/// `picture` is the layout of the composed picture, whose nodes from number `first` on are the
/// scene's: the boxes of all that is printed, and the canvas, so that a program can look for
/// overlaps.
[[nodiscard]] std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                                       const Scene& scene, const Citations& citations,
                                       const GvLayout& layout, const GvLayout& picture,
                                       std::size_t first, const std::string& title);

}  // namespace actormap
