#pragma once

#include <actormap/analysis/path_network.hpp>

#include <vector>

namespace actormap {

/// A network for counting paths in the order in which searches are fast, and the searches.
struct PathOrder {
    PathNetwork paths;
    std::vector<Vertex> sources;     ///< from where to search: near ones together
    std::vector<Vertex> part_first;  ///< by vertex: the first of its component, which is a range
    std::vector<Vertex> part_last;   ///< by vertex: the end of that range
};

/// The same network with its vertices renamed: components one after the other, the hubs of each
/// first, so that what is read most lies together. Sources that share their first neighbours come
/// together, for their searches reach the same vertices at the same depth. A vertex is no source
/// if nothing lies beyond the heads of its arcs.
///
/// Exact because names do not matter.
///
/// Order       by component, then by degree, then by name
/// Cost        O((n + m) log n) time, O(n + m) memory
[[nodiscard]] PathOrder order_paths(const PathNetwork& paths);

/// The vertices from which anything lies beyond the heads of their arcs, ascending.
/// Cost        O(n + m) time
[[nodiscard]] std::vector<Vertex> sources_of(const Network& network);

}  // namespace actormap
