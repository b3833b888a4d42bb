#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/heading.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actormap {

/// What an entity may have in common with others: a link with `other` under a heading.
struct Trait {
    Heading heading = Heading::other;
    EntityId other{};

    auto operator<=>(const Trait&) const = default;
};

/// The entities that are compared, and their traits, as an undirected network: first a vertex for
/// each entity, then one for each trait, and an edge for each entity that has it.
struct Traits {
    std::vector<EntityId> entities;  ///< compared, ascending
    std::vector<Trait> traits;       ///< ascending
    Network network;
    /// Of each vertex: ln((k + 1) / h), where h entities have the trait and k have any under its
    /// heading; 0 for entities. So a trait is measured by those of whom such things are known.
    std::vector<double> rarity;
    /// Of each vertex: what it counts, which is its rarity squared. With these weights the weighted
    /// Jaccard similarity is the Tanimoto coefficient of vectors of rarities.
    std::vector<double> weight;
    /// How many entities have a trait under each heading.
    std::array<std::size_t, static_cast<std::size_t>(Heading::other) + 1> known{};

    [[nodiscard]] std::optional<Vertex> vertex(EntityId entity) const;
    /// The trait that a vertex stands for, which is not one of an entity.
    [[nodiscard]] const Trait& trait(Vertex vertex) const {
        return traits[vertex - entities.size()];
    }
    /// The vertices of the traits that both have, ascending.
    [[nodiscard]] std::vector<Vertex> shared(Vertex a, Vertex b) const;
    /// How many entities have a trait under the heading.
    [[nodiscard]] std::size_t known_of(Heading heading) const {
        return known[static_cast<std::size_t>(heading)];
    }
    /// The sum of their weights.
    [[nodiscard]] double weight_of(std::span<const Vertex> vertices) const;
};

/// Whether entities of two kinds are compared by default: the types are the same, or both are
/// intrusion sets or threat actors; and both have the role of a sponsor, or neither.
[[nodiscard]] bool comparable(const Entity& a, const Entity& b);

/// The traits, under these headings or all, of the entities of the view that are of one of `types`,
/// or if there are none, comparable with one of `like`; those of `like` are always among them.
/// O(r log r) time for r relations in the view.
/// Throws  Error unknown-type for a type that neither STIX nor the graph knows, network-direction
///         if the view is not directed, not-in-view if it lacks one of `like`; Cancelled
[[nodiscard]] Traits traits_of(const ActorGraph& graph, const View& view,
                               std::span<const EntityId> like,
                               const std::vector<std::string>& types = {},
                               const std::vector<Heading>& headings = {}, const Run& run = {});

/// The relations by which an entity has a trait, ascending.
[[nodiscard]] std::vector<RelationId> relations_of(const ActorGraph& graph, const View& view,
                                                   EntityId entity, const Trait& trait);

/// The relations between two entities that exist in the view, ascending.
[[nodiscard]] std::vector<RelationId> relations_between(const View& view, EntityId a, EntityId b);

}  // namespace actormap
