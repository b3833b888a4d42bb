#include <actormap/analysis/modularity.hpp>
#include <actormap/analysis/partition_check.hpp>
#include <actormap/analysis/strength_scale.hpp>

#include <vector>

// One pass over the arcs. The two arcs of an undirected edge count twice everywhere, so that the
// directed formula gives the undirected value.

namespace actormap {
namespace {

struct Sums {
    double all = 0;              // of all arcs
    std::vector<double> within;  // of the arcs within each community
    std::vector<double> out;     // of the arcs that leave a vertex of each community
    std::vector<double> in;      // of those that reach one
};

/// strength(arc) is that of an arc.
template <class Strength>
Sums sums(const Network& network, std::span<const std::uint32_t> communities,
          const Strength& strength, const Run& run) {
    const std::size_t n = network.size();
    Sums result{0, std::vector<double>(n), std::vector<double>(n), std::vector<double>(n)};
    std::size_t arc = 0;
    for (Vertex v = 0; v < n; ++v) {
        if (v % 4096 == 0 && run.stop.stop_requested()) throw Cancelled();
        const std::uint32_t own = communities[v];
        for (const Vertex w : network.out(v)) {
            const double s = strength(arc++);
            result.all += s;
            result.out[own] += s;
            result.in[communities[w]] += s;
            if (communities[w] == own) result.within[own] += s;
        }
    }
    return result;
}

void check(const Network& network, std::span<const std::uint32_t> communities,
           const ModularityOptions& options) {
    check_partition(network, communities);
    check_resolution(options.resolution);
}

double value(const Sums& sums, double resolution) {
    if (sums.all == 0) {
        throw Error("measure-undefined",
                    "modularity shares out the edges, and the network has none; use a network with "
                    "edges of a strength above 0");
    }
    double total = 0;
    for (std::size_t c = 0; c < sums.within.size(); ++c) {
        const double expected = (sums.out[c] / sums.all) * (sums.in[c] / sums.all);
        total += sums.within[c] / sums.all - resolution * expected;
    }
    return total;
}

}  // namespace

double modularity(const Network& network, std::span<const std::uint32_t> communities,
                  const ModularityOptions& options, const Run& run) {
    check(network, communities, options);
    const auto one = [](std::size_t) { return 1.0; };
    return value(sums(network, communities, one, run), options.resolution);
}

double modularity(const Network& network, const Strengths& strengths,
                  std::span<const std::uint32_t> communities, const ModularityOptions& options,
                  const Run& run) {
    strengths.check_fits(network);
    check(network, communities, options);
    const double scale = strength_scale(strengths);
    const auto scaled = [&](std::size_t arc) { return strengths[arc] * scale; };
    return value(sums(network, communities, scaled, run), options.resolution);
}

}  // namespace actormap
