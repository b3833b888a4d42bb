#pragma once

#include <actormap/lens/lens.hpp>
#include <actormap/model/actor_graph.hpp>

#include <vector>

namespace actormap {

/// Which entity stands for each one of a graph: itself, the one that replaced it, or none. One
/// that no file defines has none standing for it.
///
/// include   every entity stands for itself
/// exclude   revoked and deprecated ones have none
/// follow    for a revoked one stands whoever its `revoked-by` relations lead to, the least id
///           where there are several; where they lead to no living entity, or in a circle: none
///
/// O(entities + relations).
[[nodiscard]] std::vector<OptionalId<EntityId>> stand_ins(const ActorGraph& graph, Revoked revoked);

}  // namespace actormap
