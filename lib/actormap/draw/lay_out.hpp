#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/draw.hpp>

namespace actormap {

/// A scene with its places.
struct Laid {
    Content content;
    GvLayout layout;
};

/// Lays a scene out as the options ask.
/// Throws  as draw() does
[[nodiscard]] Laid lay_out(const Scene& scene, const Citations& citations,
                           const DrawOptions& options, const Run& run);

}  // namespace actormap
