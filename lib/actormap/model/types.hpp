#pragma once

#include <actormap/model/actor_graph.hpp>

#include <string>
#include <vector>

namespace actormap {

// A type that neither STIX nor the graph knows is more likely misspelt than meant.

/// Throws  Error unknown-type, with the nearest
void check_entity_types(const ActorGraph& graph, const std::vector<std::string>& types);
void check_relation_types(const ActorGraph& graph, const std::vector<std::string>& types);

}  // namespace actormap
