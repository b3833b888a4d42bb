#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/draw.hpp>

#include <string>
#include <vector>

namespace actormap {

/// The title of a picture, clean.
[[nodiscard]] std::string title_of(const ActorGraph& graph, const DrawOptions& options);

/// The sentences under the title, clean: date and lens, counts and the allegation, what was
/// withheld, and what this way of drawing leaves out.
[[nodiscard]] std::vector<std::string> caption_of(const Lens& lens, const View& view,
                                                  const Scene& scene, const Content& content,
                                                  const Citations& citations);

/// The list of sources with their numbers, cut to `most`.
[[nodiscard]] std::vector<std::string> source_list(const Citations& citations, std::size_t most);

}  // namespace actormap
