#pragma once

#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

// The measures of ego networks from their definitions, on a full matrix.

namespace actormap::oracle {

using Matrix = std::vector<std::vector<double>>;

/// The strength of each ordered pair; 0 where there is no arc.
inline Matrix matrix(const Network& graph, const Strengths& strengths) {
    Matrix w(graph.size(), std::vector<double>(graph.size(), 0));
    for (Vertex u = 0; u < graph.size(); ++u) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            if (const auto arc = graph.arc_index(u, v)) w[u][v] = strengths[*arc];
        }
    }
    return w;
}

struct Weighted {
    Network network;
    Strengths strengths;
};

/// The same without the arcs of strength 0.
inline Weighted without_zeros(const Network& graph, const Strengths& strengths) {
    std::vector<std::pair<Vertex, Vertex>> arcs;
    std::vector<double> numbers;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            const double strength = strengths[*graph.arc_index(v, w)];
            if (strength == 0) continue;
            arcs.emplace_back(v, w);
            numbers.push_back(strength);
        }
    }
    const Network rest(graph.direction(), graph.size(), arcs);
    return {rest, Strengths::united(rest, arcs, numbers, Uniting::largest)};
}

/// The sum of both strengths of each pair.
inline Matrix mutual(const Matrix& w) {
    Matrix a = w;
    for (std::size_t u = 0; u < w.size(); ++u) {
        for (std::size_t v = 0; v < w.size(); ++v) a[u][v] += w[v][u];
    }
    return a;
}

/// Every triple of arcs on v, j and k, out of all the pairs of arcs at v that lead to two others,
/// each of which could be closed by an arc either way.
inline std::vector<double> clustering(const Matrix& w, bool directed) {
    const std::size_t n = w.size();
    double largest = 0;
    for (const auto& row : w) {
        for (const double s : row) largest = std::max(largest, s);
    }
    std::vector<double> c(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
        double closed = 0;
        double possible = 0;
        for (std::size_t j = 0; j < n; ++j) {
            for (std::size_t k = 0; k < j; ++k) {
                for (const double x : {w[v][j], directed ? w[j][v] : 0}) {
                    for (const double y : {w[v][k], directed ? w[k][v] : 0}) {
                        if (x > 0 && y > 0) possible += directed ? 2 : 1;
                        for (const double z : {w[j][k], directed ? w[k][j] : 0}) {
                            closed +=
                                std::pow(x / largest * (y / largest) * (z / largest), 1.0 / 3);
                        }
                    }
                }
            }
        }
        if (possible > 0) c[v] = closed / possible;
    }
    return c;
}

}  // namespace actormap::oracle
