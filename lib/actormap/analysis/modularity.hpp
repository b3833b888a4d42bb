#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstdint>
#include <span>

namespace actormap {

struct ModularityOptions {
    double resolution = 1;  ///< above 1 favours smaller communities, below 1 larger; 0 to 1e100
};

/// Modularity: how much more of the edges lie within communities than chance would put there.
///
///     Q = sum over communities c of  L(c) / m - resolution * K(c)^2 / (2 m)^2
///     Q = sum over communities c of  L(c) / m - resolution * K_out(c) K_in(c) / m^2   if directed
///
/// where m is the number of edges, L(c) that of the edges within c, and K(c) the sum of the degrees
/// of c; K_out and K_in those of the out- and in-degrees. Chance keeps every degree and deals the
/// ends of the edges anew.
///
/// communities the community of each vertex, numbered below n in any way; gaps do no harm
/// Weights     strengths stand for numbers of edges in m, L and K
/// Direction   undirected as Newman defines it, directed as Leicht and Newman do
/// Unconnected vertices without edges add nothing, wherever they are
/// Tiny        not defined for a network without edges, so for n < 2
/// Range       [-1/2, 1) for resolution 1 if undirected; 0 if all vertices are one community
/// Precision   integers until the last operations unless weighted; strengths are scaled first, so
///             that large and small ones do not overflow
/// Threads     one
/// Cost        O(n + m) time, O(n) memory
/// Throws      Cancelled; Error "communities-invalid", "option-range"; "measure-undefined" if the
///             network has no edges or all strengths are 0; "weights-size"
/// Agrees with NetworkX; igraph: Graph.modularity
/// Reference   M. E. J. Newman, Analysis of weighted networks, Phys. Rev. E 70 (2004) 056131,
///             https://doi.org/10.1103/PhysRevE.70.056131; E. A. Leicht and M. E. J. Newman,
///             Community structure in directed networks, Phys. Rev. Lett. 100 (2008) 118703,
///             https://doi.org/10.1103/PhysRevLett.100.118703
[[nodiscard]] double modularity(const Network& network, std::span<const std::uint32_t> communities,
                                const ModularityOptions& options = {}, const Run& run = {});
[[nodiscard]] double modularity(const Network& network, const Strengths& strengths,
                                std::span<const std::uint32_t> communities,
                                const ModularityOptions& options = {}, const Run& run = {});

}  // namespace actormap
