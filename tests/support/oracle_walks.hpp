#pragma once

#include <actormap/network/weights.hpp>

#include <cmath>
#include <vector>

namespace actormap::oracle {

using Matrix = std::vector<std::vector<double>>;

/// The adjacency matrix; 1 for each arc.
inline Matrix adjacency(const Network& graph) {
    Matrix a(graph.size(), std::vector<double>(graph.size(), 0.0));
    for (Vertex u = 0; u < graph.size(); ++u) {
        for (const Vertex v : graph.out(u)) a[u][v] = 1;
    }
    return a;
}

inline Matrix adjacency(const Network& graph, const Strengths& strengths) {
    Matrix a = adjacency(graph);
    for (Vertex u = 0; u < graph.size(); ++u) {
        for (const Vertex v : graph.out(u)) a[u][v] = strengths[*graph.arc_index(u, v)];
    }
    return a;
}

inline Matrix transposed(const Matrix& a) {
    Matrix t = a;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) t[j][i] = a[i][j];
    }
    return t;
}

inline Matrix product(const Matrix& a, const Matrix& b) {
    Matrix c(a.size(), std::vector<double>(a.size(), 0.0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) {
            for (std::size_t k = 0; k < a.size(); ++k) c[i][j] += a[i][k] * b[k][j];
        }
    }
    return c;
}

/// Solves rows whose last column is the right side, by Gauss and Jordan with pivots.
inline std::vector<double> solution(Matrix rows) {
    const std::size_t n = rows.size();
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t pivot = i;
        for (std::size_t j = i; j < n; ++j) {
            if (std::abs(rows[j][i]) > std::abs(rows[pivot][i])) pivot = j;
        }
        rows[i].swap(rows[pivot]);
        for (std::size_t j = 0; j < n; ++j) {
            if (j == i) continue;
            const double factor = rows[j][i] / rows[i][i];
            for (std::size_t k = i; k <= n; ++k) rows[j][k] -= factor * rows[i][k];
        }
    }
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = rows[i][n] / rows[i][i];
    return x;
}

/// PageRank as the solution of its equations, with chances in proportion to the matrix.
inline std::vector<double> pagerank(const Matrix& a, double damping,
                                    const std::vector<double>& teleport) {
    const std::size_t n = a.size();
    Matrix rows(n, std::vector<double>(n + 1, 0.0));
    for (std::size_t u = 0; u < n; ++u) {
        double out = 0;
        for (const double w : a[u]) out += w;
        for (std::size_t v = 0; v < n; ++v)
            rows[v][u] = -damping * (out > 0 ? a[u][v] / out : teleport[v]);
        rows[u][u] += 1;
        rows[u][n] = (1 - damping) * teleport[u];
    }
    return solution(rows);
}

/// Katz: (I - alpha A^T) x = beta, not normalized.
inline std::vector<double> katz(const Matrix& a, double alpha, double beta) {
    const std::size_t n = a.size();
    Matrix rows(n, std::vector<double>(n + 1, beta));
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = 0; v < n; ++v) rows[v][u] = (u == v ? 1 : 0) - alpha * a[u][v];
    }
    return solution(rows);
}

struct Spectrum {
    std::vector<double> values;
    Matrix vectors;  // vectors[i] belongs to values[i]
};

/// Of a symmetric matrix, by Jacobi's rotations.
inline Spectrum spectrum(Matrix a) {
    const std::size_t n = a.size();
    Matrix vectors(n, std::vector<double>(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) vectors[i][i] = 1;
    for (int sweep = 0; sweep < 40; ++sweep) {
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (std::abs(a[p][q]) < 1e-300) continue;
                const double angle = std::atan2(2 * a[p][q], a[p][p] - a[q][q]) / 2;
                const double c = std::cos(angle);
                const double s = std::sin(angle);
                for (std::size_t k = 0; k < n; ++k) {
                    const double x = a[k][p];
                    a[k][p] = c * x + s * a[k][q];
                    a[k][q] = c * a[k][q] - s * x;
                }
                for (std::size_t k = 0; k < n; ++k) {
                    const double x = a[p][k];
                    a[p][k] = c * x + s * a[q][k];
                    a[q][k] = c * a[q][k] - s * x;
                    const double y = vectors[p][k];
                    vectors[p][k] = c * y + s * vectors[q][k];
                    vectors[q][k] = c * vectors[q][k] - s * y;
                }
            }
        }
    }
    Spectrum result{{}, vectors};
    for (std::size_t i = 0; i < n; ++i) result.values.push_back(a[i][i]);
    return result;
}

inline double largest(const std::vector<double>& values) {
    double most = 0;
    for (const double value : values) most = value > most ? value : most;
    return most;
}

/// The projection of (1, ..., 1) on the eigenspace of the largest eigenvalue.
inline std::vector<double> top_projection(const Matrix& symmetric) {
    const std::size_t n = symmetric.size();
    const Spectrum all = spectrum(symmetric);
    std::vector<double> x(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        if (all.values[i] < largest(all.values) - 1e-9) continue;
        double share = 0;
        for (const double y : all.vectors[i]) share += y;
        for (std::size_t v = 0; v < n; ++v) x[v] += share * all.vectors[i][v];
    }
    return x;
}

inline std::vector<double> with_norm_1(std::vector<double> x) {
    double square = 0;
    for (const double y : x) square += y * y;
    for (double& y : x) y /= std::sqrt(square);
    return x;
}

inline std::vector<double> with_sum_1(std::vector<double> x) {
    double sum = 0;
    for (const double y : x) sum += y;
    for (double& y : x) y /= sum;
    return x;
}

/// The spectral radius as the limit of the roots of the norms of powers: A^2, A^4, A^8 ...
/// (Gelfand).
inline double spectral_radius(Matrix a) {
    double log_radius = 0;
    double share = 1;
    for (int squaring = 0; squaring < 50; ++squaring) {
        double norm = 0;
        for (const auto& row : a) norm = std::max(norm, largest(row));
        if (norm == 0) return 0;
        for (auto& row : a) {
            for (double& x : row) x /= norm;
        }
        log_radius += share * std::log(norm);
        share /= 2;
        a = product(a, a);
    }
    return std::exp(log_radius);
}

}  // namespace actormap::oracle
