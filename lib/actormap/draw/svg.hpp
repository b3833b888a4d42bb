#pragma once

#include <actormap/draw/scene.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace actormap {

/// What an SVG says of itself; clean text.
struct SvgWords {
    std::string title;
    std::string description;
    std::size_t linked = 0;  ///< of the first so many sources, those that may become links do
};

/// The SVG with what screen readers, pointers, scripts and style sheets look for.
///
/// The whole is a `graphics-document` with a title and a description. Each entity and each edge is
/// one group, a `graphics-symbol` with a title that says in words what it is, its id (n12, e3) and
/// classes: `entity-ID` and `kind-KIND`; `relation-TYPE` for each of its types, `from-ID` and
/// `to-ID`. IDs and types are written as `token` writes them, so that whatever they hold they are
/// one class each, and no two are the same. The sources have the ids s1 and so on; a source is a
/// link if `linked` reaches it and its address is `linkable`.
[[nodiscard]] std::string accessible(const std::string& svg, const ActorGraph& graph,
                                     const View& view, const Scene& scene,
                                     const Citations& citations, const SvgWords& words);

/// The same for any picture: `title_of` gives the words for the id of a group, clean, or nothing.
[[nodiscard]] std::string accessible(
    const std::string& svg, const Citations& citations, const SvgWords& words,
    const std::function<std::string(std::string_view id)>& title_of);

}  // namespace actormap
