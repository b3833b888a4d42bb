#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace actormap {
namespace {

/// The text as a quoted string. Of two backslashes Graphviz keeps both, so that one can be told
/// from that of an escape. A line end as it is would be lost where a quote or a backslash follows.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\n') {
            result += "\\n";
        } else {
            if (c == '\\' || c == '"') result += '\\';
            result += c;
        }
    }
    return result + '"';
}

/// The text as a name of a graph or a vertex. One that begins with % would be a secret of
/// Graphviz's, which it replaces by a number.
std::string quoted_id(std::string_view text) {
    std::string result = quoted(text);
    if (text.starts_with('%')) result.insert(1, 1, '\\');
    return result;
}

/// The name of an attribute, bare where DOT allows it.
std::string attribute_name(std::string_view name) {
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    // Those of DOT's own words that are spelt like a name.
    constexpr std::string_view own[] = {"node", "edge", "graph", "digraph", "subgraph", "strict"};
    const bool bare = std::all_of(name.begin(), name.end(), is_word) &&
                      std::find(std::begin(own), std::end(own), name) == std::end(own);
    return bare ? std::string(name) : quoted(name);
}

std::string attributes(const std::vector<GraphColumn>& columns, const GraphCells& cells) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (cells[c]) parts.push_back(attribute_name(columns[c].name) + '=' + quoted(*cells[c]));
    }
    return '[' + join(parts, ", ") + "];\n";
}

}  // namespace

std::string write_dot(const GraphTable& table, Losses& /*losses*/) {
    const ActorGraph& graph = table.graph();
    std::string text = "digraph " + quoted_id(graph.title()) + " {\n  graph " +
                       attributes(table.graph_columns(), table.graph_cells());
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        text += "  " + quoted_id(graph.entities()[e].id) + ' ' +
                attributes(table.vertex_columns(), table.cells(static_cast<EntityId>(e)));
    }
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        text += "  " + quoted_id(graph[relation.from].id) + " -> " +
                quoted_id(graph[relation.to].id) + ' ' +
                attributes(table.edge_columns(), table.cells(static_cast<RelationId>(r)));
    }
    return text + "}\n";
}

}  // namespace actormap
