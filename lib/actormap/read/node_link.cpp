#include <actormap/base/text.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/graph_records.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

using Kind = JsonValue::Kind;

const JsonValue* find(const JsonValue& object, std::string_view name, Kind kind) {
    const JsonValue* member = object.find(name);
    return member && member->kind == kind ? member : nullptr;
}

/// The list of edges, under the name that NetworkX gives it by default or the other one.
const JsonValue* edges_of(const JsonValue& document) {
    const JsonValue* links = find(document, "links", Kind::list);
    return links ? links : find(document, "edges", Kind::list);
}

bool has_lists(const JsonValue& document) {
    return find(document, "nodes", Kind::list) && edges_of(document);
}

/// Takes the records of one document.
class NodeLinkReader {
  public:
    NodeLinkReader(GraphRecords& records, const JsonValue& document)
        : records_(records), document_(document) {}

    void read() {
        const JsonValue* directed = document_.find("directed");
        undirected_ = directed && directed->text == "false";
        if (!has_lists(document_)) return read_cytoscape(*document_.find("elements"));
        if (const JsonValue* graph = find(document_, "graph", Kind::object)) records_.graph(*graph);
        for (const JsonValue& node : find(document_, "nodes", Kind::list)->items) {
            if (is_object(node, "a node")) records_.vertex(node);
        }
        for (const JsonValue& link : edges_of(document_)->items) {
            if (is_object(link, "a link")) add_edge(link);
        }
    }

  private:
    /// Nodes and edges in two lists, or in one whose members say their group.
    void read_cytoscape(const JsonValue& elements) {
        if (const JsonValue* data = document_.find("data")) records_.graph(object_of(*data));
        if (elements.kind == Kind::list) {
            for (const bool edges : {false, true}) {
                for (const JsonValue& element : elements.items) {
                    if (is_edge(element) == edges) read_element(element);
                }
            }
            return;
        }
        for (const char* group : {"nodes", "edges"}) {
            const JsonValue* list = find(elements, group, Kind::list);
            for (const JsonValue& element :
                 list ? std::span(list->items) : std::span<const JsonValue>())
                read_element(element);
        }
    }

    /// The object itself, or the pairs that NetworkX makes of it.
    JsonValue object_of(const JsonValue& data) {
        if (data.kind == Kind::object) return data;
        JsonValue object{.kind = Kind::object,
                         .line = data.line,
                         .column = data.column,
                         .text = {},
                         .items = {},
                         .members = {}};
        if (data.kind != Kind::list) records_.count(data, "data of the graph that is no object");
        std::unordered_set<std::string_view> names;
        for (const JsonValue& pair : data.items) {
            const bool named = pair.items.size() == 2 && pair.items[0].kind == Kind::text;
            if (named && names.insert(pair.items[0].text).second)
                object.members.push_back({pair.items[0].text, pair.items[1]});
            else
                records_.count(pair, "data of the graph that has no name of its own");
        }
        return object;
    }

    static bool is_edge(const JsonValue& element) {
        const JsonValue* data = element.find("data");
        return data && data->find("source") && data->find("target");
    }

    void read_element(const JsonValue& element) {
        if (!is_object(element, "an element")) return;
        const JsonValue* data = find(element, "data", Kind::object);
        if (!data) {
            report(element, "an element has no 'data'; give an object with its id");
            return;
        }
        count_unknown(element);
        if (is_edge(element)) return add_edge(*data);
        JsonValue vertex = *data;
        if (const JsonValue* position = find(element, "position", Kind::object)) {
            for (const JsonMember& member : position->members)
                add_member(vertex, member.name, member.value);
        }
        records_.vertex(std::move(vertex));
    }

    static bool is_empty(const JsonValue& value) {
        return value.kind == Kind::null || (value.kind == Kind::text && value.text.empty()) ||
               ((value.kind == Kind::object || value.kind == Kind::list) && value.items.empty() &&
                value.members.empty());
    }

    /// What Cytoscape keeps of an element beside what it is: classes, scratch, … Whether it is
    /// selected, grabbed and the like is no part of the graph.
    void count_unknown(const JsonValue& element) {
        constexpr std::array<std::string_view, 11> known{
            "grabbed", "data",      "position", "group",   "selected", "selectable",
            "locked",  "grabbable", "pannable", "removed", "removable"};
        for (const JsonMember& member : element.members) {
            const bool of_graph = std::find(known.begin(), known.end(), member.name) == known.end();
            if (of_graph && !is_empty(member.value))
                records_.count(member.value, "the member " + quote(member.name) + " of an element");
        }
    }

    void add_edge(JsonValue edge) {
        if (undirected_)
            add_member(edge, "directed",
                       {.kind = Kind::boolean,
                        .line = edge.line,
                        .column = edge.column,
                        .text = "false",
                        .items = {},
                        .members = {}});
        records_.edge(std::move(edge));
    }

    bool is_object(const JsonValue& item, const char* what) {
        if (item.kind == Kind::object) return true;
        report(item, std::string(what) + " is " + describe(item.kind) + "; give an object");
        return false;
    }

    void report(const JsonValue& at, std::string message) {
        const ReadContext context = records_.context();
        context.diagnostics.error("node-link-shape", context.position(at), std::move(message));
    }

    GraphRecords& records_;
    const JsonValue& document_;
    bool undirected_ = false;
};

}  // namespace

bool is_node_link(const JsonValue& document) {
    if (has_lists(document)) return true;
    const JsonValue* elements = document.find("elements");
    return elements && (elements->kind == Kind::list || find(*elements, "nodes", Kind::list));
}

void read_node_link(const JsonValue& document, const std::string& file, const ColumnMap& columns,
                    GraphBuilder& builder, Diagnostics& diagnostics) {
    GraphRecords records(builder, diagnostics, file, "node-link", columns);
    if (is_node_link(document)) return NodeLinkReader(records, document).read();
    diagnostics.error("node-link-shape", {file, document.line, document.column},
                      "this is no node-link graph; give an object with the lists 'nodes' and "
                      "'links', or Cytoscape's 'elements'");
}

}  // namespace actormap
