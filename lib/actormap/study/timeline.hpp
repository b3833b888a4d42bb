#pragma once

#include <actormap/base/calendar.hpp>
#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/ranking.hpp>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace actormap {

/// What a step of a timeline looks at.
enum class TimelineBy : std::uint8_t {
    said,  ///< what had been said by its last day: `Lens::as_of`
    event  ///< what happened in it: `Lens::since` its first day, `Lens::until` its last
};
[[nodiscard]] std::optional<TimelineBy> parse_timeline_by(std::string_view text);
[[nodiscard]] std::string_view to_string(TimelineBy by);

struct TimelineOptions {
    TimelineBy by = TimelineBy::said;
    RankingOptions ranking = {};  ///< `top` is of the entities of all steps; `teleport` is not used
    Direction direction = Direction::undirected;
    /// Where PageRank's jumps land; empty: anywhere. In a step without one of them PageRank does
    /// not exist.
    std::vector<EntityId> personalize = {};
    /// What the edges of a step's view weigh; empty: nothing.
    std::function<Weighting(const View&)> weigh = {};
    std::size_t most_rows = std::size_t{1} << 26;  ///< a guard: steps times entities
};

struct TimelineStep {
    Period when;
    /// Its ranks count all that are listed then, of the types wanted, whatever `top` keeps.
    Ranking ranking;
    SelectionCounts counts;
    std::vector<Measure> undefined;  ///< of those that do not exist of this network; NaN for all
};

/// A measure over time.
struct Timeline {
    TimelineBy by = TimelineBy::said;
    std::vector<TimelineStep> steps;  ///< in the order given
    /// Those in any step: by the value of the first measure in the last step, then in the one
    /// before it, and so on; then by id. What has no value then comes after what has one.
    std::vector<EntityId> entities;
    Tlp marking = Tlp::clear;  ///< the highest of all steps
};

/// The lens of one step: the given one with its own date or dates.
[[nodiscard]] Lens step_lens(Lens lens, TimelineBy by, const Period& when);

/// The ranking of each step, as `rank` makes it of what `apply` makes of `step_lens`. Where `top`
/// is given only the first so many of `entities` are kept, in every step. A step without entities
/// has an empty ranking, whatever the measure; one of whose network a measure does not exist (no
/// edges, or directed without a cycle) has no values of it, and that is no error.
///
/// Cost      that of `apply` and `rank` for each step; memory for the rows that are kept, and for
///           those that may yet be while later steps leave a tie
/// Progress  over all steps, the last one first
/// Throws    as `apply`, `rank` and `weigh` do, the message beginning with the step; Error
///           not-in-view if one of `personalize` is in no step's network; timeline-size if more
///           than `most_rows` would be kept
[[nodiscard]] Timeline timeline(const ActorGraph& graph, const Lens& lens,
                                const std::vector<Period>& steps,
                                const TimelineOptions& options = {}, const Run& run = {});

}  // namespace actormap
