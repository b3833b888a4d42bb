#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct ClosenessOptions {
    bool normalized = true;  ///< multiply by (r - 1) / (n - 1), the share of vertices that reach v
};

/// Closeness: the reciprocal of the mean distance from the vertices that reach a vertex.
///
///     C(v) = (r - 1) / sum of d(u, v),  times (r - 1) / (n - 1) if normalized
///
/// where the sum is over the vertices u that reach v, and r is their number, v among them.
///
/// Direction   distances to v, against the arcs; pass the reversed network for those from v
/// Lengths     every arc is one hop
/// Unconnected vertices that do not reach v are left out of the mean; the factor (of Wasserman
///             and Faust) then scales by how many there are. Without it a vertex of a small
///             component scores high
/// Tiny        0 if nothing else reaches v, so if n < 2
/// Range       [0, 1]; 1 if normalized means that every other vertex has an arc to v
/// Precision   integers until the last three operations
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m)) time; 512 searches go together, so it is far less unless the network is
///             deeper than 64 hops. O(n + m) memory, and O(n) for each thread
/// Throws      Cancelled
/// Agrees with NetworkX: closeness_centrality, wf_improved as normalized. igraph, graph-tool and
///             NetworKit use the distances from v
/// Reference   G. Sabidussi, The centrality index of a graph, Psychometrika 31 (1966) 581-603,
///             https://doi.org/10.1007/BF02289527; S. Wasserman and K. Faust, Social Network
///             Analysis (1994) 201, https://doi.org/10.1017/CBO9780511815478
[[nodiscard]] std::vector<double> closeness(const Network& network,
                                            const ClosenessOptions& options = {},
                                            const Run& run = {});

/// The same, where d(u, v) is the length of the shortest path: the sum of its arcs.
///
/// Lengths     above 0; infinite arcs are not walked, nor paths whose length is beyond a double
/// Range       [0, 1 / l], where l is the length of the shortest arc; 0 if the sum of d(u, v) is
///             beyond a double, and infinity if the result is
/// Precision   one addition for each vertex that reaches v, nearest first
/// Cost        O(n (n + m) log n) time, O(n + m) memory for each thread
/// Throws      Error "weights-size" if the distances are not of this network; Cancelled
/// Agrees with NetworkX: closeness_centrality(distance=...), wf_improved as normalized
/// Reference   as above
[[nodiscard]] std::vector<double> closeness(const Network& network, const Distances& distances,
                                            const ClosenessOptions& options = {},
                                            const Run& run = {});

}  // namespace actormap
