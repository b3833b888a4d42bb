#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/losses.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// What a graph can be written in.
enum class OutputFormat {
    native,  ///< docs/native-format.md
    stix,    ///< a STIX 2.1 bundle
    claims,  ///< the claims table
    csv      ///< an edge table
};

/// By its word, or by the ending of a file's name where that says enough: "json" is native.
[[nodiscard]] std::optional<OutputFormat> parse_output_format(std::string_view text);
[[nodiscard]] std::string_view to_string(OutputFormat format);

/// The graph in a format. What the format cannot hold is added to `losses`.
[[nodiscard]] std::string write(const ActorGraph& graph, OutputFormat format, Losses& losses);

/// The highest level of anything in the graph.
[[nodiscard]] Tlp highest_marking(const ActorGraph& graph);

}  // namespace actormap
