#include <actormap/read/columns.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/graph_tables.hpp>

#include <algorithm>
#include <utility>

namespace actormap {
namespace {

bool has(const std::vector<CsvCell>& header, std::string_view name) {
    return std::any_of(header.begin(), header.end(),
                       [&](const CsvCell& cell) { return cell.text == name; });
}

/// The row as an object, without what is empty.
JsonValue record_of(const std::vector<CsvCell>& row, const Columns& columns) {
    JsonValue record{.kind = JsonValue::Kind::object,
                     .line = row[0].line,
                     .column = row[0].column,
                     .text = {},
                     .items = {},
                     .members = {}};
    for (std::size_t c = 0; c < row.size(); ++c) {
        const CsvCell& cell = row[c];
        if (cell.text.empty()) continue;
        const std::string& name = columns.property(c);
        const JsonSpot spot{cell.line, cell.column};
        record.members.push_back({name, value_of_word(name, cell.text, spot)});
    }
    return record;
}

/// Hands the rows of a table to `take`, one by one.
template <typename Take>
void read_rows(std::string_view content, const std::string& file, const ColumnMap& map,
               Diagnostics& diagnostics, const Take& take) {
    CsvReader reader(content, file);
    std::vector<CsvCell> row;
    if (!reader.next(row)) return;
    name_columns(row, map);
    // To the records each column is what it is called.
    const Columns columns(std::move(row), {}, {}, file, diagnostics);
    if (!columns.good()) return;
    while (reader.next(row)) {
        if (columns.accept(row)) take(record_of(row, columns));
    }
}

}  // namespace

bool is_written_for_others(const std::vector<CsvCell>& header) {
    return has(header, "claims_json");
}

void read_written_edges(std::string_view content, const std::string& file, GraphBuilder& builder,
                        Diagnostics& diagnostics) {
    GraphRecords records(builder, diagnostics, file, "csv");
    records.set_own();
    read_rows(content, file, {}, diagnostics,
              [&](JsonValue edge) { records.edge_with_ends(std::move(edge)); });
}

void read_node_table(std::string_view content, const std::string& file, const ColumnMap& map,
                     GraphBuilder& builder, Diagnostics& diagnostics) {
    GraphRecords records(builder, diagnostics, file, "nodes");
    CsvReader reader(content, file);
    std::vector<CsvCell> header;
    if (!reader.next(header)) return;
    if (has(header, "names_json")) records.set_own();  // whoever wrote it, nobody else does
    const ColumnMap none;
    const ColumnMap& names = records.own() ? none : map;
    name_columns(header, names);
    if (!has(header, "id")) {
        diagnostics.error("csv-column", {file, header[0].line, header[0].column},
                          "a table of vertices needs the column 'id'; name it in its first row, "
                          "or with --columns id=NAME");
        return;
    }
    read_rows(content, file, names, diagnostics,
              [&](JsonValue vertex) { records.vertex(std::move(vertex)); });
}

}  // namespace actormap
