#pragma once

#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>
#include <vector>

namespace actormap::oracle {

using Matrix = std::vector<std::vector<double>>;

constexpr double no_path = std::numeric_limits<double>::infinity();

/// The lengths of arcs from row to column; infinite where there is none.
inline Matrix arc_lengths(const Network& graph, const actormap::Distances& distances) {
    Matrix lengths(graph.size(), std::vector<double>(graph.size(), no_path));
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) lengths[v][w] = distances[*graph.arc_index(v, w)];
    }
    return lengths;
}

/// Lengths and numbers of shortest paths between all pairs; exact if arcs are whole numbers.
struct AllPairs {
    Matrix d;
    Matrix sigma;
};

/// Adds vertices as stops, one after another, and shares no idea with a search.
inline AllPairs all_pairs(const Matrix& lengths) {
    const std::size_t n = lengths.size();
    AllPairs all{lengths, Matrix(n, std::vector<double>(n, 0))};
    auto& [d, sigma] = all;
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w) sigma[v][w] = lengths[v][w] < no_path ? 1 : 0;
        d[v][v] = 0;
        sigma[v][v] = 1;
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t s = 0; s < n; ++s) {
            for (std::size_t t = 0; t < n; ++t) {
                const double through = d[s][k] + d[k][t];
                if (s == k || t == k || s == t || through == no_path) continue;
                if (through < d[s][t]) d[s][t] = through, sigma[s][t] = 0;
                if (through == d[s][t]) sigma[s][t] += sigma[s][k] * sigma[k][t];
            }
        }
    }
    return all;
}

/// Calls use(d, sigma, s, t) for each pair that has a path; both ways if directed.
template <class Use>
void for_pairs(const Network& graph, const AllPairs& all, const Use& use) {
    for (Vertex s = 0; s < graph.size(); ++s) {
        for (Vertex t = graph.directed() ? 0 : s + 1; t < graph.size(); ++t) {
            if (s != t && all.d[s][t] < no_path) use(s, t);
        }
    }
}

/// Betweenness from its definition, not normalized.
inline std::vector<double> betweenness(const Network& graph, const Matrix& lengths) {
    const AllPairs all = all_pairs(lengths);
    const auto& [d, sigma] = all;
    std::vector<double> b(graph.size(), 0);
    for_pairs(graph, all, [&, &d = d, &sigma = sigma](Vertex s, Vertex t) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            if (v != s && v != t && d[s][v] + d[v][t] == d[s][t])
                b[v] += sigma[s][v] * sigma[v][t] / sigma[s][t];
        }
    });
    return b;
}

/// Edge betweenness from its definition, not normalized, for each arc.
inline std::vector<double> edge_betweenness(const Network& graph, const Matrix& lengths) {
    const AllPairs all = all_pairs(lengths);
    const auto& [d, sigma] = all;
    std::vector<double> b(graph.arcs(), 0);
    for_pairs(graph, all, [&, &d = d, &sigma = sigma](Vertex s, Vertex t) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            for (const Vertex w : graph.out(v)) {
                if (d[s][v] + lengths[v][w] + d[w][t] != d[s][t]) continue;
                const double share = sigma[s][v] * sigma[w][t] / sigma[s][t];
                b[*graph.arc_index(v, w)] += share;
                if (!graph.directed()) b[*graph.arc_index(w, v)] += share;
            }
        }
    });
    return b;
}

/// Closeness from its definition, with the factor of Wasserman and Faust if `improved`.
inline std::vector<double> closeness(const Matrix& lengths, bool improved) {
    const Matrix d = all_pairs(lengths).d;
    std::vector<double> c;
    for (std::size_t v = 0; v < d.size(); ++v) {
        double sum = 0;
        double others = 0;
        for (std::size_t u = 0; u < d.size(); ++u) {
            if (u != v && d[u][v] < no_path) sum += d[u][v], ++others;
        }
        c.push_back(others > 0 ? 1 / (sum / others) : 0);
        if (improved && others > 0) c.back() *= others / (static_cast<double>(d.size()) - 1);
    }
    return c;
}

/// Harmonic centrality from its definition, not normalized.
inline std::vector<double> harmonic(const Matrix& lengths) {
    const Matrix d = all_pairs(lengths).d;
    std::vector<double> h(d.size(), 0);
    for (std::size_t v = 0; v < d.size(); ++v) {
        for (std::size_t u = 0; u < d.size(); ++u) {
            if (u != v) h[v] += 1 / d[u][v];
        }
    }
    return h;
}

inline double path_length(const Matrix& lengths, const std::vector<Vertex>& path) {
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) sum += lengths[path[i - 1]][path[i]];
    return sum;
}

/// All simple paths between two vertices, by length, then hops, then vertices.
inline std::vector<std::vector<Vertex>> all_simple_paths(const Matrix& lengths, Vertex from,
                                                         Vertex to) {
    std::vector<std::vector<Vertex>> paths;
    std::vector<std::vector<Vertex>> grown{{from}};
    for (std::size_t next = 0; next < grown.size(); ++next) {
        const std::vector<Vertex> path = grown[next];
        if (path.back() == to) {
            paths.push_back(path);
            continue;
        }
        for (Vertex w = 0; w < lengths.size(); ++w) {
            if (lengths[path.back()][w] == no_path) continue;
            if (std::find(path.begin(), path.end(), w) != path.end()) continue;
            grown.push_back(path);
            grown.back().push_back(w);
        }
    }
    std::sort(paths.begin(), paths.end(), [&](const auto& a, const auto& b) {
        return std::tuple(path_length(lengths, a), a.size(), a) <
               std::tuple(path_length(lengths, b), b.size(), b);
    });
    return paths;
}

}  // namespace actormap::oracle
