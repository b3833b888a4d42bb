#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// A scene as Graphviz is to lay it out. The first nodes and edges of the description are the
/// scene's, in its order; what comes after them only holds columns in place and is not drawn.
struct Content {
    GvGraph graph;
    Engine engine = Engine::dot;
    std::size_t labelled = 0;  ///< nodes that carry their name
    std::size_t columns = 0;   ///< of a layered scene
};

/// In columns from sponsor to victim, with boxes around what is in one country. No column of
/// victims holds more than about `rows` of them: further ones stand beside it. `spread` is added to
/// the gaps on both sides of the edges' labels, in points.
[[nodiscard]] Content layered_content(const Scene& scene, const Citations& citations,
                                      std::size_t rows, double spread = 0);

/// How many rows the fullest kind of entity would need in one column.
[[nodiscard]] std::size_t rows_needed(const Scene& scene);

/// By springs; each node with its name if there are at most `labels`, else the `labels` nodes of
/// the highest measure, and dots for the rest.
[[nodiscard]] Content force_content(const Scene& scene, std::size_t labels);

/// In circles around a node.
[[nodiscard]] Content radial_content(const Scene& scene, const Citations& citations,
                                     std::size_t root);

// What they share.

/// Shape, colours and label of a node: its name in lines of `width`, then where it is.
[[nodiscard]] GvAttributes node_attributes(const SceneNode& node, Theme theme, std::size_t width,
                                           double font_size);
/// Line, head and label of an edge; `reversed` if it is handed to Graphviz head first.
[[nodiscard]] GvAttributes edge_attributes(const SceneEdge& edge, Theme theme, bool reversed);
[[nodiscard]] std::string edge_label(const SceneEdge& edge, const Citations& citations);

}  // namespace actormap
