#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/ranking.hpp>

#include <string>

namespace actormap {

// Parts of a ranking for a program to read. `Json` is the ordered JSON of nlohmann, which no header
// includes.

template <typename Json>
[[nodiscard]] Json network_json(const Ranking& ranking) {
    return {
        {"vertices", ranking.vertices}, {"edges", ranking.edges}, {"directed", ranking.directed}};
}

template <typename Json>
[[nodiscard]] Json measures_json(const std::vector<Measure>& measures) {
    Json list = Json::array();
    for (const Measure measure : measures) list.push_back(std::string(to_string(measure)));
    return list;
}

/// The rows; a value that does not exist is null.
template <typename Json>
[[nodiscard]] Json ranking_rows_json(const ActorGraph& graph, const Ranking& ranking) {
    Json rows = Json::array();
    for (const RankingRow& row : ranking.rows) {
        const Entity& entity = graph[row.entity];
        Json values = Json::object();
        for (std::size_t m = 0; m < ranking.measures.size(); ++m)
            values[std::string(to_string(ranking.measures[m]))] = row.values[m];  // NaN is null
        rows.push_back({{"rank", row.rank},
                        {"id", entity.id},
                        {"name", entity.name},
                        {"type", entity.type},
                        {"values", values}});
    }
    return rows;
}

}  // namespace actormap
