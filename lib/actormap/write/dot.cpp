#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>

#include <string_view>
#include <vector>

namespace actormap {
namespace {

/// The text as a quoted string. Of two backslashes Graphviz keeps both, so the next character means
/// itself whatever it is.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\\' || c == '"') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string attributes(const std::vector<GraphColumn>& columns, const GraphCells& cells) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (cells[c]) parts.push_back(quoted(columns[c].name) + '=' + quoted(*cells[c]));
    }
    return '[' + join(parts, ", ") + "];\n";
}

}  // namespace

std::string write_dot(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = "digraph " + quoted(graph.title()) + " {\n  graph " +
                       attributes(table.graph_columns(), table.graph_cells());
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        text += "  " + quoted(graph.entities()[e].id) + ' ' +
                attributes(table.vertex_columns(), table.cells(static_cast<EntityId>(e)));
    }
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        text += "  " + quoted(graph[relation.from].id) + " -> " + quoted(graph[relation.to].id) +
                ' ' + attributes(table.edge_columns(), table.cells(static_cast<RelationId>(r)));
    }
    return text + "}\n";
}

}  // namespace actormap
