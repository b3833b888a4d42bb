#include <actormap/analysis/constraint.hpp>
#include <actormap/analysis/ties.hpp>

#include <limits>

// A k with both p(v, k) and p(k, j) above 0 is a neighbour of v and of j: the rows of the two are
// merged.

namespace actormap {
namespace {

std::vector<double> constraint_of(const Ties& ties, const Run& run) {
    return score_each(ties.size(), run, [&](Vertex v) {
        const auto others = ties.of(v);
        if (others.empty()) return std::numeric_limits<double>::quiet_NaN();
        const auto to_others = ties.strengths(v);
        double score = 0;
        for (std::size_t i = 0; i < others.size(); ++i) {
            const auto between = ties.strengths(others[i]);
            double invested = ties.share(v, to_others[i]);
            for_each_common(others, ties.of(others[i]), [&](std::size_t j, std::size_t k) {
                invested += ties.share(v, to_others[j]) * ties.share(others[j], between[k]);
            });
            score += invested * invested;
        }
        return score;
    });
}

}  // namespace

std::vector<double> constraint(const Network& network, const ConstraintOptions&, const Run& run) {
    return constraint_of(Ties(network), run);
}

std::vector<double> constraint(const Network& network, const Strengths& strengths,
                               const ConstraintOptions&, const Run& run) {
    strengths.check_fits(network);
    return constraint_of(Ties(network, strengths), run);
}

}  // namespace actormap
