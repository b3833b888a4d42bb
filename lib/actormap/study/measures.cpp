#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/clustering.hpp>
#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/constraint.hpp>
#include <actormap/analysis/core_number.hpp>
#include <actormap/analysis/degree.hpp>
#include <actormap/analysis/effective_size.hpp>
#include <actormap/analysis/eigenvector.hpp>
#include <actormap/analysis/harmonic.hpp>
#include <actormap/analysis/hits.hpp>
#include <actormap/analysis/katz.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/analysis/participation.hpp>
#include <actormap/analysis/strength.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/measures.hpp>

#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<Measure, 17> words{
    {"degree", "in-degree", "out-degree", "strength", "betweenness", "closeness", "harmonic",
     "eigenvector", "katz", "pagerank", "hub", "authority", "core", "clustering", "constraint",
     "effective-size", "participation"}};

/// A weighted network is measured by the kernel's variant for weights.
template <class Weights, class Kernel>
auto with(const std::optional<Weights>& weights, const Kernel& kernel) {
    return weights ? kernel(*weights) : kernel();
}

std::vector<double> as_doubles(const std::vector<std::uint32_t>& numbers) {
    return {numbers.begin(), numbers.end()};
}

/// The communities of a network, by number; an arc each way is an edge of twice the strength.
std::vector<std::uint32_t> communities_of(const Network& network,
                                          const std::optional<Strengths>& strengths,
                                          const CommunitiesOptions& options, const Run& run) {
    if (!network.directed()) {
        return with(strengths, [&](const auto&... weights) {
            return leiden(network, weights..., options, run).of;
        });
    }
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) edges.emplace_back(v, w);
    }
    std::vector<double> values(edges.size(), 1);
    if (strengths) values.assign(strengths->values().begin(), strengths->values().end());
    const Network undirected(Direction::undirected, network.size(), edges);
    const auto united = Strengths::united(undirected, edges, values, Uniting::sum);
    return leiden(undirected, united, options, run).of;
}

}  // namespace

std::optional<Measure> parse_measure(std::string_view text) {
    return words.parse(text);
}
std::string_view to_string(Measure measure) {
    return words[measure];
}
std::vector<std::string_view> measure_words() {
    return {words.words.begin(), words.words.end()};
}

Weighting weigh(const Network& network, Strengths strengths, DistanceRule rule) {
    Distances made = distances(network, strengths, rule);
    return {std::move(strengths), std::move(made)};
}

std::vector<double> compute(const Network& network, const Weighting& weighting, Measure measure,
                            const MeasureOptions& options, const Run& run) {
    const std::optional<Strengths>& strengths = weighting.strengths;
    const std::optional<Distances>& distances = weighting.distances;
    const bool normalized = options.normalized;
    switch (measure) {
        case Measure::degree:
            return degree(network, {DegreeKind::total, normalized}, run);
        case Measure::in_degree:
            return degree(network, {DegreeKind::in, normalized}, run);
        case Measure::out_degree:
            return degree(network, {DegreeKind::out, normalized}, run);
        case Measure::strength:
            return strengths ? strength(network, *strengths, {}, run)
                             : degree(network, {DegreeKind::total, false}, run);
        case Measure::betweenness:
            return with(distances, [&](const auto&... weights) {
                return betweenness(network, weights..., {normalized}, run);
            });
        case Measure::closeness:
            return with(distances, [&](const auto&... weights) {
                return closeness(network, weights..., {normalized}, run);
            });
        case Measure::harmonic:
            return with(distances, [&](const auto&... weights) {
                return harmonic(network, weights..., {normalized}, run);
            });
        case Measure::eigenvector:
            return with(strengths, [&](const auto&... weights) {
                return eigenvector(network, weights..., {}, run).scores;
            });
        case Measure::katz:
            return with(strengths, [&](const auto&... weights) {
                return katz(network, weights..., {.alpha = options.alpha, .normalized = normalized},
                            run)
                    .scores;
            });
        case Measure::pagerank:
            return with(strengths, [&](const auto&... weights) {
                return pagerank(network, weights...,
                                {.damping = options.damping, .teleport = options.teleport}, run)
                    .scores;
            });
        case Measure::hub:
            return with(strengths, [&](const auto&... weights) {
                return hits(network, weights..., {}, run).hubs;
            });
        case Measure::authority:
            return with(strengths, [&](const auto&... weights) {
                return hits(network, weights..., {}, run).authorities;
            });
        case Measure::core:
            return as_doubles(core_number(network, {}, run));
        case Measure::clustering:
            return with(strengths, [&](const auto&... weights) {
                return clustering(network, weights..., {}, run);
            });
        case Measure::constraint:
            return with(strengths, [&](const auto&... weights) {
                return constraint(network, weights..., {}, run);
            });
        case Measure::effective_size:
            return with(strengths, [&](const auto&... weights) {
                return effective_size(network, weights..., {}, run);
            });
        case Measure::participation:
            return with(strengths, [&](const auto&... weights) {
                return participation(
                    network, weights...,
                    communities_of(network, strengths, {.seed = options.seed}, run), {}, run);
            });
    }
    return {};
}

}  // namespace actormap
