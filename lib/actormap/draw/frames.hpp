#pragma once

#include <actormap/draw/draw.hpp>

#include <functional>
#include <string>
#include <vector>

namespace actormap {

/// The pictures of a graph as of several dates, to be looked at one after the other: an entity
/// stands at the same place in all of them, unless larger names push it a little, and all are of
/// one size. The lens's own date is replaced by each of `dates`, ascending; the layout is `force`.
///
/// `size_of` gives the sizes of a view's vertices, as `DrawOptions::size`; empty: none.
///
/// Cost        that of three pictures a date: the latest is laid out first, the earlier ones add
///             what they alone have; then all are measured, and drawn
/// Progress    over all of them
/// Throws      as `apply` and `draw` do
[[nodiscard]] std::vector<std::string> draw_frames(
    const ActorGraph& graph, Lens lens, const std::vector<PartialDate>& dates, DrawFormat format,
    DrawOptions options = {}, const std::function<std::vector<double>(const View&)>& size_of = {},
    const Run& run = {});

}  // namespace actormap
