#include <actormap/analysis/walk_matrix.hpp>
#include <actormap/base/error.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actormap {

WalkMatrix::WalkMatrix(const Network& network, const Strengths& strengths) : given_(network) {
    strengths.check_fits(network);
    double largest = 0;
    for (const double w : strengths.values()) largest = std::max(largest, w);
    std::frexp(largest, &exponent_);
    const auto scaled = [&](double w) { return std::ldexp(w, -exponent_); };

    weights_.reserve(network.arcs());
    std::vector<std::pair<Vertex, Vertex>> arcs;
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto tails = network.in(v);
        const auto row = strengths.in(network, v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (scaled(row[i]) == 0) continue;
            weights_.push_back(scaled(row[i]));
            arcs.emplace_back(tails[i], v);
        }
    }
    if (arcs.size() < network.arcs()) reduced_.emplace(network.direction(), network.size(), arcs);
}

double WalkMatrix::pull(Vertex v, std::span<const double> x) const {
    const auto tails = network().in(v);
    const double* weight = weights_.empty() ? nullptr : weights_.data() + network().first_arc_in(v);
    double sum = 0;
    double lost = 0;  // what the last additions rounded away (Kahan)
    for (std::size_t i = 0; i < tails.size(); ++i) {
        const double term = weight == nullptr ? x[tails[i]] : weight[i] * x[tails[i]];
        const double next = term - lost;
        const double longer = sum + next;
        lost = (longer - sum) - next;
        sum = longer;
    }
    return sum;
}

double WalkMatrix::in_unit(double eigenvalue) const {
    const double value = std::ldexp(eigenvalue, exponent_);
    if (std::isfinite(value)) return value;
    throw Error("weights-overflow",
                "the largest eigenvalue is more than a number can hold; divide all strengths by "
                "the same number");
}

}  // namespace actormap
