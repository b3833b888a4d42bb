#pragma once

#include <actormap/batch/plan.hpp>
#include <actormap/model/actor_graph.hpp>

#include <string>
#include <vector>

namespace actormap {

/// One output to make.
struct Job {
    Work work;
    std::string options;  ///< what the plan says of the work, as compact JSON
    Lens lens;
    std::string subject;  ///< what it is for: an entity's id, a country, a year; or empty
    std::string output;   ///< the path below the batch's folder
};

/// Every job of a plan, in the plan's order, each for each of what it is for, ascending by id. Two
/// names that would give one path (case and Unicode form aside) are told apart by "~" and the id.
///
/// `for-each` widens the job's lens: by `around` for actors, sponsors, sectors and communities (the
/// members, with no hops), by `country`, by `since` and `until`, by `as-of`. What there is is
/// looked for under the job's own lens.
///
/// Cost        that of `apply` for each planned job, and of Leiden for communities
/// Throws      Error plan-collision if two jobs write one file, or one writes where another has
///             its folder; those of `apply`
[[nodiscard]] std::vector<Job> expand(const Plan& plan, const ActorGraph& graph);

}  // namespace actormap
