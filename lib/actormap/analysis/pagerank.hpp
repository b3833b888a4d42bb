#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

struct PageRankOptions {
    double damping = 0.85;              ///< chance to follow an arc, at least 0 and below 1
    double tolerance = 1e-12;           ///< stop when the L1 change is below this, above 0
    std::size_t max_iterations = 1000;  ///< give up after this many, at least 1
    /// Where a jump lands: a weight of at least 0 for each vertex, not all 0; divided by their
    /// sum. Empty is uniform.
    std::vector<double> teleport = {};
};

struct PageRank {
    std::vector<double> scores;
    std::size_t iterations = 0;  ///< passes over the arcs
    double residual = 0;         ///< the L1 change of the last, a plain iteration
};

/// PageRank: how often a walker is at a vertex who follows a random arc with the chance
/// `damping`, and otherwise jumps to a random vertex.
///
///     x(v) = (1 - d) t(v) + d (sum over arcs u -> v of  x(u) w(u, v) / out(u)  +  t(v) S)
///
/// where d is the damping, t the teleport distribution (1 / n if uniform), out(u) the sum of w over
/// the arcs from u, and S the sum of x over the vertices where it is 0.
///
/// Direction   along the arcs; an undirected edge is walked both ways
/// Weights     w is the strength of the arc, or 1: an arc is taken with a chance proportional to
///             it. All times the same factor change nothing; no sum of them can overflow
/// Dangling    a walker at a vertex without outgoing arcs, or whose strengths are all 0, jumps: it
///             lands as any jump does, as NetworkX's does unless told otherwise by `dangling`
/// Tiny        n = 0 gives no scores in no iterations; n = 1 gives 1
/// Range       [0, 1], and the sum is 1; the same whether normalized or raw
/// Precision   within tolerance * d / (1 - d) of the answer in the L1 norm, rounding aside
/// Threads     the same bits for any run.threads
/// Cost        O(n + m) time an iteration, about log(tolerance) / log(d) iterations; O(n) memory,
///             and 8 bytes an arc if weighted. Undirected, if all strengths are the same, about
///             log(tolerance) / log((r - 1) / (r + 1)) iterations where r^2 = (1 + d) / (1 - d),
///             mostly fewer, over classes of alike vertices; O(n) memory and 4 bytes an arc
/// Throws      Error "option-range" for an option out of range, "weights-size" if the strengths
///             are not of this network, "not-converged" after max_iterations; Cancelled
/// Agrees with NetworkX (which stops at n times its tolerance), igraph and graph-tool; NetworKit by
///             default and Boost.Graph let the mass of dangling vertices vanish
/// Reference   S. Brin and L. Page, The anatomy of a large-scale hypertextual Web search engine,
///             Comput. Netw. ISDN Syst. 30 (1998) 107-117,
///             https://doi.org/10.1016/S0169-7552(98)00110-X
[[nodiscard]] PageRank pagerank(const Network& network, const PageRankOptions& options = {},
                                const Run& run = {});
[[nodiscard]] PageRank pagerank(const Network& network, const Strengths& strengths,
                                const PageRankOptions& options = {}, const Run& run = {});

}  // namespace actormap
