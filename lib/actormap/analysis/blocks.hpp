#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace actormap {

struct BlocksOptions {};

struct Blocks {
    std::vector<std::uint32_t> of_arcs;  ///< the block of each arc, below count; both of an edge
    std::size_t count = 0;
    std::vector<Vertex> articulation_points;         ///< ascending
    std::vector<std::pair<Vertex, Vertex>> bridges;  ///< smaller end first; ascending
};

/// Blocks (biconnected components), and where the network breaks.
///
///     edges e, f are of one block  if and only if  e = f or a cycle passes both
///     v is an articulation point   if and only if  there are more components without it
///     (u, v) is a bridge           if and only if  there are more components without it
///
/// where a cycle passes no vertex twice. So a vertex is an articulation point if it has edges of
/// two blocks, and an edge is a bridge if it is a block of its own.
///
/// Direction   for undirected networks only
/// Order       blocks are numbered by their smallest edge, that is by its smaller end, then by the
///             larger
/// Tiny        a vertex without edges is in no block
/// Precision   exact
/// Threads     one
/// Cost        O(n + m) time and memory
/// Throws      Error "network-direction" if the network is directed; Cancelled
/// Agrees with NetworkX, igraph and Boost.Graph, the numbering aside
/// Reference   J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
///             manipulation, Commun. ACM 16 (1973) 372-378, https://doi.org/10.1145/362248.362272
[[nodiscard]] Blocks blocks(const Network& network, const BlocksOptions& options = {},
                            const Run& run = {});

}  // namespace actormap
