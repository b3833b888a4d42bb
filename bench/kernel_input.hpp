#pragma once

#include "synthetic.hpp"

#include <actormap/analysis/blocks.hpp>
#include <actormap/analysis/similarity.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace actormap::bench {

/// What the kernels are given: networks of one size, and what else they ask for.
struct Input {
    Network network;   ///< of actors, with five edges a vertex
    Network directed;  ///< R-MAT
    Strengths strengths;
    Distances lengths;
    std::vector<std::uint32_t> communities;  ///< sixteen, of as many vertices each
    std::vector<std::int64_t> capacities;    ///< 1 for each arc of `network`
    std::vector<double> rarities;            ///< of the vertices of `network`
    Blocks parts;
    Vertex hub = 0;    ///< the vertex of the most edges
    Vertex other = 0;  ///< the next that is no neighbour of it
};

/// Weights that nothing in the network explains: 1 to 5.
inline std::vector<double> some_weights(const Network& network) {
    std::vector<double> weights;
    for (Vertex v = 0; v < network.size(); ++v)
        for (const Vertex w : network.out(v))
            weights.push_back(static_cast<double>(1 + (v + std::size_t{w}) * 7919 % 5));
    return weights;
}

/// For `n` vertices, a power of two; made once.
inline const Input& input(std::size_t n) {
    static std::map<std::size_t, Input> made;
    if (const auto found = made.find(n); found != made.end()) return found->second;

    const auto scale = static_cast<unsigned>(std::countr_zero(n));
    const Network network(Direction::undirected, n, actor_edges(n, 5 * n));
    Input result{
        .network = network,
        .directed = Network(Direction::directed, n, rmat_edges(scale, Direction::directed)),
        .strengths = Strengths(network, some_weights(network)),
        .lengths = Distances(network, some_weights(network)),
        .communities = std::vector<std::uint32_t>(n),
        .capacities = std::vector<std::int64_t>(network.arcs(), 1),
        .rarities = rarity(network),
        .parts = blocks(network)};
    for (Vertex v = 0; v < n; ++v) result.communities[v] = v % 16;
    const auto larger = [&](Vertex a, Vertex b) { return network.degree(a) < network.degree(b); };
    for (Vertex v = 0; v < n; ++v)
        if (larger(result.hub, v)) result.hub = v;
    result.other = result.hub;
    for (Vertex v = 0; v < n; ++v) {
        if (v == result.hub || network.arc_index(result.hub, v)) continue;
        if (result.other == result.hub || larger(result.other, v)) result.other = v;
    }
    return made.emplace(n, std::move(result)).first->second;
}

// What the bounds in the headers come to. Passes, iterations and hops are what there were.

inline double linear(const Network& network) {
    return static_cast<double>(network.size() + network.arcs());
}
inline double vertices(const Network& network) {
    return static_cast<double>(network.size());
}
inline double searches(const Network& network) {
    return vertices(network) * linear(network);
}
inline double log_of(const Network& network) {
    return std::log2(vertices(network));
}
/// The sum over edges of s log l: the degrees of the two ends, s the smaller.
inline double common_neighbours(const Network& network) {
    double sum = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            const auto [small, large] = std::minmax({network.degree(v), network.degree(w)});
            sum += static_cast<double>(small) * std::log2(static_cast<double>(large) + 1) / 2;
        }
    }
    return sum;
}
/// The edges at the vertices within `hops` of v, each as often as it is met.
inline double nearby(const Network& network, Vertex v, int hops) {
    double sum = static_cast<double>(network.degree(v));
    if (hops == 0) return sum;
    for (const Vertex w : network.out(v)) sum += nearby(network, w, hops - 1);
    return sum;
}

}  // namespace actormap::bench
