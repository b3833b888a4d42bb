#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstdint>
#include <vector>

namespace actormap {

struct CoreNumberOptions {};

/// Core number: the largest k such that a vertex is in the k-core.
///
///     c(v) = max over sets S with v in S of  min over u in S of  degree of u within S
///
/// The k-core is the largest set of vertices that have at least k edges each within the set.
///
/// Direction   if directed, a degree counts edges in and out, so that two vertices with an edge
///             each way count twice
/// Tiny        0 for a vertex without edges
/// Range       [0, n - 1], or [0, 2 (n - 1)] if directed
/// Precision   exact
/// Threads     one
/// Cost        O(n + m) time; 12 bytes a vertex
/// Throws      Cancelled
/// Agrees with NetworkX and igraph (mode all); Boost.Graph if undirected
/// Reference   S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983)
///             269-287, https://doi.org/10.1016/0378-8733(83)90028-X; V. Batagelj and
///             M. Zaversnik, Fast algorithms for determining (generalized) core groups in social
///             networks, Adv. Data Anal. Classif. 5 (2011) 129-145,
///             https://doi.org/10.1007/s11634-010-0079-y
[[nodiscard]] std::vector<std::uint32_t> core_number(const Network& network,
                                                     const CoreNumberOptions& options = {},
                                                     const Run& run = {});

}  // namespace actormap
