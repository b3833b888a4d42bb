#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct ConstraintOptions {};

/// Constraint: how far all of a vertex's ties lead back to the same few neighbours.
///
///     c(v) = sum over neighbours j of  (p(v, j) + sum over k of  p(v, k) p(k, j))^2
///     p(i, j) = (w(i, j) + w(j, i)) / sum over k of  (w(i, k) + w(k, i))
///
/// where w is the strength of an arc, 1 unless given, and 0 where there is none; k is not v or j.
/// Low values mark those who stand between others that do not know each other.
///
/// Direction   a neighbour is one with an arc either way; p counts both
/// Weights     a strength of 0 is no edge; the same factor for all changes nothing
/// Tiny        not a number for a vertex without neighbours: it has no shares p
/// Range       above 0; 1 with one neighbour; above 1 is possible: 9/8 in a triangle
/// Precision   each term is rounded; they are positive, so nothing cancels
/// Threads     the same bits for any run.threads
/// Cost        O(sum over edges of s log l) time, where s and l are the smaller and the larger
///             degree of the ends, so O(m^1.5 log n) at worst; O(n + m) memory
/// Throws      Error "weights-size" if the strengths are not of this network; Cancelled
/// Agrees with NetworkX and igraph; but NetworkX has no value for a vertex with arcs to it only
/// Reference   R. S. Burt, Structural holes and good ideas, Am. J. Sociol. 110 (2004) 349-399,
///             https://doi.org/10.1086/421787
[[nodiscard]] std::vector<double> constraint(const Network& network,
                                             const ConstraintOptions& options = {},
                                             const Run& run = {});
[[nodiscard]] std::vector<double> constraint(const Network& network, const Strengths& strengths,
                                             const ConstraintOptions& options = {},
                                             const Run& run = {});

}  // namespace actormap
