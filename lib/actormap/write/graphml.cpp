#include <actormap/write/generic_formats.hpp>
#include <actormap/write/xml_text.hpp>

#include <string_view>

namespace actormap {
namespace {

std::string_view type_of(CellKind kind) {
    switch (kind) {
        case CellKind::integer:
            return "long";
        case CellKind::real:
            return "double";
        case CellKind::boolean:
            return "boolean";
        case CellKind::text:
        case CellKind::json:
            break;
    }
    return "string";
}

/// The columns of what stands at the graph, at vertices or at edges, and the number of the first
/// of them among all keys.
struct Keys {
    const std::vector<GraphColumn>& columns;
    std::size_t first;
};

class GraphmlWriter {
  public:
    explicit GraphmlWriter(const GraphTable& table)
        : table_(table),
          graph_keys_{table.graph_columns(), 0},
          vertex_keys_{table.vertex_columns(), graph_keys_.columns.size()},
          edge_keys_{table.edge_columns(), vertex_keys_.first + vertex_keys_.columns.size()} {}

    [[nodiscard]] std::string document() {
        text_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
            "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
            "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
            "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
        write_keys("graph", graph_keys_);
        write_keys("node", vertex_keys_);
        write_keys("edge", edge_keys_);
        text_ += "  <graph edgedefault=\"directed\">\n";
        write_data(graph_keys_, table_.graph_cells(), "    ");
        const ActorGraph& graph = table_.graph();
        for (std::size_t e = 0; e < graph.entities().size(); ++e) {
            text_ += "    <node id=\"" + xml_.attribute(graph.entities()[e].id) + "\">\n";
            write_data(vertex_keys_, table_.cells(static_cast<EntityId>(e)), "      ");
            text_ += "    </node>\n";
        }
        for (std::size_t r = 0; r < graph.relations().size(); ++r) {
            const Relation& relation = graph.relations()[r];
            text_ += "    <edge source=\"" + xml_.attribute(graph[relation.from].id) +
                     "\" target=\"" + xml_.attribute(graph[relation.to].id) + "\">\n";
            write_data(edge_keys_, table_.cells(static_cast<RelationId>(r)), "      ");
            text_ += "    </edge>\n";
        }
        return std::move(text_) + "  </graph>\n</graphml>\n";
    }

    [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }

  private:
    void write_keys(std::string_view owner, const Keys& keys) {
        for (std::size_t c = 0; c < keys.columns.size(); ++c) {
            const GraphColumn& column = keys.columns[c];
            text_ += "  <key id=\"d" + std::to_string(keys.first + c) + "\" for=\"";
            text_ += owner;
            text_ += "\" attr.name=\"" + xml_.attribute(column.name) + "\" attr.type=\"";
            text_ += type_of(column.kind);
            text_ += "\"/>\n";
        }
    }

    void write_data(const Keys& keys, const GraphCells& cells, std::string_view indent) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (!cells[c]) continue;
            text_ += indent;
            text_ += "<data key=\"d" + std::to_string(keys.first + c) + "\">";
            text_ += xml_.data(*cells[c]) + "</data>\n";
        }
    }

    const GraphTable& table_;
    Keys graph_keys_, vertex_keys_, edge_keys_;
    XmlText xml_;
    std::string text_;
};

}  // namespace

std::string write_graphml(const GraphTable& table, Losses& losses) {
    GraphmlWriter writer(table);
    std::string text = writer.document();
    losses.add("control characters", writer.replaced());
    return text;
}

}  // namespace actormap
