#pragma once

#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <optional>
#include <span>
#include <vector>

namespace actormap {

/// The matrix A of a network that walks multiply by: A(u, v) is the strength of the arc u -> v, or
/// 1 if all are alike, and 0 if there is none.
///
/// Weights     in units of 2^exponent(), so that the largest is at least 1/2 and below 1: sums of
///             them do not overflow. An arc of strength 0 is left out, and so is one that is
///             smaller than the largest by a factor of 1e308
/// Memory      8 bytes an arc if weighted; a second network if some arc is left out
/// Lifetime    the network must outlive it
class WalkMatrix {
  public:
    explicit WalkMatrix(const Network& network) : given_(network) {}
    /// Throws      Error "weights-size" if the strengths are not of this network
    WalkMatrix(const Network& network, const Strengths& strengths);

    /// The arcs that are not left out.
    [[nodiscard]] const Network& network() const { return reduced_ ? *reduced_ : given_; }
    [[nodiscard]] int exponent() const { return exponent_; }

    /// (A^T x)(v): the sum of w x(u) over the arcs u -> v. Compensated: the error is a few units in
    /// the last place of the sum of the absolute values, however many arcs there are.
    [[nodiscard]] double pull(Vertex v, std::span<const double> x) const;

    /// An eigenvalue of the matrix in the unit of the strengths.
    /// Throws      Error "weights-overflow" if it is too large for a number
    [[nodiscard]] double in_unit(double eigenvalue) const;

  private:
    const Network& given_;
    std::optional<Network> reduced_ = {};
    std::vector<double> weights_ = {};  // by the heads of the arcs; empty if all are 1
    int exponent_ = 0;
};

}  // namespace actormap
