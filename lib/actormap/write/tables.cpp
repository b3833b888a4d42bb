#include <actormap/base/csv.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/native.hpp>

#include <string_view>
#include <utility>

namespace actormap {
namespace {

/// A name of the header: bare where it is one of the program's own words, so that other programs
/// see plain names.
std::string header_cell(const std::string& name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    for (const char c : name) {
        if (!plain(c)) return csv_text(name);
    }
    return name;
}

std::string header(std::string text, const std::vector<GraphColumn>& columns) {
    for (const GraphColumn& column : columns) text += ',' + header_cell(column.name);
    return text + '\n';
}

void add_cells(std::string& text, const std::vector<GraphColumn>& columns,
               const GraphCells& cells) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        text += ',';
        if (!cells[c]) continue;
        const bool words = columns[c].kind == CellKind::text || columns[c].kind == CellKind::json;
        text += words ? csv_text(*cells[c]) : *cells[c];
    }
    text += '\n';
}

/// A list of native records as a member of the document, or nothing if there are none.
template <typename Records>
std::string list(const ActorGraph& graph, std::string_view name, const Records& records) {
    if (records.empty()) return {};
    std::vector<std::string> lines;
    for (const auto& record : records) lines.push_back("\n    " + native_record(graph, record));
    return ",\n  " + json_string(name) + ": [" + join(lines, ",") + "\n  ]";
}

}  // namespace

std::string write_node_table(const GraphTable& table, Losses& /*losses*/) {
    std::string text = header("id", table.vertex_columns());
    const auto entities = table.graph().entities();
    for (std::size_t e = 0; e < entities.size(); ++e) {
        text += csv_text(entities[e].id);
        add_cells(text, table.vertex_columns(), table.cells(static_cast<EntityId>(e)));
    }
    return text;
}

std::string write_edge_table(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = header("source,target", table.edge_columns());
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        text += csv_text(graph[relation.from].id) + ',' + csv_text(graph[relation.to].id);
        add_cells(text, table.edge_columns(), table.cells(static_cast<RelationId>(r)));
    }
    return text;
}

std::string write_sources_file(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = "{ \"actormap\": 1";
    const auto member = [&](std::string_view name, std::string_view json) {
        text += ",\n  " + json_string(name) + ": ";
        text += json;
    };
    if (!graph.title().empty()) member("title", json_string(graph.title()));
    if (!graph.as_of().empty()) member("as_of", json_string(to_string(graph.as_of())));
    for (const Property& property : graph.properties()) member(property.name, property.json);
    text += list(graph, "speakers", graph.speakers());
    text += list(graph, "sources", graph.sources());
    text += list(graph, "judgements", graph.judgements());
    return text + "\n}\n";
}

}  // namespace actormap
