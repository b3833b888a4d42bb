#pragma once

#include <actormap/base/run.hpp>
#include <actormap/study/ranking.hpp>
#include <actormap/study/world_model.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actormap {

enum class WorldsMethod {
    automatic,  ///< all worlds if they are no more than `count`, else samples
    exact,      ///< all worlds, each as likely as it is
    sampled
};

struct WorldsOptions {
    std::size_t count = 1000;  ///< how many worlds are drawn
    WorldsMethod method = WorldsMethod::automatic;
    WorldsBy by = WorldsBy::relation;
    std::uint64_t seed = 0;

    /// The most worlds that are all gone through: those of 20 uncertain relations.
    static constexpr std::size_t most_exact = std::size_t{1} << 20;
};

/// What was measured in each world, of the vertices that are listed.
struct Worlds {
    bool exact = false;           ///< all worlds are there, and weigh their probability
    std::size_t coins = 0;        ///< how much is uncertain: relations, sources or speakers
    std::size_t count = 0;        ///< how many worlds
    std::vector<double> weights;  ///< the probability of each world; empty: samples, all alike
    std::vector<Vertex> listed;   ///< ascending
    /// For each measure, for each of the listed, the value in each world; NaN where it has none.
    std::vector<std::vector<double>> values;
    /// For each of the listed the rank in each world, among the listed, by the first measure; 0
    /// where it has no value.
    std::vector<std::uint32_t> ranks;
};

/// Measures the worlds of a view: networks with all its vertices and those edges that hold.
/// `ranking` says what is measured, and of which types the vertices are listed. An edge weighs in
/// each world what it weighs in the view. Where a measure does not exist for the network of a
/// world, or does not converge, nothing has a value there.
///
/// World w is drawn from (seed, w) alone, so the first worlds of more are the same.
///
/// Threads     the same bits for any run.threads
/// Memory      for each world and listed vertex 8 bytes a measure, and 4 for the rank
/// Throws      Error worlds-exact if all worlds are wanted and there are more than `most_exact`;
///             worlds-size if there would be more than 2^28 values and ranks; option-range if
///             `count` is 0; as `rank`
[[nodiscard]] Worlds worlds(const ActorGraph& graph, const View& view, const WorldsOptions& options,
                            const RankingOptions& ranking, const Weighting& weighting = {},
                            const Run& run = {});

}  // namespace actormap
