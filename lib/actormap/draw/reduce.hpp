#pragma once

#include <actormap/draw/reduction.hpp>
#include <actormap/draw/scene.hpp>

namespace actormap {

/// The scene reduced: backbone first, then bundles, then the limits of nodes and edges.
/// `left_out` counts.
/// Throws  Error option-range if `backbone` is not in (0, 1]
[[nodiscard]] Scene reduce(Scene scene, const Reduction& reduction);

/// The scene as readable as its size lets it be. Up to 300 nodes it stays as it is. Beyond, three
/// or more that are linked alike become a bundle; if more than 300 are left, the 200 of the highest
/// measure stay; and if they have more than 600 edges, three for each node. If nothing
/// else was left out, that happens to more than 2,000 edges.
[[nodiscard]] Scene reduce_to_readable(Scene scene);

}  // namespace actormap
