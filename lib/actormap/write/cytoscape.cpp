#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/graph_cells.hpp>

#include <algorithm>
#include <string_view>

namespace actormap {
namespace {

/// What the ids of edges begin with: an "e", and as many "_" as it takes for no entity to be
/// called like an edge.
std::string edge_prefix(const ActorGraph& graph) {
    std::string prefix = "e";
    const auto clashes = [&](const Entity& entity) {
        std::string_view id = entity.id;
        if (!id.starts_with(prefix)) return false;
        id.remove_prefix(prefix.size());
        return !id.empty() && id.find_first_not_of("0123456789") == std::string_view::npos;
    };
    while (std::any_of(graph.entities().begin(), graph.entities().end(), clashes)) prefix += '_';
    return prefix;
}

/// The columns of the vertices, the name called `name`.
std::vector<GraphColumn> named(std::vector<GraphColumn> columns) {
    for (GraphColumn& column : columns) {
        if (column.name == "label") column.name = "name";
    }
    return columns;
}

std::string position(const EntityLook& look) {
    if (!look.x || !look.y) return {};
    const double down = *look.y == 0 ? 0 : -*look.y;  // no -0
    return ", \"position\": {\"x\": " + rounded(*look.x, 6) + ", \"y\": " + rounded(down, 6) + '}';
}

std::string color(const EntityLook& look) {
    return look.color.empty() ? std::string() : ", \"color\": " + json_string(look.color);
}

}  // namespace

std::string write_cytoscape(const GraphTable& table, const std::vector<EntityLook>& looks,
                            Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    const std::vector<GraphColumn> columns = named(table.vertex_columns());
    const std::string prefix = edge_prefix(graph);
    std::string text =
        "{\"format_version\": \"1.0\", \"generated_by\": \"actormap\",\n\"data\": {" +
        json_members(table.graph_columns(), table.graph_cells()) +
        "},\n\"elements\": {\"nodes\": [";
    const char* before = "\n";
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        text += before;
        before = ",\n";
        text += "  {\"data\": {\"id\": " + json_string(graph.entities()[e].id) + ", " +
                json_members(columns, table.cells(static_cast<EntityId>(e)));
        text += looks.empty() ? "}}" : color(looks[e]) + '}' + position(looks[e]) + '}';
    }
    text += "\n], \"edges\": [";
    before = "\n";
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        text += before;
        before = ",\n";
        text += "  {\"data\": {\"id\": " + json_string(prefix + std::to_string(r)) +
                ", \"source\": " + json_string(graph[relation.from].id) +
                ", \"target\": " + json_string(graph[relation.to].id) + ", " +
                json_members(table.edge_columns(), table.cells(static_cast<RelationId>(r))) + "}}";
    }
    return text + "\n]}}\n";
}

}  // namespace actormap
