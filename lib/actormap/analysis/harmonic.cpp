#include <actormap/analysis/distances.hpp>
#include <actormap/analysis/harmonic.hpp>

namespace actormap {

std::vector<double> harmonic(const Network& network, const HarmonicOptions& options,
                             const Run& run) {
    const auto all = static_cast<double>(network.size());
    return score_distances(network, run, [&](std::span<const std::size_t> counts) {
        double sum = 0;
        for (std::size_t d = 1; d < counts.size(); ++d)
            sum += static_cast<double>(counts[d]) / static_cast<double>(d);
        return options.normalized && all > 1 ? sum / (all - 1) : sum;
    });
}

}  // namespace actormap
