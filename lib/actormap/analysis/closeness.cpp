#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/distances.hpp>

namespace actormap {

std::vector<double> closeness(const Network& network, const ClosenessOptions& options,
                              const Run& run) {
    const auto all = static_cast<double>(network.size());
    return score_distances(network, run, [&](std::span<const std::size_t> counts) {
        std::size_t others = 0;
        std::size_t sum = 0;
        for (std::size_t d = 1; d < counts.size(); ++d) {
            others += counts[d];
            sum += d * counts[d];
        }
        if (others == 0) return 0.0;
        const auto reached = static_cast<double>(others);
        const double score = reached / static_cast<double>(sum);
        return options.normalized ? score * (reached / (all - 1)) : score;
    });
}

}  // namespace actormap
