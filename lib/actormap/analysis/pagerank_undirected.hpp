#pragma once

#include <actormap/analysis/pagerank.hpp>

#include <cstddef>
#include <span>

namespace actormap {

/// PageRank of an undirected network whose edges are all as strong. `teleport` adds up to 1. All
/// else is as `pagerank` says.
/// Throws      Error "not-converged"; Cancelled
[[nodiscard]] PageRank pagerank_undirected(const Network& network, std::span<const double> teleport,
                                           const PageRankOptions& options, const Run& run);

[[noreturn]] void throw_not_converged(double residual, std::size_t iterations);

}  // namespace actormap
