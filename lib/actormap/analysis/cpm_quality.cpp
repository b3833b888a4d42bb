#include <actormap/analysis/cpm_quality.hpp>
#include <actormap/analysis/partition_check.hpp>

#include <cmath>
#include <vector>

// One pass over the arcs; an edge is met from both ends.

namespace actormap {
namespace {

constexpr const char* name = "the constant Potts model";

double pairs(double vertices) {
    return vertices * (vertices - 1) / 2;
}

void check_sum(double sum) {
    if (std::isfinite(sum)) return;
    throw Error("weights-overflow",
                "the strengths add up to more than a double holds; divide them all by the largest");
}

double mean_of_pairs(const Network& network, double sum_of_arcs) {
    check_sum(sum_of_arcs);
    const auto n = static_cast<double>(network.size());
    return network.size() < 2 ? 0 : sum_of_arcs / 2 / pairs(n);
}

double sum_of(const Strengths& strengths) {
    double sum = 0;
    for (const double s : strengths.values()) sum += s;
    return sum;
}

void check(const Network& network, std::span<const std::uint32_t> communities,
           const CpmOptions& options) {
    check_undirected(network, name);
    check_partition(network, communities);
    if (options.resolution) check_resolution(*options.resolution);
}

/// strength(arc) is that of an arc.
template <class Strength>
double quality(const Network& network, std::span<const std::uint32_t> communities,
               double resolution, const Strength& strength, const Run& run) {
    const std::size_t n = network.size();
    std::vector<double> size(n);
    double within = 0;
    std::size_t arc = 0;
    for (Vertex v = 0; v < n; ++v) {
        if (v % 4096 == 0 && run.stop.stop_requested()) throw Cancelled();
        ++size[communities[v]];
        for (const Vertex w : network.out(v)) {
            if (communities[v] == communities[w]) within += strength(arc);
            ++arc;
        }
    }
    check_sum(within);
    double together = 0;
    for (const double s : size) together += pairs(s);
    return within / 2 - resolution * together;
}

}  // namespace

double cpm_quality(const Network& network, std::span<const std::uint32_t> communities,
                   const CpmOptions& options, const Run& run) {
    check(network, communities, options);
    const double resolution = options.resolution ? *options.resolution : cpm_resolution(network);
    return quality(
        network, communities, resolution, [](std::size_t) { return 1.0; }, run);
}

double cpm_quality(const Network& network, const Strengths& strengths,
                   std::span<const std::uint32_t> communities, const CpmOptions& options,
                   const Run& run) {
    strengths.check_fits(network);
    check(network, communities, options);
    const double resolution =
        options.resolution ? *options.resolution : cpm_resolution(network, strengths);
    return quality(
        network, communities, resolution, [&](std::size_t arc) { return strengths[arc]; }, run);
}

double cpm_resolution(const Network& network) {
    check_undirected(network, name);
    return mean_of_pairs(network, static_cast<double>(network.arcs()));
}

double cpm_resolution(const Network& network, const Strengths& strengths) {
    strengths.check_fits(network);
    check_undirected(network, name);
    return mean_of_pairs(network, sum_of(strengths));
}

}  // namespace actormap
