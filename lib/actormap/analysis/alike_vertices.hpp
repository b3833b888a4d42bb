#pragma once

#include <actormap/network/network.hpp>

#include <vector>

namespace actormap {

/// The vertices of an undirected network in classes: two are alike if they have the same
/// neighbours. So no two of a class are neighbours, and a vertex that is a neighbour of one of them
/// is one of all.
///
/// Order       classes are numbered by their smallest vertex
/// Cost        O(n + m log n) time at worst, about O(n + m) as networks are; O(n) memory
struct AlikeVertices {
    std::vector<Vertex> of;        ///< the class of each vertex
    std::vector<Vertex> smallest;  ///< the smallest vertex of each class
    std::vector<Vertex> members;   ///< how many each class has
};

[[nodiscard]] AlikeVertices alike_vertices(const Network& network);

}  // namespace actormap
