#pragma once

#include <actormap/draw/content.hpp>

namespace actormap {

/// The scene alone for `Engine::placed`, where the layout put it: boxes, the labels of edges and
/// boxes as nodes, the scene's nodes with the ids n0…, its edges with the ids e0….
[[nodiscard]] GvGraph placed(const Scene& scene, const Content& content, const GvLayout& layout);

}  // namespace actormap
