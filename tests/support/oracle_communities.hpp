#pragma once

#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace actormap::oracle {

using Matrix = std::vector<std::vector<double>>;
using Labels = std::vector<std::uint32_t>;

/// The strength of each ordered pair, 0 without an arc.
inline Matrix matrix(const Network& network, const Strengths& strengths) {
    Matrix a(network.size(), std::vector<double>(network.size(), 0));
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) a[v][w] = strengths[*network.arc_index(v, w)];
    }
    return a;
}

/// Modularity as a sum over pairs of vertices; the matrix of an undirected network is symmetric.
/// Not a number without edges.
inline double modularity(const Matrix& a, const Labels& of, double resolution) {
    const std::size_t n = a.size();
    std::vector<double> out(n, 0);
    std::vector<double> in(n, 0);
    double all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) out[i] += a[i][j], in[j] += a[i][j], all += a[i][j];
    }
    double q = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (of[i] == of[j]) q += a[i][j] - resolution * out[i] * in[j] / all;
        }
    }
    return q / all;
}

/// The constant Potts model as a sum over pairs of vertices.
inline double cpm(const Matrix& a, const Labels& of, double resolution) {
    double h = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (of[i] == of[j]) h += a[i][j] - resolution;
        }
    }
    return h;
}

/// Calls body(labels) for every partition of n vertices; labels are numbered by smallest vertex.
template <class Body>
void for_each_partition(std::size_t n, const Body& body) {
    Labels of(n, 0);
    const auto extend = [&](const auto& self, std::size_t v, std::uint32_t count) -> void {
        if (v == n) return body(of);
        for (of[v] = 0; of[v] <= count; ++of[v]) self(self, v + 1, std::max(count, of[v] + 1));
    };
    extend(extend, 0, 0);
}

/// The highest quality(labels) of all partitions of n vertices.
template <class Quality>
double best_quality(std::size_t n, const Quality& quality) {
    Labels alone(n);
    for (std::uint32_t v = 0; v < n; ++v) alone[v] = v;
    double best = quality(alone);
    for_each_partition(n, [&](const Labels& of) { best = std::max(best, quality(of)); });
    return best;
}

/// The highest quality(labels) that one vertex in another or a new community gives.
template <class Quality>
double best_single_move(const Labels& of, const Quality& quality) {
    double best = quality(of);
    for (std::size_t v = 0; v < of.size(); ++v) {
        Labels moved = of;
        for (moved[v] = 0; moved[v] <= of.size(); ++moved[v]) best = std::max(best, quality(moved));
    }
    return best;
}

/// The highest quality(labels) that two communities united give.
template <class Quality>
double best_union(const Labels& of, const Quality& quality) {
    double best = quality(of);
    for (const std::uint32_t a : of) {
        for (const std::uint32_t b : of) {
            Labels united = of;
            std::replace(united.begin(), united.end(), a, b);
            best = std::max(best, quality(united));
        }
    }
    return best;
}

/// Whether ties within them connect all communities, by Warshall's closure.
inline bool all_connected(const Matrix& a, const Labels& of) {
    const std::size_t n = a.size();
    std::vector<std::vector<bool>> linked(n, std::vector<bool>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            linked[i][j] = i == j || (of[i] == of[j] && a[i][j] > 0);
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                linked[i][j] = linked[i][j] || (linked[i][k] && linked[k][j]);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (of[i] == of[j] && !linked[i][j]) return false;
        }
    }
    return true;
}

}  // namespace actormap::oracle
