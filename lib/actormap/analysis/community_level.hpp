#pragma once

#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// What the searches for communities work on: an undirected network whose nodes stand for sets of
/// vertices. Edges within a node are left out, since no move changes them.
struct CommunityLevel {
    std::vector<std::size_t> first = {0};  ///< first[v] .. first[v + 1] are the ties of node v
    std::vector<Vertex> target;
    std::vector<double> weight;  ///< above 0
    std::vector<double> mass;    ///< what the price of a pair of nodes is proportional to

    [[nodiscard]] std::size_t size() const { return mass.size(); }
};

/// What decides whether nodes belong together: their tie, less penalty * mass * mass. With degrees
/// as masses this is modularity, with numbers of vertices the constant Potts model; both but for a
/// factor and an addend.
///
/// A difference is a gain only if it is larger than the rounding of its two sides may be; so no
/// search goes round in a circle of gains that are none.
[[nodiscard]] inline bool is_above(double a, double b, double magnitude) {
    return a - b > 1e-12 * magnitude;
}

/// The network itself, each weight multiplied by `scale`; edges of weight 0 are left out. The
/// masses are 1.
[[nodiscard]] CommunityLevel base_level(const Network& network);
[[nodiscard]] CommunityLevel base_level(const Network& network, const Strengths& strengths,
                                        double scale);

/// Makes the masses the sums of the weights at the nodes.
void weigh_by_ties(CommunityLevel& level);

/// Renumbers sets of nodes by their smallest node, and returns how many there are. `of` holds
/// numbers below its size.
std::size_t number_by_smallest(std::vector<Vertex>& of);

/// Makes each of `count` sets of nodes one node of `result`, whose storage is used again.
void aggregate(const CommunityLevel& level, const std::vector<Vertex>& of, std::size_t count,
               CommunityLevel& result);

}  // namespace actormap
