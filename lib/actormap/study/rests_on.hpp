#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <vector>

namespace actormap {

/// A claim, and the relation that it carries.
struct CarryingClaim {
    RelationId relation{};
    ClaimId claim{};

    bool operator==(const CarryingClaim&) const = default;
};

/// A step of a path, and the one claim that it uses.
struct ClaimHop {
    EntityId from{};
    EntityId to{};
    CarryingClaim by;
    bool against = false;  ///< walked from the relation's second end to its first
};

/// What the link between two entities rests on.
struct RestsOn {
    std::vector<CarryingClaim> claims;         ///< ascending by relation, then claim
    std::vector<std::vector<ClaimHop>> paths;  ///< as many; no claim is in two of them
    Tlp marking = Tlp::clear;                  ///< of the edges that they are about
};

/// The smallest set of claims whose withdrawal breaks every path of the view between two entities;
/// of several the one nearest to `from`. An edge breaks when all claims that carry its relations
/// are withdrawn, so this is a minimum cut in which each edge costs as much as it has such claims.
/// The paths prove that no smaller set does it: each needs a claim of its own to break.
///
/// Every claim counts for itself, one that `cites` another as well. What the lens chose by country
/// or around whom stays chosen: it is not judged anew without the claims. Both are empty if no path
/// links the two.
///
/// Cost        as `minimum_cut`, and the length of all paths
/// Throws      Error not-in-view if the lens shows one of them not at all, measure-undefined if
///             they are the same, lens-roll-up if the lens rolls up: an edge then stands on claims
///             of other relations, too; Cancelled
[[nodiscard]] RestsOn rests_on(const ActorGraph& graph, const View& view, EntityId from,
                               EntityId to, const Run& run = {});

}  // namespace actormap
