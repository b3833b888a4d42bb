#pragma once

#include <actormap/lens/selection.hpp>
#include <actormap/lens/view.hpp>

#include <cstdint>
#include <vector>

namespace actormap {

/// Where entities go when lower levels give way to upper ones.
struct RollUpPlan {
    std::vector<std::vector<EntityId>> tops;  ///< of each entity, ascending; itself if it stays
    std::vector<std::uint8_t> followed;  ///< 1: the relation took its first end up; it is no edge
    std::vector<Tlp> markings;  ///< of each entity that went: the highest of it and its ways up
    std::vector<RollUpCount> counts;
};

/// Follows the relations that exist under the selection upwards, one level for each entry of
/// `roll_up`, in chains where several apply. An entity with several upper ones goes to each.
/// O(entities + relations + what `tops` holds).
[[nodiscard]] RollUpPlan plan_roll_up(const ActorGraph& graph, const Selection& selection,
                                      const std::vector<RollUp>& roll_up);

}  // namespace actormap
