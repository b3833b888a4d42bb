#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

struct EigenvectorOptions {
    double tolerance = 1e-13;             ///< the residual is at most this, above 0
    std::size_t max_iterations = 100000;  ///< in each component, at least 1
};

struct Eigenvector {
    std::vector<double> scores;
    double eigenvalue = 0;       ///< in the unit of the weights; 0 if n = 0
    std::size_t iterations = 0;  ///< in all components together
    double residual = 0;         ///< ||A^T x - eigenvalue x|| / eigenvalue
};

/// Eigenvector centrality: a vertex scores what those that link to it score together.
///
///     x(v) = (1 / l) sum over arcs u -> v of  w(u, v) x(u),   x >= 0,   sum of x(v)^2 = 1
///
/// where l is the largest eigenvalue of the adjacency matrix A.
///
/// Direction   along the arcs: who is pointed at scores
/// Weights     w is the strength of the arc, or 1; an arc of strength 0 is no arc. All times the
///             same factor change only the eigenvalue
/// Unconnected undirected, x is the projection of (1, ..., 1) on the eigenspace of l: components
///             whose own largest eigenvalue is smaller have 0, and those that tie share in
///             proportion to how evenly each spreads its score. Directed, x is 0 on what the strong
///             component that has the eigenvalue l does not reach. If several have it, it is the
///             one that reaches no other of them; and if there are several of those, x is not
///             unique
/// Tiny        n = 0 gives nothing; without an edge, or directed without a cycle, it does not exist
/// Range       [0, 1]; a score below 1e-100 may be any number below that
/// Precision   the scores are exact for a matrix that differs from A by at most the residual, as a
///             share of l and in the spectral norm. So their error is about residual * l / gap,
///             where gap is the distance from l to the next eigenvalue: 1e-12 where communities
///             mix, 1e-8 on a path of 1,000 vertices. Eigenvalues of two components that agree to
///             10 digits count as the same
/// Threads     the same bits for any run.threads
/// Cost        O(n + m) time an iteration, O(n + m) memory. Undirected, the iterations grow like
///             the root of l / gap, directed like l / gap
/// Throws      Error "measure-undefined" if it does not exist or is not unique; "option-range";
///             "weights-size" if the strengths are not of this network; "weights-overflow" if the
///             eigenvalue is too large for a number; "not-converged" after max_iterations;
///             Cancelled
/// Agrees with NetworkX: eigenvector_centrality; igraph's has the largest score 1
/// Reference   P. Bonacich, Factoring and weighting approaches to status scores and clique
///             identification, J. Math. Sociol. 2 (1972) 113-120,
///             https://doi.org/10.1080/0022250X.1972.9989806
[[nodiscard]] Eigenvector eigenvector(const Network& network,
                                      const EigenvectorOptions& options = {}, const Run& run = {});
[[nodiscard]] Eigenvector eigenvector(const Network& network, const Strengths& strengths,
                                      const EigenvectorOptions& options = {}, const Run& run = {});

}  // namespace actormap
