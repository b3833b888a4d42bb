#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace actormap {

/// A score of each vertex that depends only on how far the others are from it.
///
///     scores[v] = score(counts),  counts[d] = number of vertices u with d(u, v) = d
///
/// counts[0] is 1, for v itself; the last count is not 0. `score` may run in several threads at
/// once. Vertices that do not reach v are in no count. The counts are exact, however they are found
/// (distance_counts.hpp).
///
/// Direction   distances to v, against the arcs
/// Lengths     every arc is one hop
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m)) time; 512 searches go together, so it is far less unless the network is
///             deeper than 64 hops. O(n + m) memory, and O(n) for each thread
/// Throws      Cancelled, and what `score` throws
[[nodiscard]] std::vector<double> score_distances(
    const Network& network, const Run& run,
    const std::function<double(std::span<const std::size_t> counts)>& score);

/// A score of each vertex that depends only on how long the shortest paths to it are.
///
///     scores[v] = score(lengths)
///
/// where `lengths` are those from the other vertices that reach v, the shortest first; none is 0.
/// `score` may run in several threads at once.
///
/// Direction   distances to v, against the arcs
/// Lengths     a path is as long as its arcs together; infinite arcs are not walked, nor paths
///             whose length is beyond a double
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m) log n) time, O(n + m) memory for each thread
/// Throws      Error "weights-size" if the distances are not of this network; Cancelled, and what
///             `score` throws
[[nodiscard]] std::vector<double> score_distances(
    const Network& network, const Distances& distances, const Run& run,
    const std::function<double(std::span<const double> lengths)>& score);

}  // namespace actormap
