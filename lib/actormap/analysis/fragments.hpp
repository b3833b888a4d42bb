#pragma once

#include <actormap/analysis/blocks.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

struct FragmentsOptions {};

struct Fragments {
    /// Beside blocks.articulation_points: how many vertices are in each piece that the component
    /// of the point falls into without it, the largest first.
    std::vector<std::vector<std::size_t>> of_points;
    /// Beside blocks.bridges: how many vertices are on the side of the first end without it.
    std::vector<std::size_t> of_bridges;
};

/// Fragments: what a network falls into without one of its articulation points or bridges.
///
/// `blocks` is what `blocks` says of the same network.
///
/// Direction   for undirected networks only
/// Tiny        no articulation point or bridge, nothing
/// Precision   exact
/// Threads     one
/// Cost        O(n + m) time and memory: the sizes of subtrees of the tree of blocks and
///             articulation points
/// Throws      Cancelled
/// Reference   F. Harary and G. Prins, The block-cutpoint-tree of a graph, Publ. Math. Debrecen 13
///             (1966) 103-107
[[nodiscard]] Fragments fragments(const Network& network, const Blocks& blocks,
                                  const FragmentsOptions& options = {}, const Run& run = {});

}  // namespace actormap
