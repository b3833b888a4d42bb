#include <actormap/analysis/participation.hpp>
#include <actormap/analysis/ties.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

// The ties of a vertex, sorted by the community that they lead to, are added up in runs.

namespace actormap {
namespace {

void check(const Network& network, std::span<const std::uint32_t> communities) {
    if (communities.size() == network.size()) return;
    throw Error("communities-invalid", std::to_string(communities.size()) + " communities for " +
                                           std::to_string(network.size()) +
                                           " vertices; give each vertex one");
}

std::vector<double> participation_of(const Ties& ties, std::span<const std::uint32_t> communities,
                                     const Run& run) {
    return score_each(ties.size(), run, [&](Vertex v) {
        const auto others = ties.of(v);
        if (others.empty()) return std::numeric_limits<double>::quiet_NaN();
        std::vector<std::pair<std::uint32_t, double>> shares;
        for (std::size_t i = 0; i < others.size(); ++i)
            shares.emplace_back(communities[others[i]], ties.share(v, ties.strengths(v)[i]));
        std::sort(shares.begin(), shares.end());
        if (shares.front().first == shares.back().first) return 0.0;  // not a rounded one
        double squares = 0;
        double sum = 0;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            sum += shares[i].second;
            if (i + 1 < shares.size() && shares[i + 1].first == shares[i].first) continue;
            squares += sum * sum;
            sum = 0;
        }
        return 1 - squares;
    });
}

}  // namespace

std::vector<double> participation(const Network& network,
                                  std::span<const std::uint32_t> communities,
                                  const ParticipationOptions&, const Run& run) {
    check(network, communities);
    return participation_of(Ties(network), communities, run);
}

std::vector<double> participation(const Network& network, const Strengths& strengths,
                                  std::span<const std::uint32_t> communities,
                                  const ParticipationOptions&, const Run& run) {
    strengths.check_fits(network);
    check(network, communities);
    return participation_of(Ties(network, strengths), communities, run);
}

}  // namespace actormap
