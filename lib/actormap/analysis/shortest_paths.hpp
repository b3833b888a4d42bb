#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace actormap {

struct ShortestPathsOptions {
    std::size_t count = 1;                       ///< how many paths at most, at least 1
    std::optional<std::size_t> max_length = {};  ///< none longer than this many hops
};

/// The shortest simple paths from one vertex to another, as vertices from `from` to `to`.
///
///     the first `count` of all simple paths, by length, then by their vertices in turn
///
/// A simple path visits no vertex twice.
///
/// Direction   along the arcs; an undirected edge is walked both ways
/// Lengths     every arc is one hop
/// Unconnected fewer than `count` paths, or none, if there are no more
/// Tiny        from == to has one path, of length 0
/// Precision   exact, and the same order everywhere
/// Threads     one
/// Cost        O(count L (n + m)) time, O(n + count (L + D)) memory for paths of at most L hops,
///             where D is the smaller of count and the largest degree
/// Throws      Error "network-vertex" if `from` or `to` is out of range, "option-range" if count
///             is 0; Cancelled
/// Agrees with NetworkX: shortest_simple_paths, whose order among equal lengths is not defined
/// Reference   J. Y. Yen, Finding the K shortest loopless paths in a network, Manage. Sci. 17
///             (1971) 712-716, https://doi.org/10.1287/mnsc.17.11.712; E. L. Lawler, A procedure
///             for computing the K best solutions ..., Manage. Sci. 18 (1972) 401-405,
///             https://doi.org/10.1287/mnsc.18.7.401
[[nodiscard]] std::vector<std::vector<Vertex>> shortest_paths(
    const Network& network, Vertex from, Vertex to, const ShortestPathsOptions& options = {},
    const Run& run = {});

/// The same, where a path is as long as its arcs together.
///
///     the first `count` of all simple paths of at most max_length hops, by length, then by their
///     number of hops, then by their vertices in turn
///
/// Lengths     equal if they agree to a relative 1e-12, so that the order of additions does not
///             decide. Infinite arcs are not walked, nor paths whose length is beyond a double.
///             max_length counts hops, however long they are
/// Tiny        from == to has one path, of length 0
/// Precision   the same order everywhere; but paths whose lengths differ by about 1e-12, more than
///             by rounding, come in an order that is not defined
/// Cost        for paths of at most L hops O(count L (n + m) log n) time and O(n + m + count (L +
///             D)) memory, D as above; with max_length O(count L H (n + m)) time and O(n H) more
///             memory, where H is the smaller of max_length and the most hops of a shortest path
/// Throws      also Error "weights-size" if the distances are not of this network
/// Agrees with NetworkX: shortest_simple_paths(weight=...), which compares lengths exactly, and
///             leaves the order among equal ones open
/// Reference   as above
[[nodiscard]] std::vector<std::vector<Vertex>> shortest_paths(
    const Network& network, const Distances& distances, Vertex from, Vertex to,
    const ShortestPathsOptions& options = {}, const Run& run = {});

}  // namespace actormap
