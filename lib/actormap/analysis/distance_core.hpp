#pragma once

#include <actormap/network/network.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace actormap {

/// Whether v is a leaf that its neighbour stands for: the only edge of v leads to it. Of two
/// vertices that only have each other the second is the leaf. A directed network has none.
[[nodiscard]] bool is_leaf(const Network& network, Vertex v);

/// The part of a network, the whole, in which distances have to be searched: without vertices that
/// have no edge, and without leaves. Every path from a leaf l begins with the edge to its
/// neighbour p, and no path between others passes l, so
///
///     d(l, v) = d(v, l) = d(p, v) + 1  for every v other than l
///
/// and the distances between the vertices that stay are the same as in the whole.
///
/// Order       breadth-first from the vertex with the most edges, against directions too, so that
///             those near each other lie near in memory, and are sources of the same batch
/// Cost        O(n + m) time and memory
struct DistanceCore {
    static constexpr Vertex outside = std::numeric_limits<Vertex>::max();

    explicit DistanceCore(const Network& whole);

    Network network;
    std::vector<std::uint32_t> leaves;  ///< by vertex of `network`: how many leaves it stands for
    /// By vertex of the whole: its number in `network`, of a leaf that of its neighbour; `outside`
    /// if it has no edge.
    std::vector<Vertex> place;
};

}  // namespace actormap
