#include <actormap/analysis/effective_size.hpp>
#include <actormap/analysis/ties.hpp>

#include <limits>

// A k that makes a neighbour redundant is tied to both: the rows of the two are merged.

namespace actormap {
namespace {

std::vector<double> effective_size_of(const Ties& ties, const EffectiveSizeOptions& options,
                                      const Run& run) {
    return score_each(ties.size(), run, [&](Vertex v) {
        const auto others = ties.of(v);
        if (others.empty()) return std::numeric_limits<double>::quiet_NaN();
        const auto to_others = ties.strengths(v);
        double score = 0;
        for (const Vertex other : others) {
            const auto between = ties.strengths(other);
            double redundant = 0;
            for_each_common(others, ties.of(other), [&](std::size_t j, std::size_t k) {
                redundant += ties.share(v, to_others[j]) * (between[k] / ties.largest(other));
            });
            score += 1 - redundant;
        }
        return options.normalized ? score / static_cast<double>(others.size()) : score;
    });
}

}  // namespace

std::vector<double> effective_size(const Network& network, const EffectiveSizeOptions& options,
                                   const Run& run) {
    return effective_size_of(Ties(network), options, run);
}

std::vector<double> effective_size(const Network& network, const Strengths& strengths,
                                   const EffectiveSizeOptions& options, const Run& run) {
    strengths.check_fits(network);
    return effective_size_of(Ties(network, strengths), options, run);
}

}  // namespace actormap
