#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <vector>

namespace actormap {

struct ClusteringOptions {};

/// Clustering: how many of the pairs of a vertex's neighbours are neighbours themselves.
///
///     c(v) = 2 T(v) / (k(v) (k(v) - 1))                                      undirected
///     c(v) = T(v) / (k(v) (k(v) - 1) - 2 b(v))                               directed
///
/// where k(v) is the number of edges at v, b(v) the number of its neighbours with an arc each way,
/// and T(v) the number of triangles with v. Directed, any three arcs that join v and two others
/// pairwise are a triangle, whatever their directions: up to eight on three vertices.
///
/// Weights     a triangle counts the cubic root of the product of its three strengths, each divided
///             by the largest in the network, instead of 1. A strength of 0 is no edge
/// Tiny        0 where the formula is 0 / 0: with fewer than two neighbours
/// Range       [0, 1]; weighted, 1 only if all edges of its triangles have the largest strength
/// Precision   unweighted, integers until the last operation
/// Threads     the same bits for any run.threads
/// Cost        O(sum over edges of s log l) time, where s and l are the smaller and the larger
///             degree of the ends, so O(m^1.5 log n) at worst; O(n + m) memory
/// Throws      Error "weights-size" if the strengths are not of this network; Cancelled
/// Agrees with NetworkX, but for strengths of 0, which it counts as edges. igraph unweighted and
///             undirected; it ignores directions, and weighs as Barrat et al. do
/// Reference   D. J. Watts and S. H. Strogatz, Collective dynamics of 'small-world' networks,
///             Nature 393 (1998) 440-442, https://doi.org/10.1038/30918; J.-P. Onnela et al.,
///             Intensity and coherence of motifs in weighted complex networks, Phys. Rev. E 71
///             (2005) 065103, https://doi.org/10.1103/PhysRevE.71.065103; G. Fagiolo, Clustering in
///             complex directed networks, Phys. Rev. E 76 (2007) 026107,
///             https://doi.org/10.1103/PhysRevE.76.026107
[[nodiscard]] std::vector<double> clustering(const Network& network,
                                             const ClusteringOptions& options = {},
                                             const Run& run = {});
[[nodiscard]] std::vector<double> clustering(const Network& network, const Strengths& strengths,
                                             const ClusteringOptions& options = {},
                                             const Run& run = {});

}  // namespace actormap
