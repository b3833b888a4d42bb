#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/severance.hpp>

#include <nlohmann/json.hpp>

#include <vector>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

/// "a uses b" for each relation of an edge.
std::vector<std::string> relations(const ActorGraph& graph, const ViewEdge& edge) {
    std::vector<std::string> texts;
    for (const RelationId id : edge.relations) {
        const Relation& relation = graph[id];
        texts.push_back(graph[relation.from].id + ' ' + relation.type.str() + ' ' +
                        graph[relation.to].id);
    }
    return texts;
}

}  // namespace

Table severance_table(const ActorGraph& graph, const View& view, const Severance& severance,
                      bool entities) {
    if (entities) {
        Table table{{{"id"}, {"name"}, {"type"}}, {}};
        for (const EntityId id : severance.entities)
            table.rows.push_back({graph[id].id, graph[id].name, graph[id].type});
        return table;
    }
    Table table{{{"from"}, {"to"}, {"relations"}, {"confidence", true}}, {}};
    for (const ViewEdge* edge : severance.edges) {
        const auto& confidence = edge->confidence;
        table.rows.push_back({graph[view.entities[edge->from]].name,
                              graph[view.entities[edge->to]].name,
                              join(relations(graph, *edge), "; "),
                              confidence ? std::to_string(*confidence) : std::string()});
    }
    return table;
}

std::string severance_json(const ActorGraph& graph, const View& view, const Severance& severance,
                           bool entities) {
    Json list = Json::array();
    for (const EntityId id : severance.entities) list.push_back(entity_json<Json>(graph, id));
    for (const ViewEdge* edge : severance.edges) {
        const auto& confidence = edge->confidence;
        list.push_back({{"from", graph[view.entities[edge->from]].id},
                        {"to", graph[view.entities[edge->to]].id},
                        {"confidence", confidence ? Json(*confidence) : Json()},
                        {"relations", relation_ends_json<Json>(graph, edge->relations)}});
    }
    const Json json{{"cut", {{"value", severance.value}, {entities ? "entities" : "edges", list}}},
                    {"marking", std::string(to_string(view.marking))}};
    return json.dump(2) + '\n';
}

}  // namespace actormap
