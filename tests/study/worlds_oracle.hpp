#pragma once

#include "uncertainty/planted.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

// How values are distributed over worlds, added up world by world from the definition. It knows
// nothing of lib/actormap.

namespace actormap::test {

/// How likely each value of an entity is.
using Distribution = std::map<double, double>;

inline double at_most(const Distribution& distribution, double value) {
    double sum = 0;
    for (const auto& [v, p] : distribution) sum += v <= value ? p : 0;
    return sum;
}

inline double quantile_of(const Distribution& distribution, double q) {
    for (const auto& [v, p] : distribution) {
        if (at_most(distribution, v) >= q - 1e-9) return v;
    }
    return std::nan("");
}

inline double mean_of(const Distribution& distribution) {
    double sum = 0;
    for (const auto& [v, p] : distribution) sum += v * p;
    return sum;
}

using Edges = std::set<std::pair<std::size_t, std::size_t>>;

inline Edges edges_of(const Planted& graph, const std::vector<bool>& holds) {
    Edges edges;
    for (std::size_t r = 0; r < graph.relations.size(); ++r) {
        const auto [a, b] = std::minmax(graph.relations[r].from, graph.relations[r].to);
        if (holds[r]) edges.insert({a, b});
    }
    return edges;
}

/// What is expected of each entity: its degree, and its rank by that.
struct Expected {
    std::vector<Distribution> degree, rank;

    explicit Expected(std::size_t entities) : degree(entities), rank(entities) {}

    void add(const Edges& edges, double probability) {
        std::vector<double> degrees(degree.size(), 0);
        for (const auto& [a, b] : edges) ++degrees[a], ++degrees[b];
        for (std::size_t e = 0; e < degrees.size(); ++e) {
            degree[e][degrees[e]] += probability;
            double better = 0;
            for (const double other : degrees) better += other > degrees[e] ? 1 : 0;
            rank[e][better + 1] += probability;
        }
    }
};

inline int surest(const PlantedRelation& relation) {
    int best = 0;
    for (const PlantedClaim& claim : relation.claims) best = std::max(best, claim.confidence);
    return best;
}

/// Every relation by itself: all sets of relations that may hold together.
inline Expected by_relation(const Planted& graph) {
    Expected expected(graph.entities);
    const std::size_t n = graph.relations.size();
    for (std::size_t set = 0; set < std::size_t{1} << n; ++set) {
        std::vector<bool> holds(n);
        double probability = 1;
        for (std::size_t r = 0; r < n; ++r) {
            holds[r] = (set >> r & 1U) != 0;
            const double p = surest(graph.relations[r]) / 100.0;
            probability *= holds[r] ? p : 1 - p;
        }
        if (probability > 0) expected.add(edges_of(graph, holds), probability);
    }
    return expected;
}

/// By speaker, with confidences in tenths: ten equally likely states of each of four speakers, in
/// the k-th of which all holds that the speaker says with more than k tenths.
inline Expected by_speaker(const Planted& graph, bool independent) {
    Expected expected(graph.entities);
    for (int state = 0; state < 10'000; ++state) {
        const std::map<std::string, int> tenths{{"s0", state % 10},
                                                {"s1", state / 10 % 10},
                                                {"s2", state / 100 % 10},
                                                {"s3", state / 1000}};
        std::vector<bool> holds;
        for (const PlantedRelation& relation : graph.relations) {
            bool any = false, first_of_surest = true;
            // Claims are listed by speaker, so the first of the surest is that of the least one.
            std::vector<PlantedClaim> claims = relation.claims;
            std::sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) {
                return a.confidence != b.confidence ? a.confidence > b.confidence : a.by < b.by;
            });
            for (const PlantedClaim& claim : claims) {
                const bool right = tenths.at(claim.by) * 10 < claim.confidence;
                any = any || (right && (independent || first_of_surest));
                first_of_surest = false;
            }
            holds.push_back(any);
        }
        expected.add(edges_of(graph, holds), 1e-4);
    }
    return expected;
}

}  // namespace actormap::test
