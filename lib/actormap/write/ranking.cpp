#include <actormap/base/number.hpp>
#include <actormap/write/ranking.hpp>
#include <actormap/write/ranking_json.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace actormap {
namespace {

/// Empty for a value that does not exist.
std::string cell(double value, std::optional<int> digits) {
    if (std::isnan(value)) return {};
    return digits ? rounded(value, *digits) : exact(value);
}

}  // namespace

Table ranking_table(const ActorGraph& graph, const Ranking& ranking, std::optional<int> digits) {
    Table table{{{"rank", true}, {"id"}, {"name"}, {"type"}}, {}};
    for (const Measure measure : ranking.measures)
        table.columns.push_back({std::string(to_string(measure)), true});
    for (const RankingRow& row : ranking.rows) {
        const Entity& entity = graph[row.entity];
        std::vector<std::string> cells{std::to_string(row.rank), entity.id, entity.name,
                                       entity.type};
        for (const double value : row.values) cells.push_back(cell(value, digits));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string ranking_json(const ActorGraph& graph, const Ranking& ranking) {
    using Json = nlohmann::ordered_json;
    Json json;
    json["network"] = network_json<Json>(ranking);
    json["marking"] = std::string(to_string(ranking.marking));
    json["measures"] = measures_json<Json>(ranking.measures);
    json["rows"] = ranking_rows_json<Json>(graph, ranking);
    return json.dump(2) + '\n';
}

}  // namespace actormap
