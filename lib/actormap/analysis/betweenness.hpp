#pragma once

#include <actormap/base/run.hpp>
#include <actormap/base/shard.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

struct BetweennessOptions {
    bool normalized = true;  ///< divide by P, the number of pairs without v
};

/// Betweenness: how often a vertex lies on the shortest paths between two others.
///
///     B(v) = sum over pairs s, t (s, t, v distinct) of  sigma(s, t | v) / sigma(s, t)
///
/// where sigma(s, t) counts shortest s-t paths and sigma(s, t | v) those through v.
///
/// Pairs       unordered if the network is undirected, ordered if it is directed;
///             unconnected pairs add nothing
/// Lengths     every arc is one hop
/// Tiny        all zero if n < 3
/// Range       [0, P], or [0, 1] if normalized; P = (n - 1)(n - 2), halved if undirected
/// Precision   sigma grows exponentially with the depth of the network: where a double is too
///             small it has an exponent of its own, which rounds but does not overflow
/// Threads     the same bits for any run.threads, and on any processor of a kind (`Cpu`)
/// Cost        O(n (n + m)) time at most; n and m are those of the reduced network (path_sums.hpp):
///             trees cost nothing, and vertices with the same neighbours one search together. O(n)
///             memory, about 0.8 kB a vertex of the reduced network, for each thread
/// Throws      Cancelled
/// Agrees with NetworkX and igraph; the raw values of NetworKit are twice these if undirected, and
///             so are Boost.Graph's if it is given both arcs of each edge
/// Reference   U. Brandes, A faster algorithm for betweenness centrality, J. Math.
///             Sociol. 25 (2001) 163-177, https://doi.org/10.1080/0022250X.2001.9990249
[[nodiscard]] std::vector<double> betweenness(const Network& network,
                                              const BetweennessOptions& options = {},
                                              const Run& run = {});

/// The same, where a path is as long as its arcs together.
///
/// Lengths     equal if they agree to a relative 1e-12, so that the order of additions does not
///             decide: a path from s is a shortest one if each arc u -> w of it has
///             d(s, u) + length(u, w) <= d(s, w) (1 + 1e-12) and s reaches u before w, by distance,
///             then by vertex. So an arc that is shorter than 1e-12 of its distance from s may be
///             walked one way only. Infinite arcs are not walked, nor paths whose length is beyond
///             a double
/// Cost        O(n (n + m) log n) time; O(n + m) memory for each thread, O(n) for each of at most
///             64 chunks
/// Throws      Error "weights-size" if the distances are not of this network; Cancelled
/// Agrees with NetworkX: betweenness_centrality(weight=...), where lengths tie if they are exactly
///             equal; igraph ties them by an epsilon of its own
/// Reference   as above
[[nodiscard]] std::vector<double> betweenness(const Network& network, const Distances& distances,
                                              const BetweennessOptions& options = {},
                                              const Run& run = {});

/// Into how many chunks the sources of a network are shared: 16, or 64 from 65,536 vertices on; n
/// if that is less.
[[nodiscard]] std::size_t betweenness_chunks(const Network& network);

/// What the sources of one shard add to betweenness: computed on one of many machines, and joined
/// by `join_betweenness`. The sources of each chunk are spread over all, so that shards of as
/// many chunks take about as long.
///
/// Lengths     every arc is one hop
/// Range       at least 0; pairs are counted from each end, and nothing is normalised yet
/// Threads     the same bits for any run.threads
/// Cost        its share of what `betweenness` takes in time; O(n) memory for each thread, and 8 n
///             bytes for each of its chunks, so at most 512 n / count bytes and 8 n more
/// Throws      Error "part-shard" if the shard is not valid; Cancelled
[[nodiscard]] ShardSums betweenness_part(const Network& network, const Shard& shard,
                                         const Run& run = {});
/// The same, where a path is as long as its arcs together.
/// Cost        as `betweenness` by distances: its share of the time
/// Throws      as above, and Error "weights-size" if the distances are not of this network
[[nodiscard]] ShardSums betweenness_part(const Network& network, const Distances& distances,
                                         const Shard& shard, const Run& run = {});

/// Betweenness from the sums of all shards, in any order. `betweenness` is the join of the one
/// shard 1/1, and any other parts of the same network and distances give the same bits as it.
///
/// Cost        O(64 n) time and O(n) memory beside the parts, which hold 64 n numbers together
/// Throws      Error "part-shard" unless the shards are 1 to N of N, each once; "part-size" unless
///             they have the chunks of this network and n numbers in each
[[nodiscard]] std::vector<double> join_betweenness(const Network& network,
                                                   std::span<const ShardSums> parts,
                                                   const BetweennessOptions& options = {});

}  // namespace actormap
