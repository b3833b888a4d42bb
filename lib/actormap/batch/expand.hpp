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

/// Every job of a plan, in the plan's order, each for each of what it is for, ascending by id. A
/// name that would give a path that is taken (case and Unicode form aside) is told apart by "~" and
/// the id.
///
/// What there is is looked for under the job's own lens. That lens is then put `around` an actor, a
/// sponsor, a sector or the members of a community (these with no hops), or on a `country`; or it
/// is narrowed to a year.
///
/// Cost        that of `apply` for each planned job, and of Leiden for communities
/// Reports     plan-empty (a warning) where there is nothing to do a job for
/// Throws      InputError plan-collision if two outputs without `for-each` are one file, or one is
///             where another has its folder; those of `apply`, at the place of the job
[[nodiscard]] std::vector<Job> expand(const Plan& plan, const ActorGraph& graph,
                                      Diagnostics& diagnostics);

}  // namespace actormap
