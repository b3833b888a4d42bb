#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/groups.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

/// "malware 12, tool 3": the most frequent type first.
std::string types(const ActorGraph& graph, const Group& group) {
    std::map<std::string, std::size_t> counts;
    for (const EntityId id : group.members) ++counts[graph[id].type];
    std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> words;
    for (const auto& [type, count] : order) words.push_back(fmt::format("{} {}", type, count));
    return join(words, ", ");
}

std::string first_names(const ActorGraph& graph, const Group& group, std::size_t names) {
    std::vector<std::string> words;
    for (const EntityId id : group.members) {
        if (words.size() == names) break;
        words.push_back(graph[id].name);
    }
    std::string text = join(words, ", ");
    if (group.members.size() > names) text += fmt::format(", +{}", group.members.size() - names);
    return text;
}

std::string sizes(const std::vector<std::size_t>& pieces) {
    std::vector<std::string> words;
    for (const std::size_t size : pieces) words.push_back(std::to_string(size));
    return join(words, " ");
}

/// The types of an edge's relations, each once.
std::string relation_types(const ActorGraph& graph, const ViewEdge& edge) {
    std::vector<std::string> words;
    for (const RelationId id : edge.relations) words.push_back(graph[id].type.str());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return join(words, " ");
}

Json head(const std::string& by, std::size_t vertices, std::size_t edges, Tlp marking) {
    return {{"by", by},
            {"network", {{"vertices", vertices}, {"edges", edges}}},
            {"marking", std::string(to_string(marking))}};
}

}  // namespace

Table groups_table(const ActorGraph& graph, const Groups& groups, std::size_t names) {
    const bool cores = groups.options.by == Grouping::cores;
    Table table{{{cores ? "core" : "group", true},
                 {"size", true},
                 {"inside", true},
                 {"outside", true},
                 {"types"},
                 {"members"}},
                {}};
    for (const Group& group : groups.groups)
        table.rows.push_back({std::to_string(group.number), std::to_string(group.members.size()),
                              std::to_string(group.inside), std::to_string(group.outside),
                              types(graph, group), first_names(graph, group, names)});
    return table;
}

Table members_table(const ActorGraph& graph, const Groups& groups) {
    const bool cores = groups.options.by == Grouping::cores;
    Table table{{{cores ? "core" : "group", true}, {"size", true}, {"id"}, {"name"}, {"type"}}, {}};
    for (const Group& group : groups.groups) {
        for (const EntityId id : group.members) {
            const Entity& entity = graph[id];
            table.rows.push_back({std::to_string(group.number),
                                  std::to_string(group.members.size()), entity.id, entity.name,
                                  entity.type});
        }
    }
    return table;
}

std::string groups_json(const ActorGraph& graph, const Groups& groups) {
    Json json = head(std::string(to_string(groups.options.by)), groups.vertices, groups.edges,
                     groups.marking);
    if (const auto& found = groups.communities) {
        const GroupsOptions& options = groups.options;
        const bool modularity = options.communities.quality == Quality::modularity;
        json["method"] = options.method == CommunityMethod::leiden ? "leiden" : "louvain";
        json["quality"] = {{"measure", modularity ? "modularity" : "cpm"},
                           {"resolution", found->resolution},
                           {"value", found->quality}};
        json["seed"] = options.communities.seed;
        json["converged"] = found->converged;
    }
    json["groups"] = Json::array();
    for (const Group& group : groups.groups) {
        Json members = Json::array();
        for (const EntityId id : group.members) members.push_back(entity_json<Json>(graph, id));
        json["groups"].push_back({{"number", group.number},
                                  {"size", group.members.size()},
                                  {"inside", group.inside},
                                  {"outside", group.outside},
                                  {"members", members}});
    }
    return json.dump(2) + '\n';
}

Table breaking_points_table(const ActorGraph& graph, const Breaks& breaks) {
    Table table{{{"id"}, {"name"}, {"type"}, {"cut off", true}, {"pieces"}}, {}};
    for (const BreakingPoint& point : breaks.points) {
        const Entity& entity = graph[point.entity];
        table.rows.push_back({entity.id, entity.name, entity.type, std::to_string(point.cut_off()),
                              sizes(point.pieces)});
    }
    return table;
}

Table bridges_table(const ActorGraph& graph, const Breaks& breaks) {
    Table table{{{"near"}, {"relations"}, {"far"}, {"cut off", true}, {"confidence", true}}, {}};
    for (const BreakingEdge& bridge : breaks.bridges) {
        const auto& confidence = bridge.edge->confidence;
        table.rows.push_back({graph[bridge.near].id, relation_types(graph, *bridge.edge),
                              graph[bridge.far].id, std::to_string(bridge.cut_off),
                              confidence ? std::to_string(*confidence) : std::string()});
    }
    return table;
}

std::string breaking_points_json(const ActorGraph& graph, const View& view, const Breaks& breaks) {
    Json json =
        head("articulation-points", view.network.size(), view.network.edges(), view.marking);
    json["points"] = Json::array();
    for (const BreakingPoint& point : breaks.points) {
        Json entry = entity_json<Json>(graph, point.entity);
        entry["cut_off"] = point.cut_off();
        entry["pieces"] = point.pieces;
        json["points"].push_back(std::move(entry));
    }
    return json.dump(2) + '\n';
}

std::string bridges_json(const ActorGraph& graph, const View& view, const Breaks& breaks) {
    Json json = head("bridges", view.network.size(), view.network.edges(), view.marking);
    json["bridges"] = Json::array();
    for (const BreakingEdge& bridge : breaks.bridges) {
        const auto& confidence = bridge.edge->confidence;
        json["bridges"].push_back(
            {{"near", entity_json<Json>(graph, bridge.near)},
             {"far", entity_json<Json>(graph, bridge.far)},
             {"cut_off", bridge.cut_off},
             {"confidence", confidence ? Json(*confidence) : Json()},
             {"disputed", bridge.edge->disputed},
             {"relations", relation_ends_json<Json>(graph, bridge.edge->relations)}});
    }
    return json.dump(2) + '\n';
}

}  // namespace actormap
