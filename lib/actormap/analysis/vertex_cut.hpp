#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <vector>

namespace actormap {

struct VertexCutOptions {};

/// Vertex cut: the fewest other vertices whose removal leaves no path between two vertices.
///
///     the smallest set C without `from` and `to`, such that every path from `from` to `to`
///     passes a vertex of C; ascending
///
/// Their number is also the largest number of paths from `from` to `to` that have no other vertex
/// in common (Menger).
///
/// Direction   along the arcs; an undirected edge is an arc each way
/// Ties        of several smallest sets the one nearest to `from`: what `from` reaches without
///             passing it is a part of what it reaches without passing any other
/// Unconnected empty if no path leads from `from` to `to`
/// Precision   exact
/// Threads     one
/// Cost        O(m n^(1/2)) time, O(n + m) memory
/// Throws      Error "network-vertex" if `from` or `to` is out of range, "measure-undefined" if
///             they are the same or an arc leads from `from` to `to`, "network-size" if there are
///             more than 2^31 - 1 vertices; Cancelled
/// Agrees with NetworkX and igraph in size; both leave open which smallest set they return
/// Reference   K. Menger, Zur allgemeinen Kurventheorie, Fund. Math. 10 (1927) 96-115,
///             https://doi.org/10.4064/fm-10-1-96-115; S. Even and R. E. Tarjan, Network flow and
///             testing graph connectivity, SIAM J. Comput. 4 (1975) 507-518,
///             https://doi.org/10.1137/0204043
[[nodiscard]] std::vector<Vertex> vertex_cut(const Network& network, Vertex from, Vertex to,
                                             const VertexCutOptions& options = {},
                                             const Run& run = {});

}  // namespace actormap
