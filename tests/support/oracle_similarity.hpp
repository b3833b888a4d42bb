#pragma once

#include <actormap/network/network.hpp>

#include <cmath>
#include <vector>

namespace actormap::oracle {

/// Whether each ordered pair of vertices is adjacent.
inline std::vector<std::vector<bool>> adjacent_pairs(const Network& graph) {
    std::vector<std::vector<bool>> adjacent(graph.size(), std::vector<bool>(graph.size(), false));
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) adjacent[v][w] = true;
    }
    return adjacent;
}

/// The weighted Jaccard similarity from its definition: every third vertex of every pair.
inline std::vector<double> weighted_jaccard(const Network& graph, Vertex v,
                                            const std::vector<double>& weight) {
    const auto adjacent = adjacent_pairs(graph);
    std::vector<double> scores(graph.size(), 0);
    for (Vertex u = 0; u < graph.size(); ++u) {
        double both = 0, either = 0;
        for (Vertex w = 0; w < graph.size(); ++w) {
            if (adjacent[u][w] && adjacent[v][w]) both += weight[w];
            if (adjacent[u][w] || adjacent[v][w]) either += weight[w];
        }
        if (u != v && either > 0) scores[u] = both / either;
    }
    return scores;
}

/// The Adamic-Adar index from its definition.
inline std::vector<double> adamic_adar(const Network& graph, Vertex v) {
    const auto adjacent = adjacent_pairs(graph);
    std::vector<double> scores(graph.size(), 0);
    for (Vertex u = 0; u < graph.size(); ++u) {
        for (Vertex w = 0; u != v && w < graph.size(); ++w) {
            double degree = 0;
            for (Vertex x = 0; x < graph.size(); ++x) degree += adjacent[w][x] ? 1 : 0;
            if (adjacent[u][w] && adjacent[v][w]) scores[u] += 1 / std::log(degree);
        }
    }
    return scores;
}

}  // namespace actormap::oracle
