#include <actormap/base/number.hpp>
#include <actormap/write/ranking.hpp>
#include <actormap/write/ranking_json.hpp>
#include <actormap/write/world_ranking.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

constexpr double risk = 0.01;  // of the sampling error that is stated

/// Empty for a value that does not exist.
std::string cell(double value, std::optional<int> digits) {
    if (std::isnan(value)) return {};
    return digits ? rounded(value, *digits) : exact(value);
}

void add_columns(Table& table, const WorldRanking& ranking, bool for_people) {
    const auto add = [&](const std::string& name) { table.columns.push_back({name, true}); };
    for (const Measure measure : ranking.ranking.measures) {
        add(std::string(to_string(measure)) + "_low");
        add(std::string(to_string(measure)) + "_high");
    }
    add("rank_low");
    add("rank_high");
    for (const Measure measure : ranking.ranking.measures) {
        const std::string name(to_string(measure));
        add(name + "_mean");
        if (for_people) continue;
        add(name + "_mean_low");
        add(name + "_mean_high");
    }
    add("top_" + std::to_string(ranking.top));
}

void add_cells(std::vector<std::string>& cells, const WorldRow& row, std::optional<int> digits) {
    for (const WorldValue& value : row.values) {
        cells.push_back(cell(value.low, digits));
        cells.push_back(cell(value.high, digits));
    }
    for (const std::size_t rank : {row.rank_low, row.rank_high})
        cells.push_back(rank == 0 ? std::string() : std::to_string(rank));
    for (const WorldValue& value : row.values) {
        cells.push_back(cell(value.mean, digits));
        if (digits) continue;
        cells.push_back(cell(value.mean_low, digits));
        cells.push_back(cell(value.mean_high, digits));
    }
    cells.push_back(cell(row.in_top, digits));
}

Json rank_json(std::size_t rank) {
    return rank == 0 ? Json() : Json(rank);
}

Json heading_json(const WorldRanking& ranking) {
    return {{"count", ranking.count},
            {"exact", ranking.exact},
            {"by", std::string(to_string(ranking.by))},
            {"uncertain", ranking.coins},
            {"seed", ranking.exact ? Json() : Json(ranking.seed)},
            {"top", ranking.top},
            {"interval", {low_share, high_share}},
            {"sampling_error",
             {{"risk", risk}, {"share", ranking.exact ? 0 : sampling_error(ranking.count, risk)}}}};
}

Json row_json(const std::vector<Measure>& measures, const WorldRow& row) {
    Json values = Json::object();
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const WorldValue& value = row.values[m];  // NaN is null
        values[std::string(to_string(measures[m]))] = {
            {"mean", value.mean}, {"mean_low", value.mean_low}, {"mean_high", value.mean_high},
            {"low", value.low},   {"high", value.high},         {"exists", value.exists}};
    }
    return {{"values", values},
            {"rank_low", rank_json(row.rank_low)},
            {"rank_high", rank_json(row.rank_high)},
            {"in_top", row.in_top}};
}

}  // namespace

Table world_ranking_table(const ActorGraph& graph, const WorldRanking& ranking,
                          std::optional<int> digits) {
    Table table = ranking_table(graph, ranking.ranking, digits);
    add_columns(table, ranking, digits.has_value());
    for (std::size_t i = 0; i < ranking.rows.size(); ++i)
        add_cells(table.rows[i], ranking.rows[i], digits);
    return table;
}

std::string worlds_line(const WorldRanking& ranking) {
    const std::string by(to_string(ranking.by));
    const std::string how = ranking.exact
                                ? "all there are by " + by
                                : "sampled by " + by + " from seed " + std::to_string(ranking.seed);
    return std::to_string(ranking.count) + " worlds, " + how + "; " +
           std::to_string(ranking.coins) + ' ' + by + (ranking.coins == 1 ? " is" : "s are") +
           " uncertain";
}

std::string world_ranking_json(const ActorGraph& graph, const WorldRanking& ranking) {
    const Ranking& plain = ranking.ranking;
    Json json;
    json["network"] = network_json<Json>(plain);
    json["marking"] = std::string(to_string(plain.marking));
    json["measures"] = measures_json<Json>(plain.measures);
    json["worlds"] = heading_json(ranking);
    json["rows"] = ranking_rows_json<Json>(graph, plain);
    for (std::size_t i = 0; i < ranking.rows.size(); ++i)
        json["rows"][i]["worlds"] = row_json(plain.measures, ranking.rows[i]);
    return json.dump(2) + '\n';
}

}  // namespace actormap
