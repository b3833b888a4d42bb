#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <utility>
#include <vector>

namespace actormap {

struct MinimumCutOptions {};

struct Cut {
    double value = 0;  ///< the sum of the capacities of `edges`
    /// The edges from the side of the source to the other, ascending; smaller end first if
    /// undirected.
    std::vector<std::pair<Vertex, Vertex>> edges;
    std::vector<Vertex> source_side;  ///< ascending; the source among them
};

/// Minimum cut: the edges of the least capacity whose removal leaves no path between two vertices.
///
///     value = min over sets S with `from` in S and `to` not in S of
///             sum over arcs u -> v with u in S and v not in S of  capacity(u, v)
///
/// This is also the largest flow from `from` to `to`.
///
/// Direction   along the arcs; an undirected edge is an arc each way
/// Weights     capacities: how much it takes to remove an edge; 1 unless given. A strength of 0 is
///             no edge
/// Ties        of several minimum cuts the one nearest to `from`: its side is a part of theirs
/// Unconnected value 0 and no edges if no path leads from `from` to `to`; the source side is then
///             what `from` reaches
/// Precision   capacities are rounded to multiples of 2^-b times the largest, or finer ones, where
///             b = 60 - log2(arcs). So whole numbers are exact if the largest is below 2^b; else
///             the value is above the least by at most 2^-b times the largest for each edge of a
///             cut, and so are ties told apart. It is the sum of the capacities as given
/// Threads     one
/// Cost        O(n^2 m) time at worst, O(m min(n^(2/3), m^(1/2))) without capacities; far less as
///             a rule. O(n + m) memory
/// Throws      Error "network-vertex" if `from` or `to` is out of range, "measure-undefined" if
///             they are the same, "weights-size" if the capacities are not of this network;
///             Cancelled
/// Agrees with the values of NetworkX and igraph, which leave open which minimum cut they return
/// Reference   L. R. Ford and D. R. Fulkerson, Maximal flow through a network, Canad. J. Math. 8
///             (1956) 399-404, https://doi.org/10.4153/CJM-1956-045-5; S. Even and R. E. Tarjan,
///             Network flow and testing graph connectivity, SIAM J. Comput. 4 (1975) 507-518,
///             https://doi.org/10.1137/0204043
[[nodiscard]] Cut minimum_cut(const Network& network, Vertex from, Vertex to,
                              const MinimumCutOptions& options = {}, const Run& run = {});
[[nodiscard]] Cut minimum_cut(const Network& network, const Strengths& capacities, Vertex from,
                              Vertex to, const MinimumCutOptions& options = {},
                              const Run& run = {});

}  // namespace actormap
