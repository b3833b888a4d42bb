#pragma once

#include "oracle_communities.hpp"

#include <cmath>
#include <map>

namespace actormap::oracle {

/// What the refinement of Leiden may give, and with what chance, from its definition: all orders of
/// the vertices, and in each all ways to choose.
class Refinements {
  public:
    /// Masses of the vertices, the communities that are refined, the price and the spread.
    Refinements(Matrix a, std::vector<double> mass, Labels of, double penalty, double spread)
        : a_(std::move(a)),
          mass_(std::move(mass)),
          of_(std::move(of)),
          penalty_(penalty),
          spread_(spread) {}

    /// The chance of each partition into parts; a part has the number of its smallest vertex.
    std::map<Labels, double> chances() {
        const std::size_t n = a_.size();
        Labels order(n);
        for (std::uint32_t v = 0; v < n; ++v) order[v] = v;
        const Labels alone = order;
        double orders = 1;
        for (std::size_t i = 2; i <= n; ++i) orders *= static_cast<double>(i);
        do {
            visit(order, 0, alone, 1 / orders);
        } while (std::next_permutation(order.begin(), order.end()));
        return chances_;
    }

  private:
    /// The ties of u with the vertices for which in(w), and penalty times the masses.
    template <class In>
    [[nodiscard]] double gain(std::size_t u, const In& in) const {
        double sum = 0;
        for (std::size_t w = 0; w < a_.size(); ++w) {
            if (w != u && in(w)) sum += a_[u][w] - penalty_ * mass_[u] * mass_[w];
        }
        return sum;
    }
    /// Whether a part gains by being with the rest of its community.
    [[nodiscard]] bool well_connected(const Labels& parts, std::uint32_t part) const {
        double sum = 0;
        for (std::size_t u = 0; u < a_.size(); ++u) {
            if (parts[u] != part) continue;
            sum += gain(u, [&](std::size_t w) { return of_[w] == of_[u] && parts[w] != part; });
        }
        return sum >= -1e-9;
    }
    void visit(const Labels& order, std::size_t at, const Labels& parts, double chance) {
        if (at == order.size()) {
            chances_[normal(parts)] += chance;
            return;
        }
        const std::uint32_t v = order[at];
        const auto together = std::count(parts.begin(), parts.end(), parts[v]);
        if (together > 1 || !well_connected(parts, parts[v])) {
            visit(order, at + 1, parts, chance);
            return;
        }
        std::map<std::uint32_t, double> ways{{parts[v], 1}};  // staying gains 0
        for (std::size_t w = 0; w < a_.size(); ++w) {
            const std::uint32_t part = parts[w];
            if (a_[v][w] == 0 || of_[w] != of_[v] || !well_connected(parts, part)) continue;
            const double g = gain(v, [&](std::size_t u) { return parts[u] == part; });
            if (g >= -1e-9) ways[part] = std::exp(g / spread_);
        }
        double sum = 0;
        for (const auto& [part, way] : ways) sum += way;
        for (const auto& [part, way] : ways) {
            Labels joined = parts;
            joined[v] = part;
            visit(order, at + 1, joined, chance * way / sum);
        }
    }
    static Labels normal(const Labels& parts) {
        Labels result(parts.size());
        for (std::size_t v = 0; v < parts.size(); ++v) {
            const auto first = std::find(parts.begin(), parts.end(), parts[v]);
            result[v] = static_cast<std::uint32_t>(first - parts.begin());
        }
        return result;
    }

    Matrix a_;
    std::vector<double> mass_;
    Labels of_;
    double penalty_;
    double spread_;
    std::map<Labels, double> chances_;
};

}  // namespace actormap::oracle
