#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

/// Jaccard similarity to v: the share of the neighbours of two vertices that they have in common.
///
///     J(u) = |N(u) and N(v)| / |N(u) or N(v)|
///
/// where N(u) are the neighbours of u. Two vertices that are adjacent stand in each other's
/// neighbourhoods, so in the union and never in the intersection.
///
/// Pairs       v and every other vertex; the score of v itself is 0
/// Direction   undirected networks only
/// Lengths     only vertices two hops away can have a score above 0, adjacent to v or not
/// Tiny        0 if neither has a neighbour
/// Range       [0, 1]; 1 if and only if both have the same neighbours, and some
/// Precision   two counts, rounded once by the division
/// Threads     one
/// Cost        O(n + edges at the neighbours of v) time, O(n) memory
/// Throws      Error "network-direction" if the network is directed, "network-vertex" if v is out
///             of range; Cancelled
/// Agrees with NetworkX (jaccard_coefficient) and igraph without loops
/// Reference   P. Jaccard, The distribution of the flora in the alpine zone, New Phytol. 11 (1912)
///             37-50, https://doi.org/10.1111/j.1469-8137.1912.tb05611.x
[[nodiscard]] std::vector<double> jaccard(const Network& network, Vertex v, const Run& run = {});

/// The same where a neighbour counts by its weight: the share of the weight of all neighbours that
/// lies on the common ones.
///
///     J(u) = sum of weight over N(u) and N(v)  /  sum of weight over N(u) or N(v)
///
/// With the weights of `rarity` a common neighbour says the more the fewer vertices have it.
///
/// Pairs       v and every other vertex; the score of v itself is 0
/// Direction   undirected networks only
/// Weights     of vertices: more counts for more; finite and at least 0; ones give `jaccard`
/// Tiny        0 if the neighbours weigh nothing together
/// Range       [0, 1]
/// Precision   both sums run in ascending order of the vertices, those of v first, without
///             subtraction: 1 exactly for the same neighbours
/// Threads     one
/// Cost        O(n + edges at the vertices within two hops) time, O(n) memory
/// Throws      as `jaccard`; Error "weights-size" unless there is a weight for each vertex,
///             "weight-range" for one out of range or if a sum of them is infinite
/// Reference   S. Ioffe, Improved consistent sampling, weighted minhash and L1 sketching, ICDM 2010
///             246-255, https://doi.org/10.1109/ICDM.2010.80
[[nodiscard]] std::vector<double> weighted_jaccard(const Network& network, Vertex v,
                                                   std::span<const double> weight_of_vertex,
                                                   const Run& run = {});

/// Adamic-Adar index to v: the common neighbours of two vertices, each counted by how few
/// neighbours it has.
///
///     A(u) = sum over w in N(u) and N(v) of  1 / ln |N(w)|
///
/// Pairs       v and every other vertex; the score of v itself is 0
/// Direction   undirected networks only
/// Lengths     only vertices two hops away can have a score above 0, adjacent to v or not
/// Range       [0, |N(v)| / ln 2]: a common neighbour has two neighbours at least
/// Precision   one addition for each common neighbour, ascending
/// Threads     one
/// Cost        O(n + edges at the neighbours of v) time, O(n) memory
/// Throws      as `jaccard`
/// Agrees with NetworkX (adamic_adar_index) and igraph (similarity_inverse_log_weighted)
/// Reference   L. A. Adamic and E. Adar, Friends and neighbors on the Web, Social Networks 25
/// (2003)
///             211-230, https://doi.org/10.1016/S0378-8733(03)00009-1
[[nodiscard]] std::vector<double> adamic_adar(const Network& network, Vertex v,
                                              const Run& run = {});

/// How much it says to have a neighbour that `neighbours` vertices have of `possible` ones that
/// could: ln((possible + 1) / neighbours), the inverse document frequency with one document more
/// in which the term is not, so that even a neighbour of all keeps a weight above 0. 0 if it is
/// nobody's.
[[nodiscard]] double rarity(std::size_t neighbours, std::size_t possible);

/// The rarity of each vertex as a neighbour.
///
///     R(w) = ln(n / |N(w)|),  0 if w has no neighbour
///
/// Direction   undirected networks only
/// Range       [0, ln n]; above 0 for every vertex with neighbours
/// Threads     one
/// Cost        O(n) time and memory
/// Throws      Error "network-direction" if the network is directed; Cancelled
/// Reference   K. Spaerck Jones, A statistical interpretation of term specificity and its
///             application in retrieval, J. Doc. 28 (1972) 11-21, https://doi.org/10.1108/eb026526
[[nodiscard]] std::vector<double> rarity(const Network& network, const Run& run = {});

}  // namespace actormap
