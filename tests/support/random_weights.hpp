#pragma once

#include <actormap/network/weights.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace actormap::test {

/// Calls value() for each arc, once for both ways of an undirected edge.
template <class Value>
std::vector<double> arc_values(const Network& network, const Value& value) {
    std::vector<double> values(network.arcs());
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            double& here = values[*network.arc_index(v, w)];
            here = !network.directed() && w < v ? values[*network.arc_index(w, v)] : value();
        }
    }
    return values;
}

/// Small whole numbers, so that ties are many and sums exact; one in eight is 0.
inline Strengths random_strengths(const Network& network, std::uint32_t seed) {
    std::mt19937 bits(seed ^ 0x5eed);
    return {network, arc_values(network, [&] { return static_cast<double>(bits() % 8); })};
}

/// Whole numbers from 1 to 4, so that equally long paths are many; one in sixteen is infinite.
inline Distances random_distances(const Network& network, std::uint32_t seed) {
    std::mt19937 bits(seed ^ 0xd15);
    return {network, arc_values(network, [&] {
                const auto b = bits() % 16;
                return b == 0 ? std::numeric_limits<double>::infinity()
                              : 1.0 + static_cast<double>(b % 4);
            })};
}

/// The same number for each arc.
template <class Weights>
Weights uniform(const Network& network, double value) {
    return Weights(network, std::vector<double>(network.arcs(), value));
}

}  // namespace actormap::test
