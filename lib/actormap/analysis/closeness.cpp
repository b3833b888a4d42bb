#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/distances.hpp>

#include <numeric>

namespace actormap {
namespace {

/// Of a vertex that `others` of all the other vertices reach, at distances of this sum.
double score_of(double others, double sum, const Network& network,
                const ClosenessOptions& options) {
    if (others == 0) return 0;
    const double score = others / sum;
    const auto all = static_cast<double>(network.size());
    return options.normalized ? score * (others / (all - 1)) : score;
}

}  // namespace

std::vector<double> closeness(const Network& network, const ClosenessOptions& options,
                              const Run& run) {
    return score_distances(network, run, [&](std::span<const std::size_t> counts) {
        std::size_t others = 0;
        std::size_t sum = 0;
        for (std::size_t d = 1; d < counts.size(); ++d) {
            others += counts[d];
            sum += d * counts[d];
        }
        return score_of(static_cast<double>(others), static_cast<double>(sum), network, options);
    });
}

std::vector<double> closeness(const Network& network, const Distances& distances,
                              const ClosenessOptions& options, const Run& run) {
    return score_distances(network, distances, run, [&](std::span<const double> lengths) {
        const double sum = std::accumulate(lengths.begin(), lengths.end(), 0.0);
        return score_of(static_cast<double>(lengths.size()), sum, network, options);
    });
}

}  // namespace actormap
