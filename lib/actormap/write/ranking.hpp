#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/ranking.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// The columns rank, id, name, type, and one for each measure. Values have 17 significant digits
/// for machines, `digits` if that is given; one that does not exist is an empty cell.
[[nodiscard]] Table ranking_table(const ActorGraph& graph, const Ranking& ranking,
                                  std::optional<int> digits = std::nullopt);

/// `{"network": …, "measures": […], "marking": …, "rows": [{"rank": …, "values": {…}}]}`;
/// a value that does not exist is null
[[nodiscard]] std::string ranking_json(const ActorGraph& graph, const Ranking& ranking);

}  // namespace actormap
