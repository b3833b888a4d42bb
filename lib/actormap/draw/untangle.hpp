#pragma once

#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace actormap {

/// Moves nodes a little way to where fewer edges cross (`crossings`), each only to where its box
/// stands at least `gap` from all others and within the box around all of them. There are never
/// more crossings than before. `allowed` may forbid a node a place; it is asked of few.
///
/// Cost        O(rounds m^2) time: every edge is compared with all others once for each of the
///             places that its ends are tried at, of which there are some dozens
void untangle(const Scene& scene, std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
              double gap, std::size_t rounds,
              const std::function<bool(std::size_t node, GvPoint place)>& allowed = {});

}  // namespace actormap
