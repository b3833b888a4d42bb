#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct EffectiveSizeOptions {
    bool normalized = false;  ///< divide by the number of neighbours, which gives the efficiency
};

/// Effective size: how many neighbours a vertex has, less what is redundant among them.
///
///     e(v) = sum over neighbours j of  (1 - sum over k of  p(v, k) m(j, k))
///     p(v, k) = a(v, k) / sum of a(v, .),  m(j, k) = a(j, k) / largest a(j, .)
///
/// where a(i, j) is the strength of the arcs i -> j and j -> i together, and k is a neighbour of
/// both. An arc has the strength 1 unless others are given. Undirected and without strengths this
/// is d - 2 t / d, where d counts the neighbours and t the edges between them.
///
/// Direction   a neighbour is one with an arc either way
/// Weights     a strength of 0 is no edge; the same factor for all changes nothing
/// Tiny        not a number for a vertex without neighbours: it has no shares p
/// Range       [1, d], or [1 / d, 1] if normalized
/// Precision   each term is rounded
/// Threads     the same bits for any run.threads
/// Cost        O(sum over edges of s log l) time, where s and l are the smaller and the larger
///             degree of the ends, so O(m^1.5 log n) at worst; O(n + m) memory
/// Throws      Error "weights-size" if the strengths are not of this network; Cancelled
/// Agrees with NetworkX; but that counts neighbours over strengths of 0, and has no value for a
///             vertex with arcs to it only
/// Reference   R. S. Burt, Structural Holes: The Social Structure of Competition (1992), chapter 2,
///             https://doi.org/10.4159/9780674029095; S. P. Borgatti, Structural holes: unpacking
///             Burt's redundancy measures, Connections 20 (1997) 35-38
[[nodiscard]] std::vector<double> effective_size(const Network& network,
                                                 const EffectiveSizeOptions& options = {},
                                                 const Run& run = {});
[[nodiscard]] std::vector<double> effective_size(const Network& network, const Strengths& strengths,
                                                 const EffectiveSizeOptions& options = {},
                                                 const Run& run = {});

}  // namespace actormap
