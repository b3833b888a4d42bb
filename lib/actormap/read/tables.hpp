#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/column_map.hpp>

#include <string>
#include <string_view>

namespace actormap {

/// Reads the claims table: a header row, then one claim a row. Columns, in any order, each
/// optional but `from`, `relation` and `to`; any other column is kept as a property of the claim:
///
///     from, from_type, relation, to, to_type, start, stop, stance, by, by_kind, by_country,
///     date, confidence, publisher, title, url, excerpt, note
///
/// An entity's id and name are the cell, its type `identity` unless given. A speaker's and a
/// publisher's id is the cell; a source is its url, else its publisher and title.
/// Reports  csv-cells, csv-column, id-invalid, date-invalid, value-unknown, confidence-words,
///          country-unknown, url-invalid
void read_claims_table(std::string_view content, const std::string& file, GraphBuilder& builder,
                       Diagnostics& diagnostics);

/// Reads an edge table: a header row with `source` and `target`, then one edge a row. `type` is the
/// relation's type (`related-to` unless given), `start` and `stop` say when it happened; every
/// other column, `weight` among them, is kept as a property of the relation, a number where the
/// cell is one. A name that the native format has for a relation gets the prefix x_. A table with
/// the column `claims_json` is one that this program wrote for others, and is read by
/// `GraphRecords`. Reports csv-cells, csv-column, id-invalid, date-invalid
void read_edge_table(std::string_view content, const std::string& file, const ColumnMap& map,
                     GraphBuilder& builder, Diagnostics& diagnostics);

/// Reads a whitespace edge list: two vertices a line, and a weight if there is a third word. Lines
/// that are empty or begin with # or % are skipped.
/// Reports  edge-words, edge-weight, id-invalid
void read_edge_list(std::string_view content, const std::string& file, GraphBuilder& builder,
                    Diagnostics& diagnostics);

}  // namespace actormap
