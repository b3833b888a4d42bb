#include <actormap/base/csv.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/native.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

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

/// A table of vertices or edges. `mark` is the column by which the reader tells that it is one of
/// ours; it is there even if it is empty.
class GraphTableWriter {
  public:
    GraphTableWriter(std::string ends, const std::vector<GraphColumn>& columns,
                     std::string_view mark)
        : columns_(columns),
          marked_(std::any_of(columns.begin(), columns.end(),
                              [&](const GraphColumn& column) { return column.name == mark; })) {
        text_ = std::move(ends);
        for (const GraphColumn& column : columns) text_ += ',' + header_cell(column.name);
        if (!marked_) (text_ += ',') += mark;
        text_ += '\n';
    }

    void add(const std::string& ends, const GraphCells& cells) {
        text_ += ends;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            text_ += ',';
            if (cells[c]) text_ += cell(columns_[c].kind, *cells[c]);
        }
        text_ += marked_ ? "\n" : ",\n";
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    static std::string cell(CellKind kind, const std::string& content) {
        const bool words = kind == CellKind::text || kind == CellKind::json;
        return words ? csv_text(content) : content;
    }

    const std::vector<GraphColumn>& columns_;
    bool marked_;
    std::string text_;
};

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
    GraphTableWriter writer("id", table.vertex_columns(), "names_json");
    const auto entities = table.graph().entities();
    for (std::size_t e = 0; e < entities.size(); ++e)
        writer.add(csv_text(entities[e].id), table.cells(static_cast<EntityId>(e)));
    return writer.take();
}

std::string write_edge_table(const GraphTable& table, Losses& /*losses*/) {
    GraphTableWriter writer("source,target", table.edge_columns(), "claims_json");
    const ActorGraph& graph = table.graph();
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        writer.add(csv_text(graph[relation.from].id) + ',' + csv_text(graph[relation.to].id),
                   table.cells(static_cast<RelationId>(r)));
    }
    return writer.take();
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
