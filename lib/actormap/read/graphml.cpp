// Two walks through the file: what it declares and says of the graph, then the vertices and edges,
// because a file may say at its end what decides how its beginning is read.
#include <actormap/base/text.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/graphml_head.hpp>
#include <actormap/read/graphml_walk.hpp>

#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

class RecordWalk : public GraphmlWalk {
  public:
    RecordWalk(const GraphmlHead& head, GraphRecords& records, XmlAllowance& allowance,
               const XmlReport& report)
        : GraphmlWalk(report.file),
          head_(head),
          records_(records),
          allowance_(allowance),
          report_(report) {}

  private:
    /// A vertex or an edge whose end tag has not come.
    struct Open {
        XmlRecord record;
        std::string label;  ///< yEd's
        JsonSpot label_spot;
        std::string id;  ///< a vertex's, as its tag has it
    };

    void opened(Part part, const XmlElement& element) override {
        const auto word = [&](const char* name) { return element.find(name); };
        if (part == Part::graph) directed_.push_back(word("edgedefault") != "undirected");
        if (part == Part::other)
            report_.count(element.spot,
                          element.name == "port" ? "a port of a vertex" : "a hyperedge, left out");
        if (part == Part::unknown) report_.count(element.spot, "an element " + quote(element.name));
        if (part != Part::vertex && part != Part::edge) return;
        open_.push_back({XmlRecord(element.spot, report_.file, allowance_), {}, {}, {}});
        count_unknown(part, element);
        if (part == Part::vertex) {
            open_.back().id = word("id").value_or("");
            if (!head_.own) give(element, "id");
            return;
        }
        give_end(element, "source");
        give_end(element, "target");
        if (word("sourceport") || word("targetport"))
            report_.count(element.spot, "an edge that leads to a port of a vertex");
        if (head_.own) return;  // whose edges have ids for other programs alone
        give(element, "id");
        const std::string_view direction = word("directed").value_or("");
        const bool undirected =
            direction.empty() ? !directed_.back() : direction == "false" || direction == "0";
        if (!undirected) return;
        JsonValue truth = text_value("false", element.spot);
        truth.kind = JsonValue::Kind::boolean;
        open_.back().record.add_missing("directed", truth);
    }

    void closed(Part part, Part) override {
        if (part == Part::graph) directed_.pop_back();
        if (part != Part::vertex && part != Part::edge) return;
        auto [record, label, label_spot, id] = std::move(open_.back());
        open_.pop_back();
        if (!label.empty()) record.add_missing("label", text_value(std::move(label), label_spot));
        const bool vertex = part == Part::vertex;
        if (vertex && head_.own) take_own_id(record, std::move(id));
        if (!head_.own) record.add_missing(vertex ? head_.of_vertices : head_.of_edges);
        if (vertex)
            records_.vertex(record.take());
        else
            records_.edge(record.take());
    }

    void valued(Part part, Part inside, Value value) override {
        if (inside != Part::vertex && inside != Part::edge) return;  // the head has it
        Open& open = open_.back();
        if (part == Part::note) {
            if (!head_.own && is_short("desc", value.text, value.spot, report_))
                open.record.add_missing("description", text_value(value.text, value.spot));
            return;
        }
        if (open.label.empty() && is_short("label", value.label, value.spot, report_)) {
            open.label = value.label;
            open.label_spot = value.spot;
        }
        head_.add_value(std::move(value), open.record, report_);
    }

    /// A file of this program that igraph saved again: it names the vertices anew, and keeps their
    /// ids as data, before all edges. A vertex that was added there has none, which reads "None" if
    /// Python added it.
    void take_own_id(XmlRecord& record, std::string id) {
        const JsonValue kept = record.remove("id");
        const bool usable =
            !kept.text.empty() && kept.text != "None" && kept_ids_.insert(kept.text).second;
        if (usable) own_ids_.emplace(id, kept.text);
        record.add_missing("id", text_value(usable ? kept.text : std::move(id), record.spot()));
    }
    void give_end(const XmlElement& element, const char* name) {
        const auto own = own_ids_.find(std::string(element.find(name).value_or("")));
        if (own == own_ids_.end()) return give(element, name);
        open_.back().record.add_missing(name, text_value(own->second, element.spot));
    }

    /// Counts attributes that GraphML does not know.
    void count_unknown(Part part, const XmlElement& element) {
        constexpr std::array<std::string_view, 4> of_vertices{
            "id", "parse.indegree", "parse.outdegree", "yfiles.foldertype"};
        constexpr std::array<std::string_view, 6> of_edges{"id",       "source",     "target",
                                                           "directed", "sourceport", "targetport"};
        count_attributes(
            element,
            part == Part::vertex ? std::span<const std::string_view>(of_vertices) : of_edges,
            report_);
    }

    /// Hands over what the attribute of that name says, if the element has it.
    void give(const XmlElement& element, const char* name) {
        const auto value = element.find(name);
        if (value && is_short(name, *value, element.spot, report_))
            open_.back().record.add_missing(name, text_value(std::string(*value), element.spot));
    }

    const GraphmlHead& head_;
    GraphRecords& records_;
    XmlAllowance& allowance_;
    const XmlReport& report_;
    std::vector<bool> directed_;  // of the open graphs: whether their edges are
    std::vector<Open> open_;
    std::unordered_map<std::string, std::string> own_ids_;  // by those that igraph gave
    std::unordered_set<std::string> kept_ids_;
};

}  // namespace

void read_graphml(std::string_view content, const std::string& file, const ColumnMap& columns,
                  GraphBuilder& builder, Diagnostics& diagnostics) {
    const XmlReport report{file, builder.findings(), diagnostics};
    XmlAllowance allowance(content.size());
    GraphmlHead head = read_graphml_head(content, allowance, report);
    GraphRecords records(builder, diagnostics, file, "graphml", columns);
    records.graph(std::move(head.graph));
    RecordWalk walk(head, records, allowance, report);
    read_xml(content, file, walk);
}

}  // namespace actormap
