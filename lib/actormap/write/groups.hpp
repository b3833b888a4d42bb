#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/breaks.hpp>
#include <actormap/study/groups.hpp>
#include <actormap/write/table.hpp>

#include <cstddef>
#include <string>

namespace actormap {

/// One row for each group: number, size, edges within and to the rest, members by type, and the
/// first `names` members.
[[nodiscard]] Table groups_table(const ActorGraph& graph, const Groups& groups, std::size_t names);

/// One row for each member of each group.
[[nodiscard]] Table members_table(const ActorGraph& graph, const Groups& groups);

/// `{"by": …, "network": {…}, "groups": [{"number": …, "size": …, "members": [{"id": …}]}]}`, and
/// for communities how they were found and how good they are.
[[nodiscard]] std::string groups_json(const ActorGraph& graph, const Groups& groups);

/// One row for each entity whose loss breaks the network.
[[nodiscard]] Table breaking_points_table(const ActorGraph& graph, const Breaks& breaks);

/// One row for each edge whose loss breaks the network, with its relations.
[[nodiscard]] Table bridges_table(const ActorGraph& graph, const Breaks& breaks);

/// `{"by": "articulation-points", "points": [{"id": …, "pieces": […]}]}`
[[nodiscard]] std::string breaking_points_json(const ActorGraph& graph, const View& view,
                                               const Breaks& breaks);

/// `{"by": "bridges", "bridges": [{"near": …, "far": …, "cut_off": …, "relations": […]}]}`
[[nodiscard]] std::string bridges_json(const ActorGraph& graph, const View& view,
                                       const Breaks& breaks);

}  // namespace actormap
