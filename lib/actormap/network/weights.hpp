#pragma once

#include <actormap/network/network.hpp>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace actormap {

/// What several edges of one pair amount to.
enum class Uniting { sum, largest, smallest };

/// A number for each arc of a network. `Meaning` says what it means, so that a kernel that wants
/// one meaning cannot be given the other; an undirected edge has the same number both ways.
///
/// Memory      8 bytes an arc; twice that if directed
/// Threads     immutable: share it freely
template <class Meaning>
class ArcWeights {
  public:
    /// `of_arcs` in the order of the network's arcs.
    /// Throws      Error "weights-size" if it is not as long as there are arcs, "weight-range" if a
    ///             number is out of the range of its meaning, "weights-symmetric" if an undirected
    ///             edge has two numbers
    ArcWeights(const Network& network, std::vector<double> of_arcs);

    /// From the edges that the network was built of, with a number for each; loops are passed over.
    ///
    /// Cost        O(arcs + edges log degree) time
    /// Throws      as above, where an arc without an edge is out of range; and Error
    ///             "weights-size" if there is not a number for each edge, or an edge that the
    ///             network has not
    [[nodiscard]] static ArcWeights united(const Network& network,
                                           std::span<const std::pair<Vertex, Vertex>> edges,
                                           std::span<const double> of_edges, Uniting uniting);

    /// The number of arc `arc`, as `Network::first_arc` numbers them.
    [[nodiscard]] double operator[](std::size_t arc) const { return out_[arc]; }
    /// Of all arcs, in their order.
    [[nodiscard]] std::span<const double> values() const { return out_; }
    /// Of the arcs from v, in the order of network.out(v). The network is the one it was made for.
    [[nodiscard]] std::span<const double> out(const Network& network, Vertex v) const {
        return std::span(out_).subspan(network.first_arc(v), network.out(v).size());
    }
    /// Of the arcs to v, in the order of network.in(v).
    [[nodiscard]] std::span<const double> in(const Network& network, Vertex v) const {
        return network.directed()
                   ? std::span(in_).subspan(network.first_arc_in(v), network.in(v).size())
                   : out(network, v);
    }
    /// Throws Error "weights-size" unless it has as many numbers as the network has arcs.
    void check_fits(const Network& network) const;

  private:
    std::vector<double> out_;
    std::vector<double> in_;  // by the heads of the arcs; empty unless directed
};

struct StrengthMeaning {};
struct DistanceMeaning {};

/// How strongly an arc ties: more is nearer. Finite and at least 0; 0 is no tie at all.
using Strengths = ArcWeights<StrengthMeaning>;
/// How long an arc is: more is farther. Above 0; infinity is an arc that no path takes.
using Distances = ArcWeights<DistanceMeaning>;

extern template class ArcWeights<StrengthMeaning>;
extern template class ArcWeights<DistanceMeaning>;

/// How a strength s becomes a distance.
enum class DistanceRule {
    reciprocal,  ///< 1 / s: twice as strong is half as far
    /// 1 - ln(s / the largest s): the strongest arc is one hop, and each factor of e adds one. If
    /// strengths are chances, the shortest path is nearly the likeliest, and hops count too.
    logarithmic
};

/// The distances that a rule makes of strengths. A strength of 0, or one too small for the rule to
/// give a finite number, becomes infinite.
/// Throws      Error "weights-size" if the strengths are not of this network
[[nodiscard]] Distances distances(const Network& network, const Strengths& strengths,
                                  DistanceRule rule);

}  // namespace actormap
