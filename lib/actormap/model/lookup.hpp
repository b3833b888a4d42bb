#pragma once

#include <actormap/model/actor_graph.hpp>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace actormap {

/// The entity that somebody means who types `text`: the one with that id; else the one with
/// exactly that name; else the one with that name, case aside. Of several those that are revoked,
/// deprecated or undefined are passed over if one is not. Names and entities above `level` are
/// neither found nor suggested, but by id.
/// Throws  Error name-ambiguous, which lists the entities; name-unknown, with the nearest names
[[nodiscard]] EntityId find_by_name(const ActorGraph& graph, std::string_view text,
                                    Tlp level = Tlp::red);

/// The relations that begin at an entity, ascending; O(log n) however many end there.
[[nodiscard]] std::span<const RelationId> relations_from(const ActorGraph& graph, EntityId id);

/// The country codes of an entity: of a location its own, of others those of the locations that
/// they are located at or originate from by a relation that `holds` admits. Ascending, each once.
[[nodiscard]] std::vector<std::string_view> countries_of(
    const ActorGraph& graph, EntityId id, const std::function<bool(RelationId)>& holds);

/// Whether a relation of this type says where its first end belongs.
[[nodiscard]] bool is_placing(std::string_view relation_type);

}  // namespace actormap
