#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/graph_cells.hpp>
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

/// What is said of the graph as one JSON object: the lists that columns hold as JSON, and the
/// properties, are members of it.
std::string description_of(const GraphTable& table) {
    constexpr std::string_view suffix = "_json";
    std::string members;
    const std::vector<GraphColumn>& columns = table.graph_columns();
    const GraphCells cells = table.graph_cells();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!cells[c]) continue;
        const auto& [name, kind] = columns[c];
        if (!members.empty()) members += ", ";
        if (name == "properties_json") {
            members += std::string_view(*cells[c]).substr(1, cells[c]->size() - 2);
            continue;
        }
        const std::string_view word(name);
        members += json_string(word.ends_with(suffix) ? word.substr(0, word.size() - suffix.size())
                                                      : word);
        members += ": " + cell_json(kind, *cells[c]);
    }
    return '{' + members + '}';
}

/// Columns that GEXF has attributes of its own for, and which stand nowhere else.
enum class Place { values, label, weight };

Place place_of(const GraphColumn& column, bool vertex) {
    const bool number = column.kind == CellKind::integer || column.kind == CellKind::real;
    if (vertex && column.name == "label") return Place::label;
    if (!vertex && column.name == "weight" && number) return Place::weight;
    return Place::values;
}

class GexfWriter {
  public:
    GexfWriter(const GraphTable& table, const std::vector<EntityLook>& looks)
        : table_(table), looks_(looks) {}

    [[nodiscard]] std::string document() {
        text_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
            "version=\"1.3\">\n"
            "  <meta>\n    <creator>actormap</creator>\n    <description>";
        text_ += xml_.data(description_of(table_)) + "</description>\n  </meta>\n";
        text_ += "  <graph defaultedgetype=\"directed\" mode=\"static\">\n";
        declare("node", table_.vertex_columns(), true);
        declare("edge", table_.edge_columns(), false);
        const ActorGraph& graph = table_.graph();
        text_ += "    <nodes>\n";
        for (std::size_t e = 0; e < graph.entities().size(); ++e) write_node(e);
        text_ += "    </nodes>\n    <edges>\n";
        for (std::size_t r = 0; r < graph.relations().size(); ++r) write_edge(r);
        return std::move(text_) + "    </edges>\n  </graph>\n</gexf>\n";
    }

    [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }

  private:
    void declare(std::string_view owner, const std::vector<GraphColumn>& columns, bool vertex) {
        text_ += "    <attributes class=\"";
        text_ += owner;
        text_ += "\" mode=\"static\">\n";
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (place_of(columns[c], vertex) != Place::values) continue;
            text_ += "      <attribute id=\"" + std::to_string(c) + "\" title=\"" +
                     xml_.attribute(columns[c].name) + "\" type=\"";
            text_ += type_of(columns[c].kind);
            text_ += "\"/>\n";
        }
        text_ += "    </attributes>\n";
    }

    void write_node(std::size_t number) {
        const Entity& entity = table_.graph().entities()[number];
        text_ += "      <node id=\"" + xml_.attribute(entity.id) + "\" label=\"" +
                 xml_.attribute(entity.name) + "\">\n";
        write_values(table_.vertex_columns(), table_.cells(static_cast<EntityId>(number)), true);
        if (!looks_.empty()) write_look(looks_[number]);
        text_ += "      </node>\n";
    }

    void write_edge(std::size_t number) {
        const Relation& relation = table_.graph().relations()[number];
        const std::vector<GraphColumn>& columns = table_.edge_columns();
        const GraphCells cells = table_.cells(static_cast<RelationId>(number));
        text_ += "      <edge id=\"" + std::to_string(number) + "\" source=\"" +
                 xml_.attribute(table_.graph()[relation.from].id) + "\" target=\"" +
                 xml_.attribute(table_.graph()[relation.to].id) + "\" label=\"" +
                 xml_.attribute(relation.type.str()) + '"';
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (cells[c] && place_of(columns[c], false) == Place::weight)
                text_ += " weight=\"" + *cells[c] + '"';
        }
        text_ += ">\n";
        write_values(columns, cells, false);
        text_ += "      </edge>\n";
    }

    void write_values(const std::vector<GraphColumn>& columns, const GraphCells& cells,
                      bool vertex) {
        text_ += "        <attvalues>\n";
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (!cells[c] || place_of(columns[c], vertex) != Place::values) continue;
            text_ += "          <attvalue for=\"" + std::to_string(c) + "\" value=\"" +
                     xml_.attribute(*cells[c]) + "\"/>\n";
        }
        text_ += "        </attvalues>\n";
    }

    void write_look(const EntityLook& look) {
        if (look.color.size() == 7) {
            const auto part = [&](std::size_t at) {
                return std::to_string(std::stoi(look.color.substr(at, 2), nullptr, 16));
            };
            text_ += "        <viz:color r=\"" + part(1) + "\" g=\"" + part(3) + "\" b=\"" +
                     part(5) + "\"/>\n";
        }
        if (look.x && look.y)
            text_ += "        <viz:position x=\"" + rounded(*look.x, 6) + "\" y=\"" +
                     rounded(*look.y, 6) + "\" z=\"0\"/>\n";
    }

    const GraphTable& table_;
    const std::vector<EntityLook>& looks_;
    XmlText xml_;
    std::string text_;
};

}  // namespace

std::string write_gexf(const GraphTable& table, const std::vector<EntityLook>& looks,
                       Losses& losses) {
    GexfWriter writer(table, looks);
    std::string text = writer.document();
    losses.add("control characters", writer.replaced());
    return text;
}

}  // namespace actormap
