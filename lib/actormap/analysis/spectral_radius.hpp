#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>

namespace actormap {

struct SpectralRadiusOptions {
    double tolerance = 1e-13;             ///< of the value, relative; above 0
    std::size_t max_iterations = 100000;  ///< in each strong component, at least 1
};

struct SpectralRadius {
    double value = 0;
    std::size_t iterations = 0;  ///< in all components together
    double residual = 0;  ///< ||A^T x - value x|| / (value ||x||), where x is the eigenvector
};

/// Spectral radius: the largest eigenvalue of the adjacency matrix.
///
///     value = max |l| over the numbers l with  A x = l x  for some x that is not 0
///
/// It is how many times as many walks there are of k + 1 arcs as of k, if k is large.
///
/// Direction   along the arcs or against them is the same
/// Weights     A(u, v) is the strength of the arc u -> v, or 1. An arc of strength 0 is no arc, and
///             neither is one that is smaller than the largest by a factor of 1e308
/// Tiny        0 if there is no edge, or no cycle if directed; so if n < 2
/// Range       from the mean to the largest sum of weights at a vertex if undirected; at most the
///             largest sum of weights into a vertex, or out of one
/// Precision   relative error at most the tolerance (and rounding: about 1e-15)
/// Threads     the same bits for any run.threads
/// Cost        O(n + m) time an iteration, O(n + m) memory. Undirected, the iterations grow like
///             the root of value / gap, where gap is the distance to the next eigenvalue of the
///             component; directed like value / gap
/// Throws      Error "option-range"; "weights-size" if the strengths are not of this network;
///             "weights-overflow" if the value is too large for a number; "not-converged" after
///             max_iterations; Cancelled
/// Agrees with the largest of NetworkX's adjacency_spectrum
/// Reference   A. E. Brouwer and W. H. Haemers, Spectra of Graphs (2012),
///             https://doi.org/10.1007/978-1-4614-1939-6
[[nodiscard]] SpectralRadius spectral_radius(const Network& network,
                                             const SpectralRadiusOptions& options = {},
                                             const Run& run = {});
[[nodiscard]] SpectralRadius spectral_radius(const Network& network, const Strengths& strengths,
                                             const SpectralRadiusOptions& options = {},
                                             const Run& run = {});

}  // namespace actormap
