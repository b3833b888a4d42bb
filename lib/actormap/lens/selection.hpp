#pragma once

#include <actormap/lens/lens.hpp>
#include <actormap/model/actor_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

enum class ClaimState : std::uint8_t {
    hidden,     ///< the lens does not admit it
    withdrawn,  ///< admitted, but its speaker has retracted it by then
    visible
};

enum class RelationState : std::uint8_t {
    hidden,     ///< no claim about it is visible, or its marking, time or disputes keep it out
    unclaimed,  ///< claims are visible, but none carries it: denials alone make no edge
    holds,      ///< a visible claim asserts, supports or hypothesises it
    disputed    ///< it holds, and a visible claim disputes or denies it
};

/// Whether a relation of this state is an edge.
[[nodiscard]] bool exists(RelationState state);

/// What a lens left aside or let pass, for the reader to know.
struct SelectionCounts {
    std::size_t undated_claims = 0;     ///< visible although `as_of` could not judge them
    std::size_t undated_relations = 0;  ///< kept although `since` and `until` could not judge them
    std::size_t retired_entities = 0;   ///< revoked or deprecated, and left out or replaced
    std::size_t retired_relations = 0;  ///< the same, or at such an entity that none replaces
    std::size_t undefined_relations = 0;  ///< at an entity that no file defines
    std::size_t withheld_entities = 0;    ///< above the TLP level
    std::size_t withheld_relations = 0;   ///< above the TLP level, or at an entity that is
    std::size_t withheld_claims = 0;      ///< above the TLP level
};

/// What a lens lets through of a graph's claims and relations, before roll-up and before types,
/// relation types, countries and `around`. The vectors run beside the graph's lists.
struct Selection {
    std::vector<ClaimState> claims;
    std::vector<RelationState> relations;
    std::vector<std::uint8_t> entities;           ///< 1: it may be a vertex
    std::vector<OptionalId<EntityId>> stand_ins;  ///< who stands for each entity (revocation.hpp)
    std::vector<std::uint8_t> speakers;  ///< 1: the perspective admits it, roles and sources aside
    CombineRule combining;               ///< the lens's
    SelectionCounts counts;

    [[nodiscard]] ClaimState operator[](ClaimId id) const { return claims[index(id)]; }
    [[nodiscard]] RelationState operator[](RelationId id) const { return relations[index(id)]; }
};

/// Claims that a lens is to leave out besides: a byte for each claim of the graph, not 0 for those
/// set aside. Empty: none.
using SetAside = std::span<const std::uint8_t>;

/// Applies the part of a lens that concerns claims. O(claims + relations). A claim that is set
/// aside is treated as one that `without` names: it does not retract anything either.
/// Throws  Error unknown-speaker where `according_to` or `without` names no one in the graph;
///         option-range where `since` is after `until`, `min_confidence` or what is assumed above
///         100, or `set_aside` neither empty nor of the length of the graph's claims
[[nodiscard]] Selection select(const ActorGraph& graph, const Lens& lens, SetAside set_aside = {});

/// Whether a name is in use under the lens: a visible claim carries it; or it has no claims, and
/// the lens admits the speaker that uses it (`since` taken as the date). A name that is
/// nobody's and has no claims is always in use, its marking aside.
[[nodiscard]] bool in_use(const ActorGraph& graph, const Lens& lens, const Selection& selection,
                          const Name& name);

/// Whether a claim is visible, and carries what it is about.
[[nodiscard]] bool is_carrying(const ActorGraph& graph, const Selection& selection, ClaimId claim);

/// The visible claims that carry the relation, ascending.
[[nodiscard]] std::vector<ClaimId> carrying_claims(const ActorGraph& graph,
                                                   const Selection& selection, RelationId relation);

}  // namespace actormap
