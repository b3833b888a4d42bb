#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/severance.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// One row for each edge, with its relations, or for each entity.
[[nodiscard]] Table severance_table(const ActorGraph& graph, const View& view,
                                    const Severance& severance, bool entities);

/// `{"cut": {"value": …, "edges": [{"from": …, "to": …, "relations": […]}]}}`, or `"entities"`.
[[nodiscard]] std::string severance_json(const ActorGraph& graph, const View& view,
                                         const Severance& severance, bool entities);

}  // namespace actormap
