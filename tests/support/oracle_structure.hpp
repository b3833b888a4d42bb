#pragma once

#include <actormap/network/network.hpp>

#include <vector>

namespace actormap::oracle {

/// reach[u][v] if a path leads from u to v, by Warshall's closure.
inline std::vector<std::vector<bool>> reaches(const Network& graph) {
    const std::size_t n = graph.size();
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
    for (Vertex v = 0; v < n; ++v) {
        reach[v][v] = true;
        for (const Vertex w : graph.out(v)) reach[v][w] = true;
    }
    for (Vertex k = 0; k < n; ++k) {
        for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
                if (reach[s][k] && reach[k][t]) reach[s][t] = true;
            }
        }
    }
    return reach;
}

}  // namespace actormap::oracle
