#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

struct DisjointPathsOptions {};

/// Disjoint paths: as many paths from one vertex to another as can be had together, where each arc
/// can be used only so many times.
///
///     the most paths P_1, ..., P_k from `from` to `to` such that every arc lies on at most
///     capacity(arc) of them
///
/// Their number is also the least sum of capacities without which no path is left (Menger), so the
/// paths prove that the value of a minimum cut is the least.
///
/// Paths       each a list of vertices from `from` to `to` that has none twice; the shortest first,
///             equally long ones by their vertices. The same one comes several times where its arcs
///             allow that. Of several answers it is any, but always the same
/// Direction   along the arcs; an undirected edge can be used capacity(arc) times, whichever way.
///             Both its arcs must have the same capacity
/// Capacities  at least 0, one for each arc; their sum must be below 2^62
/// Unconnected empty if no path leads from `from` to `to`
/// Precision   exact
/// Threads     one
/// Cost        as `minimum_cut` of these capacities, and O(m + the length of all paths and of the
///             circles that were cut out of them); O(n + m) memory and the paths
/// Throws      Error "network-vertex" if `from` or `to` is out of range, "measure-undefined" if
///             they are the same, "weights-size" if there is not one capacity for each arc;
///             Cancelled
/// Agrees with the number that NetworkX (edge_disjoint_paths) and igraph (edge_connectivity) find,
///             where each capacity is 1
/// Reference   K. Menger, Zur allgemeinen Kurventheorie, Fund. Math. 10 (1927) 96-115,
///             https://doi.org/10.4064/fm-10-1-96-115; L. R. Ford and D. R. Fulkerson, Maximal flow
///             through a network, Canad. J. Math. 8 (1956) 399-404,
///             https://doi.org/10.4153/CJM-1956-045-5
[[nodiscard]] std::vector<std::vector<Vertex>> disjoint_paths(
    const Network& network, std::span<const std::int64_t> capacities, Vertex from, Vertex to,
    const DisjointPathsOptions& options = {}, const Run& run = {});

/// The paths that a flow is made of, a unit each, in the same order. What goes round in circles is
/// left out. The network is undirected, and the flow is as `max_flow` gives it: one number for each
/// arc, of the two of an edge one is 0, and as much enters a vertex as leaves it, but for the ends.
[[nodiscard]] std::vector<std::vector<Vertex>> paths_of_flow(const Network& network,
                                                             std::vector<std::int64_t> flow,
                                                             Vertex from, Vertex to);

}  // namespace actormap
