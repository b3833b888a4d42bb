#include <actormap/analysis/max_flow.hpp>
#include <actormap/analysis/minimum_cut.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

// Sums of doubles depend on their order, and a flow adds and takes away; so an arc that should be
// full could have a little room left, and the cut would be another. The flow is one of integers.

namespace actormap {
namespace {

/// Integers in proportion to the capacities, whose sum is at most 2^62.
std::vector<std::int64_t> scaled(std::span<const double> capacities) {
    double largest = 0;
    for (const double c : capacities) largest = std::max(largest, c);
    int exponent = 0;
    std::frexp(largest, &exponent);  // largest < 2^exponent
    const int shift = 62 - static_cast<int>(std::bit_width(capacities.size())) - exponent;
    std::vector<std::int64_t> result;
    result.reserve(capacities.size());
    for (const double c : capacities) result.push_back(std::llround(std::ldexp(c, shift)));
    return result;
}

/// Which vertices are on the side of the source.
std::vector<bool> source_side(const Network& network, std::span<const double> capacities,
                              Vertex from, Vertex to, const Run& run) {
    std::vector<std::int64_t> of_arcs = scaled(capacities);
    if (!network.directed()) return reach_of_max_flow(network, std::move(of_arcs), from, to, run);
    BothWays both = both_ways(network, of_arcs);
    return reach_of_max_flow(both.network, std::move(both.capacity), from, to, run);
}

Cut cut_of(const Network& network, std::span<const double> capacities, Vertex from, Vertex to,
           const Run& run) {
    const std::vector<bool> inside = source_side(network, capacities, from, to, run);
    Cut cut;
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        if (inside[v]) cut.source_side.push_back(v);
        for (const Vertex w : network.out(v)) {
            const double capacity = capacities[arc++];
            if (!inside[v] || inside[w] || capacity == 0) continue;
            cut.value += capacity;
            if (network.directed())
                cut.edges.emplace_back(v, w);
            else
                cut.edges.emplace_back(std::minmax(v, w));
        }
    }
    std::sort(cut.edges.begin(), cut.edges.end());
    return cut;
}

}  // namespace

Cut minimum_cut(const Network& network, Vertex from, Vertex to, const MinimumCutOptions&,
                const Run& run) {
    check_cut_ends(network, from, to);
    return cut_of(network, std::vector<double>(network.arcs(), 1), from, to, run);
}

Cut minimum_cut(const Network& network, const Strengths& capacities, Vertex from, Vertex to,
                const MinimumCutOptions&, const Run& run) {
    capacities.check_fits(network);
    check_cut_ends(network, from, to);
    return cut_of(network, capacities.values(), from, to, run);
}

}  // namespace actormap
