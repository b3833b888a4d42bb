#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct EdgeBetweennessOptions {
    bool normalized = true;  ///< divide by P, the number of pairs
};

/// Edge betweenness: how often an edge lies on the shortest paths between two vertices.
///
///     B(e) = sum over pairs s, t of  sigma(s, t | e) / sigma(s, t)
///
/// where sigma(s, t) counts shortest s-t paths and sigma(s, t | e) those along e. A value for each
/// arc, as `Network::first_arc` numbers them; both arcs of an undirected edge have the edge's.
///
/// Pairs       unordered if the network is undirected, ordered if it is directed; the ends of e
///             are a pair too; unconnected pairs add nothing
/// Lengths     every arc is one hop
/// Tiny        no values without arcs; the edge of a single pair has 1 (or 1/2 if directed)
/// Range       raw [1, P], or [1/P, 1] if normalized; P = n (n - 1), halved if undirected
/// Precision   sigma is a double with an exponent of its own, as for `betweenness`
/// Threads     the same bits for any run.threads
/// Cost        O(n (n + m)) time; memory of O(n) for each thread, and 8 bytes an arc for each of
///             min(n, c) chunks, where c is 64 up to 2^18 arcs, then 2^24 / arcs, and at least 8:
///             so no more than 128 MiB, or 64 bytes an arc if that is more
/// Throws      Cancelled
/// Agrees with NetworkX: edge_betweenness_centrality; igraph's are the raw values
/// Reference   M. Girvan and M. E. J. Newman, Community structure in social and biological
///             networks, PNAS 99 (2002) 7821-7826, https://doi.org/10.1073/pnas.122653799; U.
///             Brandes, On variants of shortest-path betweenness centrality and their generic
///             computation, Soc. Netw. 30 (2008) 136-145,
///             https://doi.org/10.1016/j.socnet.2007.11.001
[[nodiscard]] std::vector<double> edge_betweenness(const Network& network,
                                                   const EdgeBetweennessOptions& options = {},
                                                   const Run& run = {});

/// The same, where a path is as long as its arcs together.
///
/// Lengths     as for `betweenness` of distances: those that agree to a relative 1e-12 are equal,
///             and infinite arcs are not walked
/// Range       [0, P], or [0, 1] if normalized: no path need take a long arc
/// Cost        O(n (n + m) log n) time; O(n + m) memory for each thread, and the chunks
/// Throws      Error "weights-size" if the distances are not of this network; Cancelled
/// Agrees with NetworkX: edge_betweenness_centrality(weight=...), where lengths tie if they are
///             exactly equal; igraph ties them by an epsilon of its own
[[nodiscard]] std::vector<double> edge_betweenness(const Network& network,
                                                   const Distances& distances,
                                                   const EdgeBetweennessOptions& options = {},
                                                   const Run& run = {});

}  // namespace actormap
