#pragma once

#include <actormap/draw/content.hpp>

#include <optional>
#include <vector>

namespace actormap {

/// Where the nodes of `force_content` stand: by springs (`spring_layout`), drawn out to the shape
/// of a page, without overlaps, the components side by side, the edges as straight lines.
///
/// `earlier` is empty or has the earlier place of each node of the scene that had one: those stay
/// near it.
///
/// What the content gives an area is drawn together, and the areas apart.
[[nodiscard]] GvLayout force_layout(const Scene& scene, const Content& content,
                                    std::vector<std::optional<GvPoint>> earlier,
                                    const RenderLimits& limits, const Run& run);

}  // namespace actormap
