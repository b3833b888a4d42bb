#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// A name from a fixed list (the library refuses others) and a value. The value of a label must
/// come from `label_text` or `label_lines`; no other value may come from a graph.
using GvAttributes = std::vector<std::pair<std::string, std::string>>;

/// A box around nodes.
struct GvCluster {
    GvAttributes attributes;
};

struct GvNode {
    GvAttributes attributes;                  ///< a label must be among them
    std::optional<std::size_t> cluster = {};  ///< a position in `GvGraph::clusters`
};

struct GvEdge {
    std::size_t from = 0;  ///< positions in `GvGraph::nodes`
    std::size_t to = 0;
    GvAttributes attributes = {};
};

/// A directed graph as Graphviz is to draw it. Nodes, edges and clusters are named n0, e0,
/// cluster0 by position, so no name comes from data; the order decides the layout.
struct GvGraph {
    GvAttributes graph;  ///< of the graph itself
    GvAttributes node;   ///< the default of every node
    GvAttributes edge;   ///< the default of every edge
    std::vector<GvCluster> clusters;
    std::vector<GvNode> nodes;
    std::vector<GvEdge> edges;
    std::vector<std::vector<std::size_t>> ranks;  ///< nodes that `Engine::dot` puts side by side
};

}  // namespace actormap
