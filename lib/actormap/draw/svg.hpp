#pragma once

#include <actormap/draw/scene.hpp>

#include <string>

namespace actormap {

/// The SVG with what screen readers and pointers look for: a role and a title for the whole, and
/// for each node and edge of the scene a title that says in words what it is.
[[nodiscard]] std::string with_titles(const std::string& svg, const Scene& scene,
                                      const Citations& citations, const std::string& title);

}  // namespace actormap
