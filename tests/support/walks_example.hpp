#pragma once

#include <actormap/base/error.hpp>
#include <actormap/network/weights.hpp>

#include <string>
#include <utility>
#include <vector>

namespace actormap::test {

/// A directed network whose cycles 0 1 2 and 3 4 have different eigenvalues, with ends that dangle
/// and a beginning.
struct WalksExample {
    std::vector<std::pair<Vertex, Vertex>> arcs{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 3},
                                                {4, 5}, {0, 5}, {6, 0}, {1, 6}, {5, 7}};
    std::vector<double> numbers{2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 1};
    Network network{Direction::directed, 8, arcs};
    Strengths strengths = Strengths::united(network, arcs, numbers, Uniting::sum);
};

/// The scores in the places that `name` gives to them.
inline std::vector<double> with_names(const std::vector<double>& scores,
                                      const std::vector<Vertex>& name) {
    std::vector<double> result(scores.size());
    for (std::size_t v = 0; v < scores.size(); ++v) result[name[v]] = scores[v];
    return result;
}

/// The strengths of the same arcs after `renamed` has renamed their ends.
inline Strengths renamed_strengths(const Network& graph, const Strengths& strengths,
                                   const std::vector<Vertex>& name, const Network& other) {
    std::vector<double> values(other.arcs());
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v))
            values[*other.arc_index(name[v], name[w])] = strengths[*graph.arc_index(v, w)];
    }
    return {other, values};
}

/// All of them times the same number.
inline Strengths scaled(const Network& network, const Strengths& strengths, double factor) {
    std::vector<double> values(strengths.values().begin(), strengths.values().end());
    for (double& value : values) value *= factor;
    return {network, values};
}

/// "id: message" of the Error that the call throws.
template <class Call>
std::string error_of(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace actormap::test
