#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/core_number.hpp>
#include <actormap/analysis/degree.hpp>
#include <actormap/analysis/harmonic.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/base/number.hpp>
#include <actormap/model/types.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/ranking.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<Measure, 8> measures{{"degree", "in-degree", "out-degree", "betweenness",
                                           "closeness", "harmonic", "pagerank", "core"}};

std::vector<double> core(const Network& network, const Run& run) {
    const auto numbers = core_number(network, {}, run);
    return {numbers.begin(), numbers.end()};
}

/// Gives each row the rank of the first one with its value. Needs rows in order.
void number_rows(std::vector<RankingRow>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool tie =
            i > 0 && significant(rows[i].values[0]) == significant(rows[i - 1].values[0]);
        rows[i].rank = tie ? rows[i - 1].rank : i + 1;
    }
}

}  // namespace

std::optional<Measure> parse_measure(std::string_view text) {
    return measures.parse(text);
}
std::string_view to_string(Measure measure) {
    return measures[measure];
}
std::vector<std::string_view> measure_words() {
    return {measures.words.begin(), measures.words.end()};
}

std::vector<double> compute(const Network& network, Measure measure, bool normalized,
                            const Run& run) {
    switch (measure) {
        case Measure::degree:
            return degree(network, {DegreeKind::total, normalized}, run);
        case Measure::in_degree:
            return degree(network, {DegreeKind::in, normalized}, run);
        case Measure::out_degree:
            return degree(network, {DegreeKind::out, normalized}, run);
        case Measure::betweenness:
            return betweenness(network, {normalized}, run);
        case Measure::closeness:
            return closeness(network, {normalized}, run);
        case Measure::harmonic:
            return harmonic(network, {normalized}, run);
        case Measure::pagerank:
            return pagerank(network, {}, run).scores;
        case Measure::core:
            return core(network, run);
    }
    return {};
}

Ranking rank(const ActorGraph& graph, const View& view, const RankingOptions& options,
             const Run& run) {
    if (options.measures.empty())
        throw Error("unknown-measure", "a ranking needs a measure; name one");
    check_entity_types(graph, options.of);
    Ranking ranking{view.network.size(), view.network.edges(), view.network.directed(),
                    view.marking,        options.measures,     {}};
    std::vector<std::vector<double>> columns;
    for (const Measure measure : options.measures)
        columns.push_back(compute(view.network, measure, options.normalized, run));

    for (std::size_t v = 0; v < view.entities.size(); ++v) {
        const std::string& type = graph[view.entities[v]].type;
        if (!options.of.empty() &&
            std::find(options.of.begin(), options.of.end(), type) == options.of.end())
            continue;
        RankingRow row{0, view.entities[v], {}};
        for (const auto& column : columns) row.values.push_back(column[v]);
        ranking.rows.push_back(std::move(row));
    }
    // Vertices ascend by id, so a stable sort leaves ties in the order of their ids.
    std::stable_sort(ranking.rows.begin(), ranking.rows.end(), [](const auto& a, const auto& b) {
        return significant(a.values[0]) > significant(b.values[0]);
    });
    number_rows(ranking.rows);
    if (options.top && ranking.rows.size() > *options.top) ranking.rows.resize(*options.top);
    return ranking;
}

}  // namespace actormap
