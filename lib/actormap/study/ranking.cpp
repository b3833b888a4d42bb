#include <actormap/base/number.hpp>
#include <actormap/model/types.hpp>
#include <actormap/study/number_rows.hpp>
#include <actormap/study/ranking.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace actormap {
namespace {

/// A vertex and what it is ordered by.
using Keyed = std::pair<double, Vertex>;

}  // namespace

double ranking_key(double value, bool ascending) {
    if (std::isnan(value)) return std::numeric_limits<double>::infinity();
    return ascending ? significant(value) : -significant(value);
}

void check_ranking(const ActorGraph& graph, const RankingOptions& options) {
    if (options.measures.empty())
        throw Error("unknown-measure", "a ranking needs a measure; name one");
    check_entity_types(graph, options.of);
}

std::vector<Vertex> listed_vertices(const ActorGraph& graph, const View& view,
                                    const std::vector<std::string>& types) {
    std::vector<Vertex> listed;
    for (Vertex v = 0; v < view.entities.size(); ++v) {
        const std::string& type = graph[view.entities[v]].type;
        if (types.empty() || std::find(types.begin(), types.end(), type) != types.end())
            listed.push_back(v);
    }
    return listed;
}

Ranking rank(const ActorGraph& graph, const View& view, const RankingOptions& options,
             const Weighting& weighting, const Run& run) {
    check_ranking(graph, options);
    std::vector<std::vector<double>> columns;
    for (const Measure measure : options.measures)
        columns.push_back(compute(view.network, weighting, measure, options.measuring, run));
    return rank(graph, view, columns, options);
}

Ranking rank(const ActorGraph& graph, const View& view,
             const std::vector<std::vector<double>>& columns, const RankingOptions& options) {
    check_ranking(graph, options);
    assert(columns.size() == options.measures.size());
    Ranking ranking{view.network.size(), view.network.edges(), view.network.directed(),
                    view.marking,        options.measures,     {}};
    std::vector<Keyed> order;
    for (const Vertex v : listed_vertices(graph, view, options.of))
        order.emplace_back(ranking_key(columns[0][v], options.ascending), v);
    // Vertices ascend by id, so ties come in the order of their ids.
    std::sort(order.begin(), order.end());
    if (options.top && order.size() > *options.top) order.resize(*options.top);
    for (const auto& [key, v] : order) {
        RankingRow row{0, view.entities[v], {}};
        for (const auto& column : columns) row.values.push_back(column[v]);
        ranking.rows.push_back(std::move(row));
    }
    number_rows(ranking.rows, [&](const RankingRow& row) {
        return order[static_cast<std::size_t>(&row - ranking.rows.data())].first;
    });
    return ranking;
}

}  // namespace actormap
