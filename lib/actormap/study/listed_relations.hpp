#pragma once

#include <actormap/lens/view.hpp>

#include <vector>

namespace actormap {

/// The relations about which a lens lets something be said, in the graph's order: those that exist
/// and are edges of the view, or loops of an entity in it; and those that nobody carries and that
/// would be such if somebody did, by their types, countries and distance from `around`. `profile`
/// has the same of one entity, whatever the countries and `around`.
/// O(entities + relations).
/// Throws  Error unknown-country, name-unknown, name-ambiguous
[[nodiscard]] std::vector<RelationId> listed_relations(const ActorGraph& graph, const Lens& lens,
                                                       const View& view);

}  // namespace actormap
