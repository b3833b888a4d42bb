#pragma once

#include <actormap/draw/scene.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace actormap {

/// The SVG with what screen readers and pointers look for: a role and a title for the whole, and
/// for each node and edge of the scene a title that says in words what it is.
[[nodiscard]] std::string with_titles(const std::string& svg, const Scene& scene,
                                      const Citations& citations, const std::string& title);

/// The same for any picture: `title_of` gives the words for the id of a group, clean, or nothing.
[[nodiscard]] std::string with_titles(
    const std::string& svg, const std::string& title,
    const std::function<std::string(std::string_view id)>& title_of);

}  // namespace actormap
