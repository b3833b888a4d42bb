#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/stability.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// Two lines: who is at the top by which measure, and how many withdrawals were tried.
[[nodiscard]] std::string stability_heading(const ActorGraph& graph, const Stability& stability);

/// A row for each withdrawal that changes the top. `for_people` names what is withdrawn in a cell
/// or two; else kind, id and name have columns of their own.
[[nodiscard]] Table stability_table(const ActorGraph& graph, const Stability& stability,
                                    bool for_people);

/// `{"stable": {"top": …, "set": […]}, "measures": […], "rows": [{"who": [{"kind": …, "id": …}],
/// "entered": […], "left": […]}], "tried": {"singles": …, "pairs": …}}`
[[nodiscard]] std::string stability_json(const ActorGraph& graph, const View& view,
                                         const Stability& stability);

}  // namespace actormap
