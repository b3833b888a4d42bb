#pragma once

#include <actormap/study/timeline.hpp>
#include <actormap/write/table.hpp>

#include <string>
#include <vector>

namespace actormap {

/// For people: a row for each entity and a column for each step with the value of the first
/// measure, to `digits` significant ones. A cell is empty where the entity is not in the network
/// then, or has no value.
[[nodiscard]] Table timeline_table(const ActorGraph& graph, const Timeline& timeline, int digits);

/// For machines: a row for each step and each entity in it: when, rank, id, name, type, and a
/// column for each measure, as in `ranking_table`.
[[nodiscard]] Table timeline_rows(const ActorGraph& graph, const Timeline& timeline);

/// `{"timeline": {"step": …, "by": …, "steps": [{"when": …, "as_of": … or "since": …, "until": …,
/// "network": …, "marking": …, "undated": …, "undefined": […], "rows": […]}]}, "measures": […],
/// "marking": …}`. `undated` counts the claims or relations that the step's dates could not judge;
/// `undefined` has the measures that do not exist of its network.
[[nodiscard]] std::string timeline_json(const ActorGraph& graph, const Timeline& timeline,
                                        CalendarUnit unit);

/// A line for each measure that does not exist in some step: in how many, and in which first.
[[nodiscard]] std::vector<std::string> undefined_notes(const Timeline& timeline);

}  // namespace actormap
