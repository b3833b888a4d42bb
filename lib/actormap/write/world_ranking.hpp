#pragma once

#include <actormap/study/world_ranking.hpp>
#include <actormap/write/table.hpp>

#include <optional>
#include <string>

namespace actormap {

/// The table of the ranking, and what worlds add: M_low and M_high for each measure M, rank_low,
/// rank_high, M_mean for each measure, top_K. With `digits`, for people, numbers are rounded;
/// without, M_mean_low and M_mean_high follow each mean. What is not there is an empty cell.
[[nodiscard]] Table world_ranking_table(const ActorGraph& graph, const WorldRanking& ranking,
                                        std::optional<int> digits = {});

/// "1000 worlds, sampled by source from seed 0; 43 sources are uncertain".
[[nodiscard]] std::string worlds_line(const WorldRanking& ranking);

/// The JSON of the ranking, with `worlds` beside `rows` and in each of them.
[[nodiscard]] std::string world_ranking_json(const ActorGraph& graph, const WorldRanking& ranking);

}  // namespace actormap
