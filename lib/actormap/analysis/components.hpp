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
/// Cost        O(n + m) time but for what is made to be slow, O(n + m log n) then; 4 bytes a vertex
/// Throws      Cancelled
/// Agrees with NetworkX, igraph and Boost.Graph, the numbering aside
/// Reference   R. E. Tarjan and J. van Leeuwen, Worst-case analysis of set union algorithms,
///             J. ACM 31 (1984) 245-281, https://doi.org/10.1145/62.2160; M. Sutton, T. Ben-Nun
///             and A. Barak, Optimizing parallel graph connectivity computation via subgraph
///             sampling, IPDPS 2018, 12-21, https://doi.org/10.1109/IPDPS.2018.00012
[[nodiscard]] Components components(const Network& network, const ComponentsOptions& options = {},
                                    const Run& run = {});

}  // namespace actormap
