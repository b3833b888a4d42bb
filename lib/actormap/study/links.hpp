#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace actormap {

/// One step of a path: from one entity to the next, over an edge of the view.
struct Hop {
    EntityId from{};
    EntityId to{};
    RelationId relation{};              ///< the surest of the edge's relations; the first of equals
    std::vector<RelationId> relations;  ///< all of them
    std::optional<std::uint8_t> confidence;  ///< of `relation`
    bool disputed = false;                   ///< `relation` is
    bool against = false;                    ///< walked from the relation's second end to its first
    std::vector<SourceId> sources;           ///< of the claims that carry `relation`, ascending
    std::vector<ClaimId> claims;             ///< all that show about `relation`, doubts included
    Tlp marking = Tlp::clear;                ///< of the edge, its relations and these claims
};

struct LinksOptions {
    std::size_t count = 3;                     ///< at most so many paths, at least 1
    std::optional<std::size_t> max_hops = {};  ///< none longer
};

/// How two entities are linked: the shortest paths between them, shortest first.
/// Throws  Error not-in-view if the lens shows one of them not at all; Cancelled
[[nodiscard]] std::vector<std::vector<Hop>> links(const ActorGraph& graph, const View& view,
                                                  EntityId from, EntityId to,
                                                  const LinksOptions& options = {},
                                                  const Run& run = {});

/// The highest marking of all hops.
[[nodiscard]] Tlp highest_marking(const std::vector<std::vector<Hop>>& paths);

}  // namespace actormap
