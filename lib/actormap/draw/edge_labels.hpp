#pragma once

#include <actormap/draw/content.hpp>

namespace actormap {

/// Finds a place on its line, or close beside it, for the label of every edge of a layout by
/// springs, so that it covers no node and no other label. One for which there is none stays
/// without a place and is not drawn: returns how many.
std::size_t place_edge_labels(const Content& content, GvLayout& layout, const RenderLimits& limits,
                              const Run& run);

}  // namespace actormap
