#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/clusters.hpp>
#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// What stands together in a picture.
struct Area {
    std::string name;                  ///< clean
    std::vector<std::size_t> members;  ///< into `Scene::nodes`
    /// The node of the description that bears the name; nothing where Graphviz draws a box with it.
    std::optional<std::size_t> label;
    std::vector<GvPoint> outline;  ///< where it was laid out; empty: it is not drawn
};

/// A scene as Graphviz is to lay it out. The first nodes and edges of the description are the
/// scene's, in its order; what comes after them are the labels of areas, or only holds columns in
/// place and is not drawn.
struct Content {
    GvGraph graph;
    Engine engine = Engine::dot;
    std::size_t labelled = 0;    ///< nodes that carry their name
    std::size_t columns = 0;     ///< of a layered scene
    bool edge_labels = true;     ///< edges carry words and numbers of sources
    std::size_t unlabelled = 0;  ///< edges that should have a label, and had no room for it
    Clustering cluster = Clustering::none;  ///< what the areas are
    std::vector<Area> areas;                ///< none if nothing stands together
    bool place_codes = false;  ///< countries are shown by code, behind the names of actors alone
};

/// In columns from sponsor to victim, with boxes around what is in one country. No column of
/// victims holds more than about `rows` of them: further ones stand beside it. `spread` is added to
/// the gaps on both sides of the edges' labels, in points. Without `boxes`, countries stand in
/// brackets under all names.
[[nodiscard]] Content layered_content(const Scene& scene, const Citations& citations,
                                      std::size_t rows, double spread = 0, bool boxes = true);

/// How many rows the fullest kind of entity would need in one column.
[[nodiscard]] std::size_t rows_needed(const Scene& scene);

/// By springs (`force_layout`): each node with its name if there are at most `labels`, else the
/// `labels` nodes of the highest measure, and dots for the rest. Edges have labels if there are
/// citations. `on_areas` keeps faint lines visible on them.
[[nodiscard]] Content force_content(const Scene& scene, std::size_t labels,
                                    const Citations* citations, bool on_areas = false);

/// In circles around a node.
[[nodiscard]] Content radial_content(const Scene& scene, const Citations& citations,
                                     std::size_t root);

// What they share.

/// The lines of a node's label: its name in lines of `width`, then where it is.
[[nodiscard]] std::vector<std::string> label_of(const SceneNode& node, std::size_t width);
/// How many of the entities linked to a node are not drawn, as its name shows it: " +8", or
/// nothing.
[[nodiscard]] std::string more_of(const SceneNode& node);
/// Shape, colours and label of a node.
[[nodiscard]] GvAttributes node_attributes(const SceneNode& node, Theme theme,
                                           const std::vector<std::string>& label, double font_size);
/// Line, head and label of an edge; `reversed` if it is handed to Graphviz head first.
[[nodiscard]] GvAttributes edge_attributes(const SceneEdge& edge, Theme theme, bool reversed);
[[nodiscard]] std::string edge_label(const SceneEdge& edge, const Citations& citations);

}  // namespace actormap
