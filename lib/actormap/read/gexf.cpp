// Two walks through the file, as for GraphML: what it declares, then the vertices and edges.
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/gexf_head.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/xml.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace actormap {
namespace {

// What GEXF 1.1 to 1.3 know. Groups have nothing in them but what is read one by one.
constexpr std::array<std::string_view, 8> vertex_attributes{
    "id", "label", "pid", "parentId", "start", "end", "startopen", "endopen"};
constexpr std::array<std::string_view, 11> edge_attributes{"id",   "source",    "target", "type",
                                                           "kind", "label",     "weight", "start",
                                                           "end",  "startopen", "endopen"};
constexpr std::array<std::string_view, 8> value_attributes{
    "for", "id", "value", "start", "end", "startopen", "endopen", "timestamp"};
constexpr std::array<std::string_view, 5> groups{"attvalues", "spells", "parents", "nodes",
                                                 "edges"};

/// A time of day that is the beginning of its day says no more than the day.
std::string without_midnight(std::string_view text) {
    constexpr std::size_t day = std::string_view("2010-01-31").size();
    const bool timed = text.size() > day && text[day] == 'T';
    const bool midnight =
        timed && text.substr(day).find_first_not_of("T0:.Z+") == std::string_view::npos;
    return std::string(midnight ? text.substr(0, day) : text);
}

/// "#rrggbb", of the whole numbers in `r`, `g` and `b`, or of `hex`; else nothing.
std::string color_of(const XmlElement& element) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (const auto hex = element.find("hex")) {
        const bool good = hex->size() == 7 && hex->starts_with('#') &&
                          hex->find_first_not_of("0123456789abcdefABCDEF", 1) == hex->npos;
        return good ? std::string(*hex) : std::string();
    }
    std::string color = "#";
    for (const char* const part : {"r", "g", "b"}) {
        const auto value = parse_count(element.find(part).value_or(""));
        if (!value || *value > 255) return {};
        color += digits[*value / 16];
        color += digits[*value % 16];
    }
    return color;
}

class RecordWalk : public XmlHandler {
  public:
    RecordWalk(const GexfHead& head, GraphRecords& records, XmlAllowance& allowance,
               const XmlReport& report)
        : head_(head), records_(records), allowance_(allowance), report_(report) {}

    void begin(const XmlElement& element) override {
        const Part inside = open_.empty() ? Part::other : open_.back();
        const std::string_view name = element.name;
        Part part = Part::other;
        if (name == "node")
            part = Part::vertex;
        else if (name == "edge")
            part = Part::edge;
        else if (name == "meta")
            part = Part::skipped;
        if (inside == Part::skipped) part = Part::skipped;
        open_.push_back(part);
        if (part == Part::vertex) begin_vertex(element);
        if (part == Part::edge) begin_edge(element);
        if (part == Part::other && !records_open_.empty()) detail(element);
    }

    void text(std::string_view) override {}

    void end() override {
        const Part part = open_.back();
        open_.pop_back();
        if (part != Part::vertex && part != Part::edge) return;
        auto [record, vertex, id, looks] = std::move(records_open_.back());
        records_open_.pop_back();
        for (auto& [name, value] : looks) add(record, name, std::move(value));
        if (!head_.own) record.add_missing(vertex ? head_.of_vertices : head_.of_edges);
        if (vertex)
            records_.vertex(record.take());
        else
            records_.edge(record.take());
    }

  private:
    enum class Part { other, vertex, edge, skipped };
    /// A vertex or an edge whose end tag has not come.
    struct Open {
        XmlRecord record;
        bool vertex = true;
        std::string id;
        std::vector<JsonMember> looks;  ///< place, size and colour, behind what has their names
    };

    void begin_vertex(const XmlElement& element) {
        // Vertices may stand in the one that they are parts of.
        std::string parent;
        if (!records_open_.empty() && records_open_.back().vertex) parent = records_open_.back().id;
        records_open_.push_back({XmlRecord(element.spot, report_.file, allowance_),
                                 true,
                                 std::string(element.find("id").value_or("")),
                                 {}});
        count_attributes(element, vertex_attributes, report_);
        give(element, "id", "id");
        give(element, "label", "label");
        if (head_.own) return;
        give(element, "pid", "parent");
        give(element, "parentId", "parent");
        if (!parent.empty())
            add(records_open_.back().record, "parent", text_value(parent, element.spot));
        give_time(element);
    }

    void begin_edge(const XmlElement& element) {
        records_open_.push_back({XmlRecord(element.spot, report_.file, allowance_), false, {}, {}});
        count_attributes(element, edge_attributes, report_);
        give(element, "source", "source");
        give(element, "target", "target");
        give(element, "weight", "weight", XmlType::number);
        if (head_.own) return;  // the rest says again what its values say, for other programs
        give(element, "id", "id");
        give(element, "label", "label");
        const std::string_view word = element.find("type").value_or("");
        const bool known = word == "directed" || word == "undirected" || word == "mutual";
        if (known ? word != "directed" : !head_.directed)
            add(records_open_.back().record, "directed",
                *typed_value(XmlType::boolean, "false", element.spot));
        if (!known && !word.empty()) give(element, "type", "type");  // NetworkX's own types
        give(element, "kind", "type");
        give_time(element);
    }

    /// What stands within a vertex or an edge.
    void detail(const XmlElement& element) {
        const std::string_view name = element.name;
        if (name == "attvalue") return value(element);
        if (head_.own) return;
        if (name == "spell") return report_.count(element.spot, "a spell, one of several times");
        if (name == "parent") return give(element, "for", "parent");
        if (name == "color") {
            const std::string color = color_of(element);
            if (color.empty()) return report_.count(element.spot, "a colour that is none");
            look("color", text_value(color, element.spot));
        } else if (name == "position") {
            for (const char* const axis : {"x", "y", "z"}) look(axis, element, axis);
        } else if (name == "size" || name == "thickness") {
            look(name, element, "value");
        } else if (name == "shape") {
            look(name, text_value(std::string(element.find("value").value_or("")), element.spot));
        } else if (std::find(groups.begin(), groups.end(), name) == groups.end()) {
            report_.count(element.spot, "an element " + quote(name));
        }
    }

    void value(const XmlElement& element) {
        Open& open = records_open_.back();
        const auto id = element.find("for") ? element.find("for") : element.find("id");
        const auto& keys = open.vertex ? head_.vertex_keys : head_.edge_keys;
        const auto at = keys.find(std::string(id.value_or("")));
        count_attributes(element, value_attributes, report_);
        if (at == keys.end())
            return report_.error("gexf-attribute", element.spot,
                                 "a value is for the attribute " + quote(id.value_or("")) +
                                     ", which is not declared; declare it");
        const bool timed = element.find("start") || element.find("end") ||
                           element.find("startopen") || element.find("endopen") ||
                           element.find("timestamp");
        if (timed)
            report_.count(element.spot,
                          "a value of " + quote(at->second.name) + " that holds for a time");
        if (timed && open.record.has(at->second.name)) return;
        const std::string text(element.find("value").value_or(""));
        if (auto typed = typed_value(at->second.type, text, element.spot))
            add(open.record, at->second.name, *std::move(typed));
    }

    void add(XmlRecord& record, const std::string& name, JsonValue value) {
        add_xml_value(name, std::move(value), head_.own, record, report_);
    }
    /// Hands over what an attribute of the element says, if it says anything.
    void give(const XmlElement& element, const char* attribute, const char* name,
              XmlType type = XmlType::text) {
        const std::string text(element.find(attribute).value_or(""));
        if (text.empty()) return;
        if (auto typed = typed_value(type, text, element.spot))
            add(records_open_.back().record, name, *std::move(typed));
    }
    void give_time(const XmlElement& element) {
        for (const auto& [theirs, ours] :
             {std::pair{"start", "start"}, std::pair{"end", "stop"},
              std::pair{"startopen", "start"}, std::pair{"endopen", "stop"}}) {
            if (const auto time = element.find(theirs))
                add(records_open_.back().record, ours,
                    text_value(without_midnight(*time), element.spot));
        }
    }
    void look(std::string_view name, const XmlElement& element, std::string_view attribute) {
        const std::string text(element.find(attribute).value_or(""));
        if (auto typed = typed_value(XmlType::number, text, element.spot))
            look(name, *std::move(typed));
    }
    void look(std::string_view name, JsonValue value) {
        records_open_.back().looks.push_back({std::string(name), std::move(value)});
    }

    const GexfHead& head_;
    GraphRecords& records_;
    XmlAllowance& allowance_;
    const XmlReport& report_;
    std::vector<Part> open_;
    std::vector<Open> records_open_;
};

}  // namespace

void read_gexf(std::string_view content, const std::string& file, const ColumnMap& columns,
               GraphBuilder& builder, Diagnostics& diagnostics) {
    const XmlReport report{file, builder.findings(), diagnostics};
    XmlAllowance allowance(content.size());
    GexfHead head = read_gexf_head(content, allowance, report);
    GraphRecords records(builder, diagnostics, file, "gexf", columns);
    records.graph(std::move(head.graph));
    RecordWalk walk(head, records, allowance, report);
    read_xml(content, file, walk);
}

}  // namespace actormap
