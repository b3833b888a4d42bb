#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/explanation.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// One line: which rank the entity has, by which measure, among how many.
[[nodiscard]] std::string explanation_heading(const ActorGraph& graph,
                                              const Explanation& explanation, int digits);

/// A row for each source or speaker that changes something.
[[nodiscard]] Table explanation_table(const ActorGraph& graph, const Explanation& explanation);

/// The same for people: values are rounded to so many digits, and few claims are named.
[[nodiscard]] Table explanation_table(const ActorGraph& graph, const Explanation& explanation,
                                      int digits);

/// `{"explain": {"id": …, "rank": …, "value": …, "of": …}, "measures": […], "rows": [{"kind": …,
/// "id": …, "rank": …, "value": …, "rank_change": …, "claims": […]}], "unchanged": …}`
[[nodiscard]] std::string explanation_json(const ActorGraph& graph, const View& view,
                                           const Explanation& explanation);

}  // namespace actormap
