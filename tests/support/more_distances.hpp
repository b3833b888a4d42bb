#pragma once

#include "support/random_weights.hpp"

#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace actormap::test {

/// As random_distances, without infinite ones, which Boost.Graph does not pass over.
inline Distances finite_distances(const Network& network, std::uint32_t seed) {
    const Distances random = random_distances(network, seed);
    std::vector<double> values;
    for (const double value : random.values()) values.push_back(std::min(value, 5.0));
    return Distances(network, values);
}

inline Distances scaled(const Network& network, const Distances& distances, double factor) {
    std::vector<double> values;
    for (const double value : distances.values()) values.push_back(factor * value);
    return Distances(network, values);
}

/// The distances of the arcs of `network` in the network whose vertices have other names.
inline Distances renamed(const Network& network, const Distances& distances, const Network& other,
                         std::span<const Vertex> name) {
    std::vector<double> values(other.arcs());
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v))
            values[*other.arc_index(name[v], name[w])] = distances[arc++];
    }
    return Distances(other, values);
}

}  // namespace actormap::test
