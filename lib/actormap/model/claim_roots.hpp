#pragma once

#include <actormap/model/actor_graph.hpp>

#include <span>
#include <vector>

namespace actormap {

/// The claim that each claim goes back to, as `ActorGraph::root` says it; empty if none cites
/// another. O(claims).
[[nodiscard]] std::vector<ClaimId> claim_roots(std::span<const Claim> claims);

}  // namespace actormap
