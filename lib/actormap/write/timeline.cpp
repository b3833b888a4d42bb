#include <actormap/base/number.hpp>
#include <actormap/write/ranking.hpp>
#include <actormap/write/ranking_json.hpp>
#include <actormap/write/timeline.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

Json step_json(const ActorGraph& graph, TimelineBy by, const TimelineStep& step) {
    Json json{{"when", step.when.name}};
    if (by == TimelineBy::said) {
        json["as_of"] = to_string(step.when.last);
    } else {
        json["since"] = to_string(step.when.first);
        json["until"] = to_string(step.when.last);
    }
    json["network"] = network_json<Json>(step.ranking);
    json["marking"] = std::string(to_string(step.ranking.marking));
    json["undated"] =
        by == TimelineBy::said ? step.counts.undated_claims : step.counts.undated_relations;
    json["undefined"] = measures_json<Json>(step.undefined);
    json["rows"] = ranking_rows_json<Json>(graph, step.ranking);
    return json;
}

}  // namespace

Table timeline_table(const ActorGraph& graph, const Timeline& timeline, int digits) {
    Table table{{{"id"}, {"name"}, {"type"}}, {}};
    std::map<EntityId, std::size_t> row_of;
    for (const EntityId id : timeline.entities) {
        row_of.emplace(id, table.rows.size());
        table.rows.push_back({graph[id].id, graph[id].name, graph[id].type});
    }
    for (const TimelineStep& step : timeline.steps) {
        table.columns.push_back({step.when.name, true});
        for (auto& row : table.rows) row.emplace_back();
        for (const RankingRow& ranked : step.ranking.rows) {
            const double value = ranked.values[0];
            if (!std::isnan(value))
                table.rows[row_of.at(ranked.entity)].back() = rounded(value, digits);
        }
    }
    return table;
}

Table timeline_rows(const ActorGraph& graph, const Timeline& timeline) {
    Table table;
    for (const TimelineStep& step : timeline.steps) {
        Table part = ranking_table(graph, step.ranking);
        if (table.columns.empty()) {
            table.columns = std::move(part.columns);
            table.columns.insert(table.columns.begin(), {"when"});
        }
        for (auto& row : part.rows) {
            row.insert(row.begin(), step.when.name);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::string timeline_json(const ActorGraph& graph, const Timeline& timeline, CalendarUnit unit) {
    Json steps = Json::array();
    for (const TimelineStep& step : timeline.steps)
        steps.push_back(step_json(graph, timeline.by, step));
    Json json;
    json["timeline"] = {{"step", std::string(to_string(unit))},
                        {"by", std::string(to_string(timeline.by))},
                        {"steps", std::move(steps)}};
    json["measures"] = timeline.steps.empty()
                           ? Json::array()
                           : measures_json<Json>(timeline.steps.front().ranking.measures);
    json["marking"] = std::string(to_string(timeline.marking));
    return json.dump(2) + '\n';
}

std::vector<std::string> undefined_notes(const Timeline& timeline) {
    std::vector<std::string> notes;
    if (timeline.steps.empty()) return notes;
    for (const Measure measure : timeline.steps.front().ranking.measures) {
        std::vector<std::string> without;
        for (const TimelineStep& step : timeline.steps) {
            const auto& undefined = step.undefined;
            if (std::find(undefined.begin(), undefined.end(), measure) != undefined.end())
                without.push_back(step.when.name);
        }
        if (!without.empty())
            notes.push_back(std::string(to_string(measure)) + " does not exist in " +
                            std::to_string(without.size()) + " of " +
                            std::to_string(timeline.steps.size()) + " steps, first in " +
                            without.front() + "; it is empty there");
    }
    return notes;
}

}  // namespace actormap
