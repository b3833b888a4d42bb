#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct HarmonicOptions {
    bool normalized = true;  ///< divide by n - 1, the number of other vertices
};

/// Harmonic centrality: the sum of the reciprocal distances to a vertex from all others.
///
///     H(v) = sum over u != v of  1 / d(u, v),  divided by n - 1 if normalized
///
/// where 1 / d(u, v) is 0 if u does not reach v.
///
/// Direction   distances to v, against the arcs; pass the reversed network for those from v
/// Lengths     every arc is one hop
/// Unconnected pairs add nothing, so components of any size compare
/// Tiny        0 if n < 2
/// Range       [0, n - 1], or [0, 1] if normalized
/// Precision   one addition for each distinct distance, nearest first
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m)) time; 512 searches go together, so it is far less unless the network is
///             deeper than 64 hops. O(n + m) memory, and O(n) for each thread
/// Throws      Cancelled
/// Agrees with NetworkX: harmonic_centrality is the raw one. igraph and NetworKit use the
///             distances from v
/// Reference   M. Marchiori and V. Latora, Harmony in the small-world, Physica A 285 (2000)
///             539-546, https://doi.org/10.1016/S0378-4371(00)00311-3; P. Boldi and S. Vigna,
///             Axioms for centrality, Internet Math. 10 (2014) 222-262,
///             https://doi.org/10.1080/15427951.2013.865686
[[nodiscard]] std::vector<double> harmonic(const Network& network,
                                           const HarmonicOptions& options = {},
                                           const Run& run = {});

/// The same, where d(u, v) is the length of the shortest path: the sum of its arcs.
///
/// Lengths     above 0; infinite arcs are not walked, nor paths whose length is beyond a double
/// Range       [0, (n - 1) / l], or [0, 1 / l] if normalized, where l is the length of the shortest
///             arc; infinity if that is beyond a double
/// Precision   one addition for each vertex that reaches v, nearest first
/// Cost        O(n (n + m) log n) time, O(n + m) memory for each thread
/// Throws      Error "weights-size" if the distances are not of this network; Cancelled
/// Agrees with NetworkX: harmonic_centrality(distance=...) is the raw one
/// Reference   as above
[[nodiscard]] std::vector<double> harmonic(const Network& network, const Distances& distances,
                                           const HarmonicOptions& options = {},
                                           const Run& run = {});

}  // namespace actormap
