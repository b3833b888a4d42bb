#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/style.hpp>
#include <actormap/lens/lens.hpp>
#include <actormap/lens/view.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// A vertex that is drawn. All texts here are clean.
struct SceneNode {
    Vertex vertex = 0;            ///< of a bundle: the first
    std::vector<Vertex> bundled;  ///< the vertices that are drawn as this one node; else empty
    std::string listed;           ///< of a bundle: the names in it, the first of them
    EntityKind kind = EntityKind::other;
    std::string name;
    std::string type;                  ///< of kind `other`: what it is
    std::vector<std::string> places;   ///< the countries it is in, with doubts in brackets
    std::string place_codes;           ///< the same in short: "CN", "CN, HK"
    std::optional<std::size_t> place;  ///< the one undoubted country: into `Scene::places`
    double size = 0;                   ///< its measure, 0 to 1 within the scene
    std::size_t degree = 0;            ///< edges in the scene
    std::size_t undrawn = 0;           ///< entities linked to it that are left out
};

/// An edge that is drawn, in the direction of what is claimed.
struct SceneEdge {
    std::size_t from = 0;  ///< into `Scene::nodes`
    std::size_t to = 0;
    std::vector<std::size_t> edges;  ///< of the view; several if an end is a bundle
    RelationKind kind = RelationKind::other;
    Certainty certainty = Certainty::unspecified;
    bool both = false;  ///< claimed in both directions
    bool hypothesis = false;
    std::size_t relations = 0;
    std::size_t claims = 0;  ///< visible ones
    std::string types;       ///< of kind `other`: the relation's type
    std::string title;       ///< one sentence: who, what, whom
};

/// What a scene was reduced by.
struct LeftOut {
    std::size_t bundles = 0;
    std::size_t bundled = 0;     ///< entities in them
    std::size_t entities = 0;    ///< below the limit
    std::size_t cut_off = 0;     ///< entities that no edge of the backbone leads to
    std::size_t edges = 0;       ///< outside the backbone
    double backbone = 0;         ///< its level; 0: none was asked for
    std::size_t weak_edges = 0;  ///< of a low association strength
};

/// What a picture shows of a view: locations that only say where others are have become places.
struct Scene {
    Theme theme = Theme::light;
    std::vector<SceneNode> nodes;
    std::vector<SceneEdge> edges;
    std::vector<std::string> places;                 ///< names of the locations, clean
    std::vector<std::optional<std::size_t>> drawn;   ///< of each vertex: its node, or its bundle
    std::vector<std::optional<std::size_t>> folded;  ///< of each vertex: its place, if it is one
    std::vector<std::pair<std::size_t, std::size_t>>
        placed;  ///< (node, place) of what is not drawn
    LeftOut left_out;
};

/// A relation's ends among the vertices: whether it runs from the edge's first to its second.
/// `directed` as for `make_scene`.
[[nodiscard]] bool runs_forward(const ActorGraph& graph, const View& view, const View& directed,
                                const ViewEdge& edge, RelationId id);

/// `directed` is the same view with directions kept where `view` has none; it may be `view`.
/// `sizes` is empty or has a number for each vertex.
[[nodiscard]] Scene make_scene(const ActorGraph& graph, const View& view, const View& directed,
                               const std::vector<double>& sizes);

}  // namespace actormap
