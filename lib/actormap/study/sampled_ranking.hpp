#pragma once

#include <actormap/study/ranking.hpp>

#include <cstddef>
#include <cstdint>

namespace actormap {

struct SamplingOptions {
    double epsilon = 0.01;      ///< that no normalised value is off by, above 0 and below 1
    double probability = 0.99;  ///< of that, above 0 and below 1
};

/// A ranking by sampled betweenness, and what its values are worth.
struct SampledRanking {
    Ranking ranking;
    double epsilon = 0;
    double probability = 0;   ///< that all values are off by less than `error`, over the seed
    double error = 0;         ///< epsilon, or epsilon times P for values that are not normalised
    std::size_t samples = 0;  ///< shortest paths that were drawn
    std::uint64_t seed = 0;
};

/// Ranks by betweenness as `rank` does, with values of `sampled_betweenness` by hops. Two entities
/// whose values differ by less than twice the error may in truth come the other way round.
///
/// Throws      Error unknown-measure unless betweenness is the only measure; unknown-type;
///             option-range; Cancelled
[[nodiscard]] SampledRanking rank_sampled(const ActorGraph& graph, const View& view,
                                          const SamplingOptions& sampling,
                                          const RankingOptions& options, const Run& run = {});

}  // namespace actormap
