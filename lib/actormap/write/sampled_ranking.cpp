#include <actormap/write/ranking.hpp>
#include <actormap/write/ranking_json.hpp>
#include <actormap/write/sampled_ranking.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace actormap {
namespace {

constexpr const char* method = "sampled shortest paths";

}  // namespace

Table sampled_ranking_table(const ActorGraph& graph, const SampledRanking& ranking,
                            std::optional<int> digits) {
    Table table = ranking_table(graph, ranking.ranking, digits);
    if (digits) return table;
    table.columns.push_back({"method"});
    for (const char* name : {"epsilon", "probability", "error", "samples", "seed"})
        table.columns.push_back({name, true});
    for (auto& cells : table.rows) {
        cells.emplace_back(method);
        for (const double value : {ranking.epsilon, ranking.probability, ranking.error})
            cells.push_back(fmt::format("{}", value));
        cells.push_back(std::to_string(ranking.samples));
        cells.push_back(std::to_string(ranking.seed));
    }
    return table;
}

std::string sampling_line(const SampledRanking& ranking) {
    return "betweenness is approximate: with probability " +
           fmt::format("{}", ranking.probability) + " every value is off by less than " +
           fmt::format("{}", ranking.error) + " (epsilon " + fmt::format("{}", ranking.epsilon) +
           "); " + std::to_string(ranking.samples) + ' ' + method + ", seed " +
           std::to_string(ranking.seed);
}

std::string sampled_ranking_json(const ActorGraph& graph, const SampledRanking& ranking) {
    using Json = nlohmann::ordered_json;
    const Ranking& plain = ranking.ranking;
    Json json;
    json["network"] = network_json<Json>(plain);
    json["marking"] = std::string(to_string(plain.marking));
    json["measures"] = measures_json<Json>(plain.measures);
    json["approximate"] = {{"method", method},
                           {"epsilon", ranking.epsilon},
                           {"probability", ranking.probability},
                           {"error", ranking.error},
                           {"samples", ranking.samples},
                           {"seed", ranking.seed}};
    json["rows"] = ranking_rows_json<Json>(graph, plain);
    return json.dump(2) + '\n';
}

}  // namespace actormap
