#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/network/weights.hpp>

#include <utility>
#include <vector>

namespace actormap {

/// All edges of one length, or those at hubs longer, so that what hangs on them has room.
enum class Lengths { alike, longer_at_hubs };

/// The ends of a scene's springs: those of its edges, then of a line from the label of each area to
/// each node in it. Numbers of nodes of the content.
[[nodiscard]] std::vector<std::pair<Vertex, Vertex>> ends_of(const Scene& scene,
                                                             const Content& content);

/// How long the springs are to be, in lengths of an edge. What stands together is drawn together:
/// edges are shorter within an area and longer between two. `network` is that of `ends_of`.
[[nodiscard]] Distances lengths_of(const Scene& scene, const Content& content,
                                   const Network& network, Lengths kind);

}  // namespace actormap
