#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/json.hpp>

#include <string>
#include <string_view>

namespace actormap {

// The formats that know vertices and edges and nothing of claims. What becomes of their records
// says GraphRecords; what is particular to a format stands in docs/formats.md.

/// Reads GraphML (http://graphml.graphdrawing.org): keys with their types and defaults, nested
/// graphs as one, directions, yEd's labels. Ports, hyperedges and other elements in data are
/// counted among the findings. The content is UTF-8; if it is not well-formed to its end, nothing
/// of it is handed over.
/// Throws  InputError of read_xml; graphml-root, xml-growth
/// Reports graphml-key, xml-size and those of GraphRecords
void read_graphml(std::string_view content, const std::string& file, const ColumnMap& columns,
                  GraphBuilder& builder, Diagnostics& diagnostics);

/// Reads GEXF 1.1 to 1.3 (https://gexf.net): attributes with their types and defaults, nested
/// vertices, places, colours and sizes, beginning and end where they are dates. Spells, and values
/// that hold for a time, are counted among the findings. The content is UTF-8; if it is not
/// well-formed to its end, nothing of it is handed over.
/// Throws  InputError of read_xml; gexf-root, xml-growth
/// Reports gexf-attribute, xml-size and those of GraphRecords
void read_gexf(std::string_view content, const std::string& file, const ColumnMap& columns,
               GraphBuilder& builder, Diagnostics& diagnostics);

/// Reads node-link JSON: NetworkX's, its relatives (an object with a list "nodes" and a list
/// "links" or "edges"), and Cytoscape's ("elements").
/// Reports node-link-shape and those of GraphRecords
void read_node_link(const JsonValue& document, const std::string& file, const ColumnMap& columns,
                    GraphBuilder& builder, Diagnostics& diagnostics);

/// Whether a JSON document is one that read_node_link reads.
[[nodiscard]] bool is_node_link(const JsonValue& document);

/// Reads a table of vertices: a header with `id`, then a vertex a row.
/// Reports  csv-cells, csv-column and those of GraphRecords
void read_node_table(std::string_view content, const std::string& file, const ColumnMap& columns,
                     GraphBuilder& builder, Diagnostics& diagnostics);

/// Reads graphs in the DOT language, all of a file as one; subgraphs are flattened. Graphviz
/// parses, in a child process with limits.
/// Throws  InputError dot-syntax, dot-size, dot-depth
/// Reports those of GraphRecords
void read_dot(std::string_view content, const std::string& file, const ColumnMap& columns,
              GraphBuilder& builder, Diagnostics& diagnostics);

}  // namespace actormap
