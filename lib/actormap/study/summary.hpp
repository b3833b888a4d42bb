#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// Counts of what a graph holds, before any lens.
struct Summary {
    using Counts = std::map<std::string, std::size_t>;

    std::size_t undefined = 0;  ///< entities that something refers to and no file defines
    std::size_t entities = 0, relations = 0, names = 0, claims = 0, sources = 0, speakers = 0;
    Counts entities_by_type;
    Counts relations_by_type;
    Counts claims_by_stance;
    Counts claims_by_speaker_kind;
    Counts sources_by_publisher_kind;
    Counts markings;        ///< of entities, relations and sources together
    Interval events;        ///< the earliest start or stop of a relation to the latest
    Interval publications;  ///< the earliest date of a claim to the latest
    std::size_t undated_relations = 0;
    std::size_t undated_claims = 0;
    std::size_t revoked = 0;            ///< entities and relations with the property `revoked` true
    std::size_t deprecated = 0;         ///< and with `x_mitre_deprecated` or `deprecated` true
    std::size_t components = 0;         ///< of the undirected network of all that exists
    std::size_t largest_component = 0;  ///< vertices in the largest
    std::size_t isolated = 0;           ///< vertices without an edge
};

[[nodiscard]] Summary summarize(const ActorGraph& graph);

/// Counts of what a lens shows of a graph.
struct LensSummary {
    std::vector<std::pair<std::string, std::string>> settings;  ///< those that are not the default
    std::size_t vertices = 0, edges = 0;                        ///< of the undirected network
    /// Of `restrict`: also the relations that are only opposed, and the withdrawn claims. Its
    /// counts of components are of that graph, without the lens.
    Summary shown;
    Tlp marking = Tlp::clear;  ///< the highest of all that is counted, claims and names too
};

/// The view must be what `apply` made of the same graph and lens.
/// Throws  Error lens-roll-up if the lens rolls up
[[nodiscard]] LensSummary summarize(const ActorGraph& graph, const Lens& lens, const View& view);

}  // namespace actormap
