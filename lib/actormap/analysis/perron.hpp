#pragma once

#include <actormap/analysis/perron_iteration.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// Eigenvalues that differ by at most this share of the larger are the same.
constexpr double perron_tie = 1e-10;

/// The largest eigenvalue of a matrix, and the blocks that have it.
struct Perron {
    double value = 0;                         ///< in the unit of the matrix; 0 if there is no cycle
    std::vector<std::vector<Vertex>> blocks;  ///< ascending; none if the value is 0
    std::vector<double> vector;  ///< the eigenvector of each block, of norm 1; 0 elsewhere
    std::size_t iterations = 0;  ///< of all blocks that were looked at
    double residual = 0;         ///< the largest of those that have the value
};

/// The strong components (components, if undirected) of the largest eigenvalue.
///
/// Precision   as PerronIteration has it, with a bracket if directed
/// Threads     the same bits for any run.threads
/// Cost        O(n + m) time an iteration, O(n + m) memory
/// Throws      Error "option-range", "not-converged"; Cancelled
[[nodiscard]] Perron perron(const WalkMatrix& matrix, const PerronOptions& options, const Run& run);

}  // namespace actormap
