#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace actormap {

struct CpmOptions {
    /// The strength that a pair within a community must have on average, 0 to 1e100; as long as it
    /// is not given, that of all pairs, see `cpm_resolution`.
    std::optional<double> resolution = {};
};

/// Quality of communities by the constant Potts model: what is tied within them, beyond a price
/// for each pair.
///
///     H = sum over communities c of  L(c) - resolution * n(c) (n(c) - 1) / 2
///
/// where L(c) is the number of edges within c, and n(c) that of its vertices.
///
/// Pairs       unordered
/// communities the community of each vertex, numbered below n in any way; gaps do no harm
/// Weights     L(c) is a sum of strengths, and the resolution a strength too
/// Direction   undirected networks only
/// Tiny        0 if no community has two vertices
/// Range       at most m (1 - resolution); not normalised. Two communities are better united if
///             the edges between them, per pair, are stronger than the resolution. This asks
///             nothing of the rest of the network, so small communities do not vanish in large
///             networks, as they do by modularity
/// Precision   integers until the last operations unless weighted
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Cancelled; Error "communities-invalid", "network-direction", "option-range";
///             "weights-size"; "weights-overflow" if the strengths add up to more than a double
///             holds
/// Agrees with leidenalg: CPMVertexPartition.quality is twice this
/// Reference   V. A. Traag, P. Van Dooren and Y. Nesterov, Narrow scope for resolution-limit-free
///             community detection, Phys. Rev. E 84 (2011) 016114,
///             https://doi.org/10.1103/PhysRevE.84.016114
[[nodiscard]] double cpm_quality(const Network& network, std::span<const std::uint32_t> communities,
                                 const CpmOptions& options = {}, const Run& run = {});
[[nodiscard]] double cpm_quality(const Network& network, const Strengths& strengths,
                                 std::span<const std::uint32_t> communities,
                                 const CpmOptions& options = {}, const Run& run = {});

/// The resolution if none is given: the mean strength of all pairs of vertices, where a pair
/// without an edge has 0. Unweighted it is the density of the network. 0 if n < 2.
/// Throws      as cpm_quality
[[nodiscard]] double cpm_resolution(const Network& network);
[[nodiscard]] double cpm_resolution(const Network& network, const Strengths& strengths);

}  // namespace actormap
