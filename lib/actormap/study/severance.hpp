#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/network/weights.hpp>

#include <optional>
#include <vector>

namespace actormap {

/// What must go so that nothing links two entities any more: as little as possible.
struct Severance {
    std::vector<const ViewEdge*> edges = {};  ///< of the view, which must outlive it; or
    std::vector<EntityId> entities = {};      ///< ascending
    double value = 0;  ///< the strength of the edges together, or how many entities
};

/// The edges of the least number, or of the least strength together, without which no path leads
/// from one entity to the other; of several such sets the one nearest to `from`.
/// Throws  Error not-in-view if the lens shows one of them not at all, measure-undefined if they
///         are the same; Cancelled
[[nodiscard]] Severance severing_edges(const ActorGraph& graph, const View& view, EntityId from,
                                       EntityId to, const std::optional<Strengths>& strengths = {},
                                       const Run& run = {});

/// The fewest other entities without which no path leads from one to the other.
/// Throws  the same, and Error measure-undefined if an edge links the two
[[nodiscard]] Severance severing_entities(const ActorGraph& graph, const View& view, EntityId from,
                                          EntityId to, const Run& run = {});

}  // namespace actormap
