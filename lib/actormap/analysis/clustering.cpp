#include <actormap/analysis/clustering.hpp>
#include <actormap/analysis/ties.hpp>

#include <cmath>

// One formula for all four: an undirected edge is an arc each way, and each triangle is then eight
// directed ones. The cubic root of a product is the product of roots, so that each root is taken
// once and no product underflows. A sum over all directions is a product of sums over two.

namespace actormap {
namespace {

std::vector<double> clustering_of(const Ties& ties, const Run& run) {
    return score_each(ties.size(), run, [&](Vertex v) {
        const auto others = ties.of(v);
        if (others.size() < 2) return 0.0;
        const auto to_others = ties.strengths(v);
        double sum_of_ties = 0;  // each pair comes twice, and a tie is half its arcs: T(v) / 4
        for (std::size_t i = 0; i < others.size(); ++i) {
            const auto between = ties.strengths(others[i]);
            double sum = 0;
            for_each_common(others, ties.of(others[i]), [&](std::size_t j, std::size_t k) {
                sum += to_others[j] * between[k];
            });
            sum_of_ties += to_others[i] * sum;
        }
        const auto arcs = static_cast<double>(ties.arcs(v));
        const double mutual = arcs - static_cast<double>(others.size());
        return 4 * sum_of_ties / (arcs * (arcs - 1) - 2 * mutual);
    });
}

/// The cubic roots of the strengths, in units of the largest.
Strengths roots(const Network& network, const Strengths& strengths) {
    const auto values = strengths.values();
    std::vector<double> result(values.begin(), values.end());
    double largest = 0;
    for (const double s : values) largest = std::max(largest, std::cbrt(s));
    for (double& s : result) s = s == 0 ? 0 : std::cbrt(s) / largest;
    return {network, std::move(result)};
}

}  // namespace

std::vector<double> clustering(const Network& network, const ClusteringOptions&, const Run& run) {
    return clustering_of(Ties(network), run);
}

std::vector<double> clustering(const Network& network, const Strengths& strengths,
                               const ClusteringOptions&, const Run& run) {
    strengths.check_fits(network);
    return clustering_of(Ties(network, roots(network, strengths)), run);
}

}  // namespace actormap
