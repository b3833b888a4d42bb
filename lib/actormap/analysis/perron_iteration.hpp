#pragma once

#include <actormap/analysis/walk_matrix.hpp>
#include <actormap/base/run.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

struct PerronOptions {
    double tolerance = 1e-13;             ///< of the residual, relative to the eigenvalue; above 0
    std::size_t max_iterations = 100000;  ///< for each block, at least 1
};

/// The largest eigenvalue of a block of a matrix, and how its vector was found.
struct PerronValue {
    double value = 0;  ///< in the unit of the matrix
    std::size_t iterations = 0;
    double residual = 0;  ///< ||A^T x - value x|| / value, where ||x|| = 1
};

/// Finds the nonnegative eigenvector of the largest eigenvalue of a block of a matrix.
///
///     A^T x = value x  on the members of the block,  x >= 0,  ||x|| = 1
///
/// It keeps vectors as long as the network, so that many small blocks cost no more than a large
/// one.
///
/// Threads     the same bits for any run.threads
/// Memory      O(n)
class PerronIteration {
  public:
    /// Throws      Error "option-range"
    PerronIteration(const WalkMatrix& matrix, const PerronOptions& options, const Run& run);

    /// `x` is a first guess: at least 0, not all 0, and 0 but on the members; it becomes the
    /// answer. A path leads from every member that it is not 0 on to every member.
    ///
    /// Precision   the residual is at most the tolerance. If `bracket` is asked for, a strong
    ///             component is meant, and (A^T x)(v) / x(v) is nearly the same for all its
    ///             members: the smallest and the largest differ by at most 1e-11 of the value, or
    ///             by the tolerance if that is more, and the eigenvalue is between them (Collatz
    ///             and Wielandt)
    /// Throws      Error "not-converged" after max_iterations; Cancelled
    PerronValue settle(std::span<const Vertex> members, std::vector<double>& x, bool bracket);

  private:
    struct Sums;
    template <class Body>
    Sums sweep(const Body& body);
    void normalize(std::vector<double>& x);
    void climb(std::vector<double>& x);
    void smooth(std::vector<double>& x, bool bracket);
    void count_iteration();

    const WalkMatrix& matrix_;
    PerronOptions options_;
    Run run_;
    std::span<const Vertex> members_ = {};
    PerronValue found_ = {};
    // Of all vertices, but only those of members count. image is A^T x, and so on.
    std::vector<double> image_;
    std::vector<double> rest_, rest_image_;
    std::vector<double> step_, step_image_;
};

}  // namespace actormap
