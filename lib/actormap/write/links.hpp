#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/links.hpp>
#include <actormap/write/table.hpp>

#include <string>
#include <vector>

namespace actormap {

/// Paths for a person to read, one hop a line, its sources beneath it.
[[nodiscard]] std::string links_text(const ActorGraph& graph,
                                     const std::vector<std::vector<Hop>>& paths);

/// One row for each hop.
[[nodiscard]] Table links_table(const ActorGraph& graph,
                                const std::vector<std::vector<Hop>>& paths);

/// `{"paths": [{"hops": [{"from": …, "relation": …, "to": …, "confidence": …, "sources": […]}]}]}`
[[nodiscard]] std::string links_json(const ActorGraph& graph,
                                     const std::vector<std::vector<Hop>>& paths);

}  // namespace actormap
