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
inline Matrix tie_matrix(const Network& graph, const Strengths& strengths) {
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

/// p(i, j), and m(i, j) of Burt: shares of the sum, and of the largest.
inline Matrix shares(const Matrix& a, bool of_largest) {
    Matrix p = a;
    for (std::size_t i = 0; i < a.size(); ++i) {
        double whole = 0;
        for (const double s : a[i]) whole = of_largest ? std::max(whole, s) : whole + s;
        for (double& s : p[i]) s = whole > 0 ? s / whole : 0;
    }
    return p;
}

inline std::vector<double> constraint(const Matrix& w) {
    const std::size_t n = w.size();
    const Matrix p = shares(mutual(w), false);
    std::vector<double> c(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
        bool alone = true;
        for (std::size_t j = 0; j < n; ++j) {
            if (p[v][j] == 0) continue;
            alone = false;
            double invested = p[v][j];
            for (std::size_t k = 0; k < n; ++k) invested += p[v][k] * p[k][j];
            c[v] += invested * invested;
        }
        if (alone) c[v] = std::numeric_limits<double>::quiet_NaN();
    }
    return c;
}

inline std::vector<double> effective_size(const Matrix& w) {
    const std::size_t n = w.size();
    const Matrix p = shares(mutual(w), false);
    const Matrix m = shares(mutual(w), true);
    std::vector<double> e(n, 0);
    for (std::size_t v = 0; v < n; ++v) {
        bool alone = true;
        for (std::size_t j = 0; j < n; ++j) {
            if (p[v][j] == 0) continue;
            alone = false;
            e[v] += 1;
            for (std::size_t k = 0; k < n; ++k) e[v] -= p[v][k] * m[j][k];
        }
        if (alone) e[v] = std::numeric_limits<double>::quiet_NaN();
    }
    return e;
}

inline std::vector<double> participation(const Matrix& w,
                                         const std::vector<std::uint32_t>& communities) {
    const std::size_t n = w.size();
    const Matrix a = mutual(w);
    std::vector<double> result(n, 1);
    for (std::size_t v = 0; v < n; ++v) {
        double whole = 0;
        for (const double s : a[v]) whole += s;
        for (std::uint32_t community = 0; community < 5; ++community) {
            double part = 0;
            for (std::size_t j = 0; j < n; ++j) part += communities[j] == community ? a[v][j] : 0;
            result[v] -= part / whole * (part / whole);
        }
    }
    return result;
}

/// NaN becomes -1, so that vectors compare.
inline std::vector<double> comparable(std::vector<double> scores) {
    for (double& s : scores) s = std::isnan(s) ? -1 : s;
    return scores;
}

}  // namespace actormap::oracle
