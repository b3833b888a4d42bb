#pragma once

#include <actormap/analysis/path_network.hpp>
#include <actormap/base/run.hpp>

namespace actormap {

/// The blocks of an undirected network side by side: a vertex of several blocks becomes a vertex in
/// each. Blocks of one edge are left out, since nothing lies between its ends; so all trees go.
///
/// Exact because a shortest path from s to t passes the blocks between them one after the other,
/// and from one to the next by their common vertex: within a block it is a shortest path between
/// the vertices where s and t hang on to it. So ends[v] of v in a block is how many vertices are v
/// or are reached from it without passing the block. A pair that v itself parts, s and t hanging on
/// to different blocks of v, has v on all its paths: these pairs are settled.
///
/// Cost        O(n + m) time and memory
/// Throws      Error "network-direction" if the network is directed; Cancelled
/// Reference   R. Puzis, P. Zilberman, Y. Elovici, S. Dolev and U. Brandes, Heuristics for speeding
///             up betweenness centrality computation, Proc. SocialCom (2012) 302-311,
///             https://doi.org/10.1109/SocialCom-PASSAT.2012.66
[[nodiscard]] PathNetwork split_blocks(const Network& network, const Run& run = {});

}  // namespace actormap
