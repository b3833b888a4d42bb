#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

struct ParticipationOptions {};

/// Participation: how evenly a vertex's edges spread over communities.
///
///     P(v) = 1 - sum over communities s of  (k(v, s) / k(v))^2
///
/// where k(v) is the number of edges at v, and k(v, s) of those that lead to community s; with
/// strengths, their sums. `communities` has a number for each vertex, the same for vertices of one
/// community: Components::of, for example.
///
/// Direction   edges in and out count alike
/// Weights     a strength of 0 is no edge; the same factor for all changes nothing
/// Tiny        not a number for a vertex without edges: it has no shares to spread
/// Range       [0, 1 - 1 / S] with S communities; 0 if all edges lead to one of them, whether v's
///             own or another
/// Precision   each share is rounded
/// Threads     the same bits for any run.threads
/// Cost        O(n + m log D) time, where D is the largest degree; O(n + m) memory
/// Throws      Error "communities-invalid" unless there is a number for each vertex, "weights-size"
///             if the strengths are not of this network; Cancelled
/// Agrees with the Brain Connectivity Toolbox, which has 0 for a vertex without edges and counts
///             arcs one way only
/// Reference   R. Guimera and L. A. N. Amaral, Functional cartography of complex metabolic
///             networks, Nature 433 (2005) 895-900, https://doi.org/10.1038/nature03288
[[nodiscard]] std::vector<double> participation(const Network& network,
                                                std::span<const std::uint32_t> communities,
                                                const ParticipationOptions& options = {},
                                                const Run& run = {});
[[nodiscard]] std::vector<double> participation(const Network& network, const Strengths& strengths,
                                                std::span<const std::uint32_t> communities,
                                                const ParticipationOptions& options = {},
                                                const Run& run = {});

}  // namespace actormap
