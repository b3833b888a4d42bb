#pragma once

#include <actormap/analysis/path_network.hpp>

namespace actormap {

/// The network in which vertices that are twins have become one.
///
/// Undirected, twins have the same neighbours, or are neighbours and have the same others. Exact
/// because exchanging two twins changes no path but their names: they are as far from every other
/// vertex, on as many shortest paths, so one search from one of them does for all, and a path
/// through the united vertex is as many as it has copies. No shortest path from a twin passes
/// another. Two twins that are not neighbours are two hops apart, once by each of their neighbours:
/// these pairs are settled. Two that are neighbours have nothing between them.
///
/// Directed, twins have the same heads and the same tails, and lie on no cycle: so none reaches
/// another, and the same holds.
///
/// Order       a united vertex takes the place of its smallest twin
/// Cost        O((n + m) log n) time, O(n m) for rows that were made to have equal hashes; O(n + m)
///             memory
/// Reference   the closed form for modules of A. E. Sariyüce, E. Saule, K. Kaya and Ü. V.
///             Çatalyürek, Shattering and compressing networks for betweenness centrality, Proc.
///             SDM (2013) 686-694, https://doi.org/10.1137/1.9781611972832.76
[[nodiscard]] PathNetwork unite_twins(const PathNetwork& paths);

}  // namespace actormap
