#pragma once

#include <actormap/base/run.hpp>
#include <actormap/base/shard.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/measures.hpp>

#include <string>

namespace actormap {

/// What the sums of betweenness were computed from: a UUIDv5 of the ids of all vertices, the
/// direction, every arc and its length to the last bit. Two networks have the same only if they
/// have the same sums; what is done with the sums afterwards (normalising, listing) is no part of
/// it.
/// Cost        O(n + m) time and memory
[[nodiscard]] std::string sums_origin(const ActorGraph& graph, const View& view,
                                      const Weighting& weighting);

/// What one shard adds to `Measure::betweenness`, as `compute` measures it.
/// Cost        as `betweenness_part`
/// Throws      as `betweenness_part`
[[nodiscard]] ShardSums compute_part(const Network& network, const Weighting& weighting,
                                     const Shard& shard, const Run& run = {});

}  // namespace actormap
