#pragma once

#include <actormap/study/sampled_ranking.hpp>
#include <actormap/write/table.hpp>

#include <optional>
#include <string>

namespace actormap {

/// The columns of `ranking_table`; for machines (without `digits`) also method, epsilon,
/// probability, error, samples and seed, the same in each row: a table has no other place for them.
[[nodiscard]] Table sampled_ranking_table(const ActorGraph& graph, const SampledRanking& ranking,
                                          std::optional<int> digits = std::nullopt);

/// What the values are worth, in one line for people.
[[nodiscard]] std::string sampling_line(const SampledRanking& ranking);

/// As `ranking_json`, with `"approximate": {"method": …, "epsilon": …, "probability": …,
/// "error": …, "samples": …, "seed": …}`
[[nodiscard]] std::string sampled_ranking_json(const ActorGraph& graph,
                                               const SampledRanking& ranking);

}  // namespace actormap
