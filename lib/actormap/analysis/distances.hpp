#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

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
/// once. Vertices that do not reach v are in no count.
///
/// Direction   distances to v, against the arcs
/// Lengths     every arc is one hop
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m)) time, O(n) memory for each thread
/// Throws      Cancelled, and what `score` throws
[[nodiscard]] std::vector<double> score_distances(
    const Network& network, const Run& run,
    const std::function<double(std::span<const std::size_t> counts)>& score);

}  // namespace actormap
