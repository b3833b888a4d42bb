#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <vector>

namespace actormap {

enum class DegreeKind { total, in, out };

struct DegreeOptions {
    DegreeKind kind = DegreeKind::total;  ///< which edges count, if directed
    bool normalized = true;               ///< divide by n - 1, the possible neighbours
};

/// Degree: how many edges a vertex is an end of.
///
///     D(v) = number of edges at v,  divided by n - 1 if normalized
///
/// Direction   if directed, `in` counts edges into v, `out` edges out of v, and `total` their
///             sum, so that two vertices with an edge each way count twice; if undirected the
///             three are the same
/// Tiny        n = 0 gives nothing; n = 1 gives 1 if normalized, 0 if not
/// Range       [0, n - 1], or [0, 1] if normalized; twice that for `total` if directed
/// Precision   a count, rounded once by the division
/// Threads     one
/// Cost        O(n) time and memory
/// Throws      Cancelled
/// Agrees with NetworkX: degree_centrality, in_degree_centrality, out_degree_centrality; igraph's
///             degree is the raw one
/// Reference   L. C. Freeman, Centrality in social networks: conceptual clarification, Social
///             Networks 1 (1978) 215-239, https://doi.org/10.1016/0378-8733(78)90021-7
[[nodiscard]] std::vector<double> degree(const Network& network, const DegreeOptions& options = {},
                                         const Run& run = {});

}  // namespace actormap
