#include <actormap/analysis/strength.hpp>

#include <cmath>
#include <numeric>
#include <string>

namespace actormap {

std::vector<double> strength(const Network& network, const Strengths& strengths,
                             const StrengthOptions& options, const Run& run) {
    strengths.check_fits(network);
    if (run.stop.stop_requested()) throw Cancelled();
    const bool out = options.kind != DegreeKind::in || !network.directed();
    const bool in = options.kind != DegreeKind::out && network.directed();
    std::vector<double> scores(network.size(), 0.0);
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto add = [&](std::span<const double> row) {
            scores[v] = std::accumulate(row.begin(), row.end(), scores[v]);
        };
        if (out) add(strengths.out(network, v));
        if (in) add(strengths.in(network, v));
        if (std::isfinite(scores[v])) continue;
        throw Error("weights-overflow", "the strengths at vertex " + std::to_string(v) +
                                            " add up to more than a number can hold; divide all "
                                            "strengths by the same number");
    }
    return scores;
}

}  // namespace actormap
