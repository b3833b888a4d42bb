#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

namespace actormap {

/// A number that the mean of the vertices between two others on a shortest path does not exceed.
///
///     L >= (1 / n (n - 1)) * sum over pairs s, t of  max(d(s, t) - 1, 0)
///
/// It is also the sum over all v of the chance that v is between the ends of a random pair, on a
/// random one of its shortest paths.
///
/// Pairs       ordered; unconnected pairs add nothing
/// Lengths     every arc is one hop
/// Undirected  by way of the vertex x of its component that has most edges, no pair is farther
///             apart than d(s, x) + d(x, t). Over the pairs of a component of k vertices these add
///             up to 2 (k - 1) S, where S is the sum of all d(x, v); so what is between adds up to
///             at most (k - 1) (2 S - k). Exact for a star
/// Directed    a path crosses a strong component in at most as many arcs as the way to its vertex
///             x and on from there has. The largest sum of these and of the arcs in between, along
///             any chain of strong components, is at least the largest distance; L is one less
/// Range       [0, n - 2], or [0, 2 n - 3] if directed; 0 only if no shortest path has a vertex
///             between its ends
/// Tiny        0 if n < 3
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Cancelled
[[nodiscard]] double between_bound(const Network& network, const Run& run = {});

}  // namespace actormap
