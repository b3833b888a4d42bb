#pragma once

#include <actormap/lens/merge.hpp>

#include <vector>

namespace actormap {

/// Which entities of a graph become one.
struct MergeDecisions {
    std::vector<std::vector<EntityId>> groups;  ///< of two entities or more, by their least
    std::vector<UnionReason> reasons;           ///< of the unions that made them
    std::vector<Refusal> refusals;              ///< ascending
};

/// Decides in this order: recorded judgements; then, in rounds until nothing unites any more,
/// ATT&CK ids, derived judgements, countries and names.
[[nodiscard]] MergeDecisions decide_merge(const ActorGraph& graph);

}  // namespace actormap
