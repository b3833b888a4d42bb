#pragma once

#include <actormap/network/network.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace actormap::oracle {

constexpr int far = 1 << 20;

/// Hops and numbers of shortest paths between all pairs.
struct Distances {
    std::vector<std::vector<int>> d;  // at least `far` if there is no path
    std::vector<std::vector<double>> sigma;
};

/// By Floyd and Warshall: O(n^3), and shares no idea with a breadth-first search.
inline Distances distances(const Network& graph) {
    const std::size_t n = graph.size();
    std::vector<std::vector<int>> d(n, std::vector<int>(n, far));
    std::vector<std::vector<double>> sigma(n, std::vector<double>(n, 0));
    for (Vertex v = 0; v < n; ++v) {
        d[v][v] = 0;
        sigma[v][v] = 1;
        for (const Vertex w : graph.out(v)) d[v][w] = 1, sigma[v][w] = 1;
    }
    for (Vertex k = 0; k < n; ++k) {
        for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
                if (s == k || t == k || s == t || d[s][k] + d[k][t] >= far) continue;
                if (d[s][k] + d[k][t] < d[s][t]) d[s][t] = d[s][k] + d[k][t], sigma[s][t] = 0;
                if (d[s][k] + d[k][t] == d[s][t]) sigma[s][t] += sigma[s][k] * sigma[k][t];
            }
        }
    }
    return {d, sigma};
}

/// Betweenness from its definition: every triple.
inline std::vector<double> betweenness(const Network& graph) {
    const std::size_t n = graph.size();
    const auto [d, sigma] = distances(graph);
    std::vector<double> b(n, 0);
    for (Vertex s = 0; s < n; ++s) {
        for (Vertex t = graph.directed() ? 0 : s + 1; t < n; ++t) {
            for (Vertex v = 0; v < n; ++v) {
                if (s == t || v == s || v == t || d[s][t] >= far) continue;
                if (d[s][v] + d[v][t] == d[s][t]) b[v] += sigma[s][v] * sigma[v][t] / sigma[s][t];
            }
        }
    }
    return b;
}

/// Closeness from its definition, with the factor of Wasserman and Faust if `improved`.
inline std::vector<double> closeness(const Network& graph, bool improved) {
    const std::size_t n = graph.size();
    const auto d = distances(graph).d;
    std::vector<double> c(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        double sum = 0;
        double others = 0;
        for (Vertex u = 0; u < n; ++u) {
            if (u != v && d[u][v] < far) sum += d[u][v], ++others;
        }
        if (others > 0) c[v] = 1 / (sum / others);
        if (improved) c[v] *= n > 1 ? others / (static_cast<double>(n) - 1) : 0;
    }
    return c;
}

/// Harmonic centrality from its definition, not normalized.
inline std::vector<double> harmonic(const Network& graph) {
    const std::size_t n = graph.size();
    const auto d = distances(graph).d;
    std::vector<double> h(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        for (Vertex u = 0; u < n; ++u) {
            if (u != v && d[u][v] < far) h[v] += 1.0 / d[u][v];
        }
    }
    return h;
}

/// PageRank as the solution of its linear equations, by Gauss and Jordan.
inline std::vector<double> pagerank(const Network& graph, double damping,
                                    const std::vector<double>& teleport) {
    const std::size_t n = graph.size();
    // Row v says x(v) - damping * sum of x(u) P(u, v) = (1 - damping) t(v).
    std::vector<std::vector<double>> rows(n, std::vector<double>(n + 1, 0));
    for (Vertex v = 0; v < n; ++v) {
        rows[v][v] = 1;
        rows[v][n] = (1 - damping) * teleport[v];
    }
    for (Vertex u = 0; u < n; ++u) {
        const auto heads = graph.out(u);
        for (Vertex v = 0; v < n; ++v) {
            const bool arc = std::find(heads.begin(), heads.end(), v) != heads.end();
            const double chance = heads.empty() ? teleport[v]
                                  : arc         ? 1 / static_cast<double>(heads.size())
                                                : 0.0;
            rows[v][u] -= damping * chance;
        }
    }
    for (std::size_t i = 0; i < n; ++i) {  // the columns are diagonally dominant
        for (std::size_t j = 0; j < n; ++j) {
            if (j == i) continue;
            const double factor = rows[j][i] / rows[i][i];
            for (std::size_t k = 0; k <= n; ++k) rows[j][k] -= factor * rows[i][k];
        }
    }
    std::vector<double> x(n);
    for (std::size_t v = 0; v < n; ++v) x[v] = rows[v][n] / rows[v][v];
    return x;
}

/// Core numbers from their definition: every set of vertices, 2^n of them.
inline std::vector<std::uint32_t> core_number(const Network& graph) {
    const std::size_t n = graph.size();
    std::vector<std::uint32_t> out(n, 0);
    std::vector<std::uint32_t> in(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        for (const Vertex w : graph.out(v)) out[v] |= 1U << w, in[w] |= 1U << v;
    }
    std::vector<std::uint32_t> core(n, 0);
    for (std::uint32_t set = 1; set < 1U << n; ++set) {
        int least = 1 << 20;
        for (Vertex v = 0; v < n; ++v) {
            if ((set >> v & 1U) == 0) continue;
            const int degree =
                std::popcount(out[v] & set) + (graph.directed() ? std::popcount(in[v] & set) : 0);
            least = std::min(least, degree);
        }
        for (Vertex v = 0; v < n; ++v) {
            if ((set >> v & 1U) != 0)
                core[v] = std::max(core[v], static_cast<std::uint32_t>(least));
        }
    }
    return core;
}

/// The smallest vertex that is connected to each, by Warshall's closure.
inline std::vector<Vertex> smallest_connected(const Network& graph) {
    const std::size_t n = graph.size();
    std::vector<std::vector<bool>> linked(n, std::vector<bool>(n, false));
    for (Vertex v = 0; v < n; ++v) {
        linked[v][v] = true;
        for (const Vertex w : graph.out(v)) linked[v][w] = linked[w][v] = true;
    }
    for (Vertex k = 0; k < n; ++k) {
        for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
                if (linked[s][k] && linked[k][t]) linked[s][t] = true;
            }
        }
    }
    std::vector<Vertex> smallest(n);
    for (Vertex v = 0; v < n; ++v) {
        while (!linked[v][smallest[v]]) ++smallest[v];
    }
    return smallest;
}

/// All simple paths between two vertices, by length, then by their vertices.
inline std::vector<std::vector<Vertex>> all_simple_paths(const Network& graph, Vertex from,
                                                         Vertex to) {
    std::vector<std::vector<Vertex>> paths;
    std::vector<std::vector<Vertex>> grown{{from}};  // by length, as they are appended to
    while (!grown.empty()) {
        std::vector<std::vector<Vertex>> longer;
        for (const auto& path : grown) {
            if (path.back() == to) paths.push_back(path);
            for (const Vertex w : graph.out(path.back())) {
                if (std::find(path.begin(), path.end(), w) != path.end()) continue;
                longer.push_back(path);
                longer.back().push_back(w);
            }
        }
        grown = longer;
        std::sort(grown.begin(), grown.end());
    }
    return paths;
}

}  // namespace actormap::oracle
