#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/graph_cells.hpp>

#include <map>
#include <utility>

namespace actormap {

std::string write_node_link(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = "{\"directed\": true, \"multigraph\": true,\n\"graph\": {" +
                       json_members(table.graph_columns(), table.graph_cells()) +
                       "},\n\"nodes\": [";
    const auto record = [&](const std::string& members, std::string_view more) {
        text += "\n  {" + members;
        if (!more.empty()) (text += ", ") += more;
        text += "},";
    };
    const auto close = [&] {
        if (text.back() == ',') text.back() = '\n';
        text += ']';
    };
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        record("\"id\": " + json_string(graph.entities()[e].id),
               json_members(table.vertex_columns(), table.cells(static_cast<EntityId>(e))));
    }
    close();
    text += ",\n\"links\": [";
    std::map<std::pair<EntityId, EntityId>, std::size_t> parallel;
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        const std::size_t key = parallel[{relation.from, relation.to}]++;
        record("\"source\": " + json_string(graph[relation.from].id) + ", \"target\": " +
                   json_string(graph[relation.to].id) + ", \"key\": " + std::to_string(key),
               json_members(table.edge_columns(), table.cells(static_cast<RelationId>(r))));
    }
    close();
    return text + "}\n";
}

}  // namespace actormap
