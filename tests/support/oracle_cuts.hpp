#pragma once

#include "support/oracle_structure.hpp"

#include <actormap/network/network.hpp>

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

// Cuts from their definitions: every set of vertices.

namespace actormap::oracle {

using Set = std::uint32_t;  // of vertices, as bits

struct SetCut {
    double value = 0;
    Set source_side = 0;
    std::size_t ties = 0;  ///< how many sets have the same value
};

/// The least cut of all sets with `from` and without `to`, and of equal ones the smallest set.
inline SetCut minimum_cut(const Network& graph, const std::vector<double>& capacities, Vertex from,
                          Vertex to) {
    SetCut best{std::numeric_limits<double>::infinity(), 0, 0};
    for (Set side = 0; side < Set{1} << graph.size(); ++side) {
        if ((side >> from & 1U) == 0 || (side >> to & 1U) != 0) continue;
        double value = 0;
        for (Vertex v = 0; v < graph.size(); ++v) {
            for (Vertex w = 0; w < graph.size(); ++w) {
                const auto arc = graph.arc_index(v, w);
                if (arc && (side >> v & 1U) != 0 && (side >> w & 1U) == 0)
                    value += capacities[*arc];
            }
        }
        if (value == best.value) ++best.ties;
        if (value > best.value) continue;
        const bool smaller = std::popcount(side) < std::popcount(best.source_side);
        if (value < best.value) best = {value, side, 1};
        if (smaller) best.source_side = side;
    }
    return best;
}

/// What `from` reaches without passing a vertex of the set.
inline Set reach_without(const Network& graph, Set removed, Vertex from) {
    const auto reach = reaches(without(graph, [&](Vertex a, Vertex b) {
        return (removed >> a & 1U) == 0 && (removed >> b & 1U) == 0;
    }));
    Set reached = 0;
    for (Vertex v = 0; v < graph.size(); ++v) reached |= Set{reach[from][v]} << v;
    return reached;
}

/// All smallest sets of vertices without which `from` does not reach `to`; the two are not
/// adjacent.
inline std::vector<Set> vertex_cuts(const Network& graph, Vertex from, Vertex to) {
    std::vector<Set> best;
    for (Set removed = 0; removed < Set{1} << graph.size(); ++removed) {
        if ((removed >> from & 1U) != 0 || (removed >> to & 1U) != 0) continue;
        if (!best.empty() && std::popcount(removed) > std::popcount(best.front())) continue;
        if ((reach_without(graph, removed, from) >> to & 1U) != 0) continue;
        if (!best.empty() && std::popcount(removed) < std::popcount(best.front())) best.clear();
        best.push_back(removed);
    }
    return best;
}

}  // namespace actormap::oracle
