#include <actormap/write/generic_formats.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace actormap {
namespace {

std::string quoted(std::string_view text) {
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string_view suffix_of(CellKind kind) {
    switch (kind) {
        case CellKind::integer:
            return ":long";
        case CellKind::real:
            return ":double";
        case CellKind::boolean:
            return ":boolean";
        case CellKind::text:
        case CellKind::json:
            break;
    }
    return {};  // a string
}

/// The header. A name ends at a colon, and options begin at a brace; what becomes of a name may be
/// that of another column.
std::string header(std::string text, const std::vector<GraphColumn>& columns,
                   std::string_view type_field) {
    std::set<std::string> used{"id"};
    for (const GraphColumn& column : columns) {
        text += ',';
        if (column.name == "type") {
            text += type_field;
            continue;
        }
        std::string name = column.name;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return c == ':' || c == '{' || c == '}'; }, '_');
        while (!used.insert(name).second) name += '_';
        name += suffix_of(column.kind);
        text += name.find(',') == std::string::npos ? name : quoted(name);
    }
    // Without a record no column is used; the field must be there all the same.
    if (columns.empty()) (text += ',') += type_field;
    return text + '\n';
}

void add_cells(std::string& text, const std::vector<GraphColumn>& columns,
               const GraphCells& cells) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        text += ',';
        if (!cells[c]) continue;
        const bool words = columns[c].kind == CellKind::text || columns[c].kind == CellKind::json;
        text += words ? quoted(*cells[c]) : *cells[c];
    }
    text += '\n';
}

}  // namespace

std::string write_neo4j_nodes(const GraphTable& table, Losses& losses) {
    const ActorGraph& graph = table.graph();
    losses.add("titles", graph.title().empty() ? 0 : 1);
    losses.add("as-of dates", graph.as_of().empty() ? 0 : 1);
    losses.add("properties of the graph", graph.properties().size());
    losses.add("speakers", graph.speakers().size());
    losses.add("sources", graph.sources().size());
    losses.add("judgements", graph.judgements().size());
    std::string text = header("id:ID", table.vertex_columns(), ":LABEL");
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        text += quoted(graph.entities()[e].id);
        add_cells(text, table.vertex_columns(), table.cells(static_cast<EntityId>(e)));
    }
    return text;
}

std::string write_neo4j_relationships(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = header(":START_ID,:END_ID", table.edge_columns(), ":TYPE");
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        text += quoted(graph[relation.from].id) + ',' + quoted(graph[relation.to].id);
        add_cells(text, table.edge_columns(), table.cells(static_cast<RelationId>(r)));
    }
    return text;
}

}  // namespace actormap
