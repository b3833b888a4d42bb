#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <vector>

namespace actormap {

/// What a lens lets one see of an entity.
struct Profile {
    EntityId entity{};
    std::vector<const Name*> names;     ///< those in use, in the graph's order
    std::vector<RelationId> relations;  ///< with a visible claim, denials alone included
    Tlp marking = Tlp::clear;           ///< the highest in it
};

/// The names and relations of an entity under a lens. Relations that exist are those of the view;
/// those that are only denied or disputed are added where the lens wants their types.
/// Throws  Error withheld if the entity is above the lens's TLP level, lens-roll-up if the lens
///         rolls up
[[nodiscard]] Profile profile(const ActorGraph& graph, const Lens& lens, const View& view,
                              EntityId entity);

/// The claims of a relation or name that the selection does not hide, ascending.
[[nodiscard]] std::vector<ClaimId> shown_claims(const Selection& selection,
                                                const ClaimRange& range);

}  // namespace actormap
