#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/limits.hpp>

#include <string>
#include <string_view>

namespace actormap {

/// Graphs in the DOT language, all of the text, as one text of JSON:
///
///     {"directed": …, "graphs": [{"name": …, "attributes": {…}}, …],
///      "nodes": [{"id": …, "graph": 0, "attributes": {…}}, …],
///      "links": [{"source": …, "target": …, "graph": 0, "attributes": {…}}, …]}
///
/// `graph` is the place in the list of graphs. Attributes are texts as they stand, defaults
/// included; those of subgraphs are nowhere. Works as the functions of graphviz.hpp do. Throws
/// Error dot-syntax with what Graphviz says and a line
/// ("line 3: …"); those of graphviz.hpp
[[nodiscard]] std::string dot_as_json(std::string_view dot, const RenderLimits& limits = {},
                                      const Run& run = {});

}  // namespace actormap
