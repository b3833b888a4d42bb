#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

struct HitsOptions {
    double tolerance = 1e-13;             ///< the residual is at most this, above 0
    std::size_t max_iterations = 100000;  ///< in each component, at least 1
};

struct Hits {
    std::vector<double> hubs;
    std::vector<double> authorities;
    std::size_t iterations = 0;  ///< in all components together
    double residual = 0;         ///< ||A a - s h|| and ||A^T h - s a|| together / (s ||(h, a)||)
};

/// Hubs and authorities: a hub points at good authorities, and good hubs point at an authority.
///
///     h(u) ~ sum over arcs u -> v of  w(u, v) a(v)
///     a(v) ~ sum over arcs u -> v of  w(u, v) h(u),   h, a >= 0,   each sums to 1
///
/// so h is an eigenvector of A A^T, and a of A^T A, for their largest eigenvalue s^2; s is the
/// largest singular value of the adjacency matrix A.
///
/// Direction   along the arcs; undirected, hubs and authorities are the same
/// Weights     w is the strength of the arc, or 1; an arc of strength 0 is no arc. All times the
///             same factor change nothing
/// Ties        where the eigenvalue is multiple, h and a are the projections of (1, ..., 1) on its
///             eigenspaces, made to sum to 1: parts that no chain of arcs, forward and backward in
///             turn, connects share in proportion to how evenly each spreads its score
/// Tiny        n = 0 gives nothing; without an edge, the measure does not exist
/// Range       [0, 1], and each sums to 1; h is 0 without an arc out, a is 0 without one in
/// Precision   as for eigenvector centrality: exact for a matrix that differs from A by at most the
///             residual, as a share of s and in the spectral norm. Singular values of two parts
///             that agree to 10 digits count as the same
/// Threads     the same bits for any run.threads
/// Cost        O(n + m) time an iteration, O(n + m) memory; the iterations grow like the root of
///             s / gap, where gap is the distance to the next singular value
/// Throws      Error "measure-undefined" without an edge; "option-range"; "weights-size" if the
///             strengths are not of this network; "network-size" if there are 2^31 vertices or
///             more; "not-converged" after max_iterations; Cancelled
/// Agrees with NetworkX: hits, and igraph: hub_score and authority_score, whose largest is 1, but
///             for ties and weights that a solver of theirs does not separate
/// Reference   J. M. Kleinberg, Authoritative sources in a hyperlinked environment, J. ACM 46
///             (1999) 604-632, https://doi.org/10.1145/324133.324140
[[nodiscard]] Hits hits(const Network& network, const HitsOptions& options = {},
                        const Run& run = {});
[[nodiscard]] Hits hits(const Network& network, const Strengths& strengths,
                        const HitsOptions& options = {}, const Run& run = {});

}  // namespace actormap
