#pragma once

#include <actormap/draw/content.hpp>

#include <string>
#include <string_view>

namespace actormap {

/// The scene alone for `Engine::placed`, where the layout put it: boxes, the labels of edges and
/// boxes as nodes, the scene's nodes with the ids n0…, its edges with the ids e0….
[[nodiscard]] GvGraph placed(const Scene& scene, const Content& content, const GvLayout& layout);

/// The value of an attribute; empty if there is none.
[[nodiscard]] std::string value_of(const GvAttributes& attributes, std::string_view wanted);

}  // namespace actormap
