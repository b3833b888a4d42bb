#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/graph_table.hpp>
#include <actormap/write/losses.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What a graph can be written in.
enum class OutputFormat {
    native,  ///< docs/native-format.md
    stix,    ///< a STIX 2.1 bundle
    claims,  ///< the claims table
    csv,     ///< an edge table
    graphml,
    gexf,
    node_link,  ///< NetworkX's JSON
    cytoscape,  ///< Cytoscape's JSON
    dot,        ///< the graph as data; pictures in DOT are draw's
    tables,     ///< a folder: nodes.csv, edges.csv and sources.json
    neo4j       ///< a folder: nodes.csv and relationships.csv for the bulk import
};

/// The words for them, as -T takes them.
[[nodiscard]] const std::vector<std::string_view>& output_format_words();
/// Whether it is several files in a folder.
[[nodiscard]] bool is_folder(OutputFormat format);

/// What goes along in the formats that have a place for it.
struct WriteExtras {
    std::vector<EntityColumn> columns = {};
    std::vector<EntityLook> looks = {};  ///< of each entity, or empty
};

struct WrittenFile {
    std::string name;  ///< in its folder
    std::string content;
};

/// By its word, or by the ending of a file's name where that says enough: "json" is native, "cyjs"
/// Cytoscape's, "gv" DOT.
[[nodiscard]] std::optional<OutputFormat> parse_output_format(std::string_view text);
[[nodiscard]] std::string_view to_string(OutputFormat format);

/// The graph in a format that is one file. What the format cannot hold is added to `losses`, and so
/// are extras that it has no place for.
/// Throws  Error format-folder if it is several
[[nodiscard]] std::string write(const ActorGraph& graph, OutputFormat format, Losses& losses,
                                const WriteExtras& extras = {});

/// The same of a format that is several files.
[[nodiscard]] std::vector<WrittenFile> write_folder(const ActorGraph& graph, OutputFormat format,
                                                    Losses& losses, const WriteExtras& extras = {});

/// The highest level of anything in the graph.
[[nodiscard]] Tlp highest_marking(const ActorGraph& graph);

}  // namespace actormap
