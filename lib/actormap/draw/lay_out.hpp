#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/draw.hpp>

#include <optional>
#include <vector>

namespace actormap {

/// A scene with its places.
struct Laid {
    Content content;
    GvLayout layout;
};

/// Lays a scene out as the options ask; `earlier` is empty or has the place of each node of the
/// scene that had one. `middle` is the node that a radial layout is around, if it is known; else
/// that is the most linked.
/// Throws  as draw() does
[[nodiscard]] Laid lay_out(const Scene& scene, const Citations& citations,
                           const std::vector<std::optional<GvPoint>>& earlier,
                           std::optional<std::size_t> middle, const DrawOptions& options,
                           const Run& run);

}  // namespace actormap
