#pragma once

#include <actormap/analysis/components.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

namespace actormap {

struct StrongComponentsOptions {};

/// Strong components: the sets of vertices that reach each other.
///
///     of(u) = of(v)  if and only if a path leads from u to v, and one from v to u
///
/// Direction   along the arcs; those of an undirected network are its components
/// Order       numbered by their smallest vertex
/// Tiny        n = 0 has none; a vertex on no cycle is one of its own
/// Precision   exact
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Cancelled
/// Agrees with NetworkX, igraph and Boost.Graph, the numbering aside
/// Reference   R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972)
///             146-160, https://doi.org/10.1137/0201010
[[nodiscard]] Components strong_components(const Network& network,
                                           const StrongComponentsOptions& options = {},
                                           const Run& run = {});

}  // namespace actormap
