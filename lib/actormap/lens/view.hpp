#pragma once

#include <actormap/lens/selection.hpp>
#include <actormap/network/network.hpp>

#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// An edge of a view: every relation that was united into it.
struct ViewEdge {
    Vertex from = 0;  ///< in an undirected network the lower vertex
    Vertex to = 0;
    std::vector<RelationId> relations;       ///< ascending; each exists under the lens
    std::optional<std::uint8_t> confidence;  ///< the highest of its relations' (combine.hpp)
    bool disputed = false;                   ///< some relation of it is
    bool hypothesis = false;                 ///< nothing but hypotheses carry it
    /// The highest of its ends, its relations and the claims that carry them; after a roll-up also
    /// of the entities that went up, and of the relations and claims that led them there.
    Tlp marking = Tlp::clear;
};

/// How many entities a roll-up took up, and how many it left where they were because the existing
/// relations lead to no upper level. Of those that the selection lets be vertices.
struct RollUpCount {
    RollUp roll_up;
    std::size_t moved = 0;
    std::size_t stayed = 0;
};

/// A network with the way back: from every vertex to its entity, from every edge to its
/// relations, and through the selection to the claims that carry them.
struct View {
    Network network;
    std::vector<EntityId> entities;  ///< of each vertex, ascending
    std::vector<ViewEdge> edges;     ///< ascending by (from, to), each pair once
    Selection selection;
    std::vector<RollUpCount> roll_ups;
    std::size_t loops = 0;     ///< relations dropped because all their ends became one vertex
    std::size_t parallel = 0;  ///< relations beyond the first of each edge
    Tlp marking = Tlp::clear;  ///< the highest in the view, of the claims that doubt an edge too

    [[nodiscard]] std::optional<Vertex> vertex(EntityId entity) const;
    /// The edge between two vertices; in an undirected view whichever way it is asked for.
    [[nodiscard]] const ViewEdge* edge(Vertex from, Vertex to) const;
};

/// What a lens makes of a graph. A vertex is an entity that the lens admits and that has an
/// existing relation of the wanted types, or that has no relation in the graph at all to one that
/// a file defines. Claims that are set aside are treated as `select` says.
/// Throws  Error unknown-type, unknown-speaker, unknown-country, name-unknown, name-ambiguous,
///         and option-range as `select` does
[[nodiscard]] View apply(const ActorGraph& graph, const Lens& lens,
                         Direction direction = Direction::undirected, SetAside set_aside = {});

/// The vertex of an entity.
/// Throws  Error not-in-view if the lens does not show it
[[nodiscard]] Vertex vertex_of(const ActorGraph& graph, const View& view, EntityId entity);

}  // namespace actormap
