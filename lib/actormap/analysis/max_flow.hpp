#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

/// Throws      Error "network-vertex" if one of the two is out of range, "measure-undefined" if
///             they are the same
void check_cut_ends(const Network& network, Vertex from, Vertex to);

/// Which vertices a maximum flow leaves within reach of its source: reached[v] if the flow could
/// still grow from `from` to v. The arcs from those to the others are a minimum cut, and of all
/// minimum cuts the one with the fewest vertices on the side of `from`; so it does not depend on
/// the flow.
///
/// Both arcs of each edge have a capacity of their own, in the order of the arcs of the network,
/// which must be undirected; their sum must be less than 2^63, and both ends in range.
///
/// Precision   exact
/// Cost        O(n^2 m) time at worst, O(m min(n^(2/3), m^(1/2))) if all capacities are 1;
///             O(n + m) memory
/// Throws      Cancelled
/// Reference   E. A. Dinic, Algorithm for solution of a problem of maximum flow in networks with
///             power estimation, Soviet Math. Dokl. 11 (1970) 1277-1280
[[nodiscard]] std::vector<bool> reach_of_max_flow(const Network& network,
                                                  std::vector<std::int64_t> capacity, Vertex from,
                                                  Vertex to, const Run& run);

/// A maximum flow itself: how much goes along each arc, of the two of an edge along one at most.
/// As much enters a vertex as leaves it, but for the two ends. It may go round in circles. Of
/// several maximum flows it is any, but always the same.
/// Needs, costs and throws what `reach_of_max_flow` does.
[[nodiscard]] std::vector<std::int64_t> max_flow(const Network& network,
                                                 std::vector<std::int64_t> capacity, Vertex from,
                                                 Vertex to, const Run& run);

/// A directed network as the two need it: its arcs, and those back, which can take nothing unless
/// they are there, too.
struct BothWays {
    Network network;
    std::vector<std::int64_t> capacity;
};
[[nodiscard]] BothWays both_ways(const Network& directed, std::span<const std::int64_t> capacity);

}  // namespace actormap
