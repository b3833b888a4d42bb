#pragma once

#include <actormap/analysis/degree.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct StrengthOptions {
    DegreeKind kind = DegreeKind::total;  ///< which edges count, if directed
};

/// Strength: the sum of the strengths of the edges at a vertex.
///
///     S(v) = sum over edges e at v of  w(e)
///
/// Direction   if directed, `in` sums edges into v, `out` edges out of v, and `total` is both
///             together; if undirected the three are the same
/// Weights     more is nearer; where all are 1, this is the degree that is not normalized
/// Tiny        n = 0 gives nothing; a vertex without edges has 0
/// Range       at least 0, in the unit of the weights: there is no normalized form
/// Precision   summed in the order of the neighbours
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Error "weights-size" if the strengths are not of this network, "weights-overflow" if
///             a sum is too large for a number; Cancelled
/// Agrees with NetworkX: degree, in_degree and out_degree with a weight; igraph: strength
/// Reference   A. Barrat, M. Barthelemy, R. Pastor-Satorras and A. Vespignani, The architecture of
///             complex weighted networks, Proc. Natl. Acad. Sci. 101 (2004) 3747-3752,
///             https://doi.org/10.1073/pnas.0400087101
[[nodiscard]] std::vector<double> strength(const Network& network, const Strengths& strengths,
                                           const StrengthOptions& options = {},
                                           const Run& run = {});

}  // namespace actormap
