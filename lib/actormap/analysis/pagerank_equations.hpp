#pragma once

#include <actormap/network/network.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

/// The equations of PageRank in an undirected network, as a symmetric system with a row for each
/// class of alike vertices:
///
///     diagonal(C) u(C) - d (sum of u over the classes adjacent to C) = right(C)
///     x(v) = jump t(v) + d (sum of u over the classes adjacent to that of v)
///
/// where d is the damping, t the teleport distribution, x PageRank, and u(C) what the members of C
/// pass on along an edge each, all together: the sum of x(v) / degree(v) over them. Exact, since
///
///     - only a vertex without edges dangles, and has nothing but what jumps bring. So the mass
///       that dangles is known beforehand: all vertices get jump t(v) by jumps, where
///       jump = (1 - d) + d jump T and T is the sum of t over the vertices without edges;
///     - alike vertices get the same along their edges, and pass on to the same vertices. With k
///       members of degree D the mean of their equations is the row, where diagonal(C) = D / k and
///       right(C) = jump (mean of t over C).
///
/// Between diagonal and edges the matrix is symmetric, and divided by its diagonal it has no
/// eigenvalue but from 1 - d to 1 + d, since a walk only shares out what there is.
///
/// Cost        as alike_vertices; 4 bytes an arc and O(n) memory
struct PageRankEquations {
    PageRankEquations(const Network& network, std::span<const double> teleport, double damping);

    std::vector<Vertex> class_of;          ///< of each vertex
    std::vector<std::size_t> first = {0};  ///< first[c] .. first[c + 1] index the row of c in
    std::vector<Vertex> adjacent;          ///< the classes adjacent to c
    std::vector<double> members;           ///< how many each class has
    std::vector<double> diagonal;          ///< above 0; 1 without edges
    std::vector<double> right;             ///< 0 without edges
    std::vector<double> start;             ///< u if x were t, but for what dangles
    double jump = 0;

    [[nodiscard]] std::size_t size() const { return members.size(); }

    /// The sum of u over the classes adjacent to c. It is made of four sums, so that an addition
    /// need not wait for the one before it.
    [[nodiscard]] double adjacent_sum(std::size_t c, const std::vector<double>& u) const {
        std::array<double, 4> sum = {};
        std::size_t i = first[c];
        for (; i + 4 <= first[c + 1]; i += 4) {
            for (std::size_t k = 0; k < 4; ++k) sum[k] += u[adjacent[i + k]];
        }
        for (; i < first[c + 1]; ++i) sum[0] += u[adjacent[i]];
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
};

}  // namespace actormap
