#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/bundle_object.hpp>

#include <string>
#include <vector>

namespace actormap {

/// The type under which an entity that comes from elsewhere stands in a bundle: its own, if it is
/// one of STIX whose required properties the record can give, or a word that STIX does not define;
/// else "x-actormap-object".
[[nodiscard]] std::string writable_type(const ActorGraph& graph, EntityId id);

/// Whether objects of a type have `created`, `modified` and the other properties of those that
/// somebody makes, as all but cyber-observables do.
[[nodiscard]] bool is_made(const std::string& type);

/// Gives an object of a type that `writable_type` chose what STIX requires beyond the common
/// properties. `created` is its time of creation, `others` the ids of the objects that it has
/// relations with.
void fill_required(BundleObject& object, const Entity& entity, const std::string& type,
                   const std::string& created, const std::vector<std::string>& others);

}  // namespace actormap
