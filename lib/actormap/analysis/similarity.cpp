#include <actormap/analysis/similarity.hpp>

#include <cmath>
#include <string>

// From v to its neighbours and on to theirs, which are all that can share one with it. Whatever a
// neighbour contributes is added up at the vertices beyond it, in ascending order of the
// neighbours.

namespace actormap {
namespace {

void check(const Network& network, const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    if (network.directed())
        throw Error("network-direction",
                    "likeness is defined for undirected networks, and this one is directed");
}

void check(const Network& network, Vertex v, const Run& run) {
    check(network, run);
    if (v >= network.size())
        throw Error("network-vertex", "vertex " + std::to_string(v) +
                                          " is out of range; there are " +
                                          std::to_string(network.size()) + " vertices");
}

/// For every other vertex, the sum of `value(w)` over the neighbours w that it shares with v.
template <typename Value>
std::vector<double> sum_over_shared(const Network& network, Vertex v, const Value& value) {
    std::vector<double> sums(network.size(), 0.0);
    for (const Vertex w : network.out(v)) {
        const double of_w = value(w);
        for (const Vertex u : network.out(w)) sums[u] += of_w;
    }
    sums[v] = 0;
    return sums;
}

void check(const Network& network, std::span<const double> weights) {
    if (weights.size() != network.size())
        throw Error("weights-size", std::to_string(weights.size()) + " weights for " +
                                        std::to_string(network.size()) +
                                        " vertices; give one for each");
    double sum = 0;
    for (const double weight : weights) {
        sum += weight;
        if (weight >= 0 && std::isfinite(sum)) continue;
        throw Error("weight-range", "a vertex has the weight " + std::to_string(weight) +
                                        "; give finite ones of at least 0 with a finite sum");
    }
}

}  // namespace

std::vector<double> jaccard(const Network& network, Vertex v, const Run& run) {
    check(network, v, run);
    std::vector<double> scores = sum_over_shared(network, v, [](Vertex) { return 1.0; });
    const auto of_v = static_cast<double>(network.degree(v));
    for (Vertex u = 0; u < scores.size(); ++u) {
        if (scores[u] > 0) scores[u] /= of_v + static_cast<double>(network.degree(u)) - scores[u];
    }
    return scores;
}

std::vector<double> weighted_jaccard(const Network& network, Vertex v,
                                     std::span<const double> weight_of_vertex, const Run& run) {
    check(network, v, run);
    check(network, weight_of_vertex);
    std::vector<double> scores =
        sum_over_shared(network, v, [&](Vertex w) { return weight_of_vertex[w]; });
    std::vector<char> at_v(network.size(), 0);
    double of_v = 0;
    for (const Vertex w : network.out(v)) {
        at_v[w] = 1;
        of_v += weight_of_vertex[w];
    }
    for (Vertex u = 0; u < scores.size(); ++u) {
        if (scores[u] == 0) continue;
        double all = of_v;
        for (const Vertex w : network.out(u)) {
            if (at_v[w] == 0) all += weight_of_vertex[w];
        }
        scores[u] /= all;
    }
    return scores;
}

std::vector<double> adamic_adar(const Network& network, Vertex v, const Run& run) {
    check(network, v, run);
    return sum_over_shared(network, v, [&](Vertex w) {
        const std::size_t degree = network.degree(w);
        return degree > 1 ? 1 / std::log(static_cast<double>(degree)) : 0;  // 1: nobody shares it
    });
}

double rarity(std::size_t neighbours, std::size_t possible) {
    if (neighbours == 0) return 0;
    return std::log((static_cast<double>(possible) + 1) / static_cast<double>(neighbours));
}

std::vector<double> rarity(const Network& network, const Run& run) {
    check(network, run);
    std::vector<double> weights(network.size());
    for (Vertex w = 0; w < weights.size(); ++w)
        weights[w] = rarity(network.degree(w), network.size() - 1);
    return weights;
}

}  // namespace actormap
