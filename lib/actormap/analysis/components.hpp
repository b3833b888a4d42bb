#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actormap {

struct ComponentsOptions {};

struct Components {
    std::vector<std::uint32_t> of;  ///< the component of each vertex, below count
    std::size_t count = 0;
};

/// Components: the sets of vertices that edges connect.
///
///     of(u) = of(v)  if and only if a chain of edges joins u and v
///
/// Direction   none: the components of a directed network are the weak ones
/// Order       numbered by their smallest vertex
/// Tiny        n = 0 has none; a vertex without edges is one of its own
/// Precision   exact
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Cancelled
/// Agrees with NetworkX, igraph and Boost.Graph, the numbering aside
/// Reference   J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
///             manipulation, Commun. ACM 16 (1973) 372-378, https://doi.org/10.1145/362248.362272
[[nodiscard]] Components components(const Network& network, const ComponentsOptions& options = {},
                                    const Run& run = {});

}  // namespace actormap
