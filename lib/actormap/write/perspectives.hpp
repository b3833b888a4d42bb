#pragma once

#include <actormap/study/perspectives.hpp>
#include <actormap/write/table.hpp>

#include <string>
#include <vector>

namespace actormap {

/// For people: a relation in words and its verdict, then the word of each side in a column of its
/// own, or, where there are more than eight sides, who carries and who opposes it.
[[nodiscard]] Table perspectives_table(const ActorGraph& graph, const Perspectives& perspectives);

/// The summary for people: relations by verdict; what each side does; which sides meet, if any.
[[nodiscard]] std::vector<Table> perspectives_summary(const Perspectives& perspectives);

/// "pairs not counted: N sides", a line; empty if they were.
[[nodiscard]] std::string unpaired_note(const Perspectives& perspectives);

/// For machines: a row for each relation and each side that speaks about it: from, relation, to
/// (ids), start, stop, verdict, side, stance, claims (how many), first_date, last_date, confidence
/// (the highest that a visible claim states which carries it). `stance` is `divided` or
/// `withdrawn` where the side has no single one; the side of those without a country is empty.
[[nodiscard]] Table perspectives_rows(const ActorGraph& graph, const Perspectives& perspectives);

/// `{"by": …, "relations": [{"from": …, "verdict": …, "sides": [{"side": …, "view": …, "stance": …,
/// "claims": […]}]}], "summary": {"relations": N, "verdicts": {…}, "sides": […], "pairs": […]},
/// "marking": …}`; the side of those without a country is null, and so are pairs that were not
/// counted
[[nodiscard]] std::string perspectives_json(const ActorGraph& graph, const Selection& selection,
                                            const Perspectives& perspectives);

}  // namespace actormap
