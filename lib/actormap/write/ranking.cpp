#include <actormap/base/number.hpp>
#include <actormap/study/world_ranking.hpp>
#include <actormap/write/ranking.hpp>
#include <actormap/write/ranking_json.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

/// Empty for a value that does not exist.
std::string cell(double value, std::optional<int> digits) {
    if (std::isnan(value)) return {};
    return digits ? rounded(value, *digits) : exact(value);
}

/// A table for people leaves out between what the means lie.
void add_worlds_columns(Table& table, const Ranking& ranking, bool for_people) {
    const auto add = [&](const std::string& name) { table.columns.push_back({name, true}); };
    for (const Measure measure : ranking.measures) {
        add(std::string(to_string(measure)) + "_low");
        add(std::string(to_string(measure)) + "_high");
    }
    add("rank_low");
    add("rank_high");
    for (const Measure measure : ranking.measures) {
        const std::string name(to_string(measure));
        add(name + "_mean");
        if (for_people) continue;
        add(name + "_mean_low");
        add(name + "_mean_high");
    }
    add("top_" + std::to_string(ranking.worlds->in_top));
}

void add_worlds_cells(std::vector<std::string>& cells, const WorldRow& row,
                      std::optional<int> digits) {
    for (const WorldValue& value : row.values) {
        cells.push_back(cell(value.low, digits));
        cells.push_back(cell(value.high, digits));
    }
    cells.push_back(std::to_string(row.rank_low));
    cells.push_back(std::to_string(row.rank_high));
    for (const WorldValue& value : row.values) {
        cells.push_back(cell(value.mean, digits));
        if (digits) continue;
        cells.push_back(cell(value.mean_low, digits));
        cells.push_back(cell(value.mean_high, digits));
    }
    cells.push_back(cell(row.in_top, digits));
}

Json worlds_json(const WorldsHeading& worlds) {
    Json json{{"count", worlds.count},
              {"exact", worlds.exact},
              {"by", std::string(to_string(worlds.by))},
              {"uncertain", worlds.coins},
              {"seed", worlds.exact ? Json() : Json(worlds.seed)},
              {"in_top", worlds.in_top},
              {"interval", {low_share, high_share}}};
    constexpr double risk = 0.01;
    json["sampling_error"] = {{"risk", risk},
                              {"share", worlds.exact ? 0 : sampling_error(worlds.count, risk)}};
    return json;
}

Json worlds_json(const std::vector<Measure>& measures, const WorldRow& row) {
    Json values = Json::object();
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const WorldValue& value = row.values[m];
        values[std::string(to_string(measures[m]))] = {{"mean", value.mean},
                                                       {"mean_low", value.mean_low},
                                                       {"mean_high", value.mean_high},
                                                       {"low", value.low},
                                                       {"high", value.high}};
    }
    return {{"values", values},
            {"rank_low", row.rank_low},
            {"rank_high", row.rank_high},
            {"in_top", row.in_top}};
}

}  // namespace

Table ranking_table(const ActorGraph& graph, const Ranking& ranking, std::optional<int> digits) {
    Table table{{{"rank", true}, {"id"}, {"name"}, {"type"}}, {}};
    for (const Measure measure : ranking.measures)
        table.columns.push_back({std::string(to_string(measure)), true});
    if (ranking.worlds) add_worlds_columns(table, ranking, digits.has_value());
    for (const RankingRow& row : ranking.rows) {
        const Entity& entity = graph[row.entity];
        std::vector<std::string> cells{std::to_string(row.rank), entity.id, entity.name,
                                       entity.type};
        for (const double value : row.values) cells.push_back(cell(value, digits));
        if (row.worlds) add_worlds_cells(cells, *row.worlds, digits);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string ranking_json(const ActorGraph& graph, const Ranking& ranking) {
    Json json;
    json["network"] = network_json<Json>(ranking);
    json["marking"] = std::string(to_string(ranking.marking));
    json["measures"] = measures_json<Json>(ranking.measures);
    if (ranking.worlds) json["worlds"] = worlds_json(*ranking.worlds);
    json["rows"] = ranking_rows_json<Json>(graph, ranking);
    for (std::size_t i = 0; i < ranking.rows.size(); ++i) {
        if (const auto& worlds = ranking.rows[i].worlds)
            json["rows"][i]["worlds"] = worlds_json(ranking.measures, *worlds);
    }
    return json.dump(2) + '\n';
}

}  // namespace actormap
