#pragma once

#include <actormap/batch/output_name.hpp>
#include <actormap/batch/plan.hpp>
#include <actormap/model/actor_graph.hpp>

#include <vector>

namespace actormap {

/// Something that a job is done for.
struct Subject {
    NameValues values;
    Lens lens;  ///< the job's, with this in view
};

/// What a job is done for, ascending by id; for `once` that is one thing without a name.
[[nodiscard]] std::vector<Subject> subjects(const ActorGraph& graph, const Lens& lens,
                                            ForEach for_each);

}  // namespace actormap
