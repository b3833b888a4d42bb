#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <string>

namespace actormap::graphviz {

// What happens inside the child process. Each function makes Graphviz's objects, never frees
// them, and throws Error "graphviz-failed" with what Graphviz complained of.

/// The layout as one line of numbers and texts for each thing; `read_layout` takes it apart.
[[nodiscard]] std::string layout_text(const GvGraph& graph, Engine engine);
[[nodiscard]] std::string image_bytes(const GvGraph& graph, Engine engine, ImageFormat format);
[[nodiscard]] std::string dot_text(const GvGraph& graph);

}  // namespace actormap::graphviz
