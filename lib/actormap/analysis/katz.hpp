#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace actormap {

struct KatzOptions {
    /// What a walk loses with each arc: above 0 and below 1 / l, in the unit of 1 / strength; if
    /// not given, 0.9 / l.
    std::optional<double> alpha = {};
    double beta = 1;                      ///< what a vertex has of its own; above 0
    double tolerance = 1e-12;             ///< no score changes by more than this share, above 0
    std::size_t max_iterations = 100000;  ///< give up after this many, at least 1
    bool normalized = true;               ///< divide by the root of the sum of squares
};

struct Katz {
    std::vector<double> scores;
    double alpha = 0;  ///< the one that was taken
    std::size_t iterations = 0;
    double residual = 0;  ///< the largest change of a score in the last iteration, as a share of it
};

/// Katz centrality: how many walks end at a vertex, where one of k arcs counts alpha^k.
///
///     x(v) = beta + alpha sum over arcs u -> v of  w(u, v) x(u)
///
/// It exists if alpha < 1 / l, where l is the spectral radius of the network.
///
/// Direction   along the arcs: who is pointed at scores
/// Weights     w is the strength of the arc, or 1; an arc of strength 0 is no arc
/// Default     alpha is 0.9 / l. Directed without a cycle l is 0, every alpha above 0 will do, and
///             there is none by default. Without an edge alpha plays no part; it is 0 by default
/// Tiny        n = 0 gives nothing; a vertex that no arc leads to has beta
/// Range       at least beta; (0, 1] if normalized, and beta then plays no part
/// Precision   the relative error of x(v) is at most tolerance * (1 + the mean length of the walks
///             that end at v, weighted as they count): a few times 1 / (1 - alpha l) at most
/// Threads     the same bits for any run.threads
/// Cost        that of the spectral radius, and O(n + m) time an iteration, about
///             log(tolerance) / log(alpha l) iterations; O(n) memory, O(n + m) if weighted
/// Throws      Error "katz-alpha" if alpha is at least 1 / l (to 10 digits), or so large that a
///             score overflows; "measure-undefined" if there is no default; "option-range";
///             "weights-size" if the strengths are not of this network; "weights-overflow" if l is
///             too large for a number; "not-converged" after max_iterations, or if l does not
///             converge; Cancelled
/// Agrees with NetworkX: katz_centrality, whose default alpha is 0.1; igraph has it as
///             alpha.centrality
/// Reference   L. Katz, A new status index derived from sociometric analysis, Psychometrika 18
///             (1953) 39-43, https://doi.org/10.1007/BF02289026
[[nodiscard]] Katz katz(const Network& network, const KatzOptions& options = {},
                        const Run& run = {});
[[nodiscard]] Katz katz(const Network& network, const Strengths& strengths,
                        const KatzOptions& options = {}, const Run& run = {});

}  // namespace actormap
