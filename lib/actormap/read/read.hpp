#pragma once

#include <actormap/base/error.hpp>
#include <actormap/base/run.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/sheet_mapping.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

enum class InputFormat {
    native,     ///< docs/native-format.md
    stix,       ///< STIX 2.0 or 2.1
    misp,       ///< a MISP galaxy cluster
    claims,     ///< the claims table
    csv,        ///< an edge table
    edges,      ///< a whitespace edge list
    nodes,      ///< a table of vertices
    node_link,  ///< node-link JSON, NetworkX's and Cytoscape's
    graphml,
    gexf,
    dot
};

/// The words for them, as --from takes them.
[[nodiscard]] const std::vector<std::string_view>& input_format_words();

[[nodiscard]] std::optional<InputFormat> parse_input_format(std::string_view text);
[[nodiscard]] std::string_view to_string(InputFormat format);

/// A file's content under the name that messages use.
struct Input {
    std::string name;
    std::string content;
    std::optional<InputFormat> format = {};  ///< nothing: the one that is given for all, if any
};

/// What the files of a call call things.
struct InputNames {
    InputNames() = default;
    InputNames(ColumnMap map) : columns(std::move(map)) {}  // NOLINT: all that most files need

    ColumnMap columns;  ///< other names for the words of the generic formats and tables
    /// How CSV files are read that fit it, unless their format is given.
    std::optional<SheetMapping> sheets;
};

/// What reading met beside what the graph holds.
struct ReadingReport {
    BuildCounts counts;
    std::map<std::string, std::size_t> unknown_types;  ///< entity types that STIX does not know
    /// Of formats that have objects: how many of each type stood in the files.
    std::map<std::string, std::size_t> objects;
    Findings findings;
    std::size_t unreadable = 0;  ///< files that could not be parsed at all
};

struct ReadResult {
    ActorGraph graph;
    ReadingReport report;
};

/// Reads several inputs as one graph. The format is found from the content unless it is given; what
/// is packed by gzip is unpacked first. What is wrong is reported, and that record or file left
/// out, so the graph is whole in any case.
/// Reports  file-empty, file-encoding, format-unknown, gzip-broken, gzip-ratio, and those of the
/// readers and of
///          GraphBuilder; docs/errors.md lists all
[[nodiscard]] ReadResult read(std::vector<Input> inputs, std::optional<InputFormat> format,
                              Diagnostics& diagnostics, const InputNames& names = {});

/// Reads files ("-" is standard input) as one graph. Progress is counted in bytes.
/// Reports  file-missing, file-directory, file-unreadable, file-size as well
/// Throws   Cancelled
[[nodiscard]] ReadResult read_files(const std::vector<std::string>& paths,
                                    std::optional<InputFormat> format, Diagnostics& diagnostics,
                                    const Run& run = {}, const InputNames& names = {});

/// The format that the content is in, if it is one of those that can be read. Of JSON the outline
/// is looked at: what is no STIX is called native, and may be MISP or node-link.
[[nodiscard]] std::optional<InputFormat> detect_format(std::string_view content,
                                                       const ColumnMap& columns = {});

}  // namespace actormap
