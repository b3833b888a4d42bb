#pragma once

#include <actormap/study/ranking.hpp>

#include <string>
#include <vector>

namespace actormap::test {

/// The rows of a ranking as text.
inline std::vector<std::string> rows(const ActorGraph& graph, const Ranking& ranking) {
    std::vector<std::string> result;
    for (const RankingRow& row : ranking.rows) {
        std::string text = std::to_string(row.rank) + ' ' + graph[row.entity].id;
        for (const double value : row.values) text += ' ' + std::to_string(value);
        result.push_back(text);
    }
    return result;
}

inline std::vector<std::string> ids(const ActorGraph& graph,
                                    const std::vector<EntityId>& entities) {
    std::vector<std::string> result;
    for (const EntityId id : entities) result.push_back(graph[id].id);
    return result;
}

}  // namespace actormap::test
