#include <actormap/analysis/distances.hpp>
#include <actormap/analysis/harmonic.hpp>

namespace actormap {
namespace {

double scaled(double sum, const Network& network, const HarmonicOptions& options) {
    const auto all = static_cast<double>(network.size());
    return options.normalized && all > 1 ? sum / (all - 1) : sum;
}

}  // namespace

std::vector<double> harmonic(const Network& network, const HarmonicOptions& options,
                             const Run& run) {
    return score_distances(network, run, [&](std::span<const std::size_t> counts) {
        double sum = 0;
        for (std::size_t d = 1; d < counts.size(); ++d)
            sum += static_cast<double>(counts[d]) / static_cast<double>(d);
        return scaled(sum, network, options);
    });
}

std::vector<double> harmonic(const Network& network, const Distances& distances,
                             const HarmonicOptions& options, const Run& run) {
    return score_distances(network, distances, run, [&](std::span<const double> lengths) {
        double sum = 0;
        for (const double length : lengths) sum += 1 / length;
        return scaled(sum, network, options);
    });
}

}  // namespace actormap
