#include <actormap/base/error.hpp>
#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

namespace actormap {
namespace {

template <class Meaning>
void check_range(double value) {
    constexpr bool distance = std::is_same_v<Meaning, DistanceMeaning>;
    const bool good = distance ? value > 0 : value >= 0 && std::isfinite(value);
    if (good) return;
    throw Error("weight-range",
                std::to_string(value) + (distance ? " is no distance; give one above 0"
                                                  : " is no strength; give a finite "
                                                    "one of at least 0"));
}

void check_symmetric(const Network& network, std::span<const double> values) {
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double there = values[network.first_arc(v) + i];
            const double back = values[*network.arc_index(row[i], v)];
            if (there != back) {
                throw Error("weights-symmetric",
                            "the undirected edge " + std::to_string(v) + " " +
                                std::to_string(row[i]) +
                                " has two weights; give it the same both ways");
            }
        }
    }
}

/// The values of arcs by their heads: visiting the tails in order fills each row in order.
std::vector<double> by_head(const Network& network, std::span<const double> values) {
    std::vector<std::size_t> next(network.size());
    for (Vertex v = 0; v < network.size(); ++v) next[v] = network.first_arc_in(v);
    std::vector<double> result(values.size());
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex to : network.out(v)) result[next[to]++] = values[arc++];
    }
    return result;
}

double unite(double a, double b, Uniting uniting) {
    switch (uniting) {
        case Uniting::sum:
            return a + b;
        case Uniting::largest:
            return std::max(a, b);
        case Uniting::smallest:
            return std::min(a, b);
    }
    return a;
}

}  // namespace

template <class Meaning>
ArcWeights<Meaning>::ArcWeights(const Network& network, std::vector<double> of_arcs)
    : out_(std::move(of_arcs)) {
    check_fits(network);
    for (const double value : out_) check_range<Meaning>(value);
    if (network.directed())
        in_ = by_head(network, out_);
    else
        check_symmetric(network, out_);
}

template <class Meaning>
void ArcWeights<Meaning>::check_fits(const Network& network) const {
    if (out_.size() == network.arcs()) return;
    throw Error("weights-size", std::to_string(out_.size()) + " weights for " +
                                    std::to_string(network.arcs()) +
                                    " arcs; give one for each arc of the network");
}

template <class Meaning>
ArcWeights<Meaning> ArcWeights<Meaning>::united(const Network& network,
                                                std::span<const std::pair<Vertex, Vertex>> edges,
                                                std::span<const double> of_edges, Uniting uniting) {
    if (edges.size() != of_edges.size())
        throw Error("weights-size", std::to_string(of_edges.size()) + " weights for " +
                                        std::to_string(edges.size()) + " edges; give one for each");
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values(network.arcs(), none);
    const auto add = [&](Vertex from, Vertex to, double value) {
        const auto arc = network.arc_index(from, to);
        if (!arc) {
            throw Error("weights-size", "the network has no edge " + std::to_string(from) + " " +
                                            std::to_string(to) +
                                            "; give the edges that it was built of");
        }
        double& sum = values[*arc];
        sum = std::isnan(sum) ? value : unite(sum, value, uniting);
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto [from, to] = edges[i];
        if (from == to) continue;
        check_range<Meaning>(of_edges[i]);
        add(from, to, of_edges[i]);
        if (!network.directed()) add(to, from, of_edges[i]);
    }
    return ArcWeights(network, std::move(values));
}

template class ArcWeights<StrengthMeaning>;
template class ArcWeights<DistanceMeaning>;

Distances distances(const Network& network, const Strengths& strengths, DistanceRule rule) {
    strengths.check_fits(network);
    const auto values = strengths.values();
    const double largest = values.empty() ? 1 : *std::max_element(values.begin(), values.end());
    std::vector<double> result;
    result.reserve(values.size());
    for (const double s : values) {
        if (s == 0)
            result.push_back(std::numeric_limits<double>::infinity());
        else
            result.push_back(rule == DistanceRule::reciprocal ? 1 / s : 1 - std::log(s / largest));
    }
    return Distances(network, std::move(result));
}

}  // namespace actormap
