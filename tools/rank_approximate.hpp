#pragma once

#include "common.hpp"

#include <actormap/study/sampled_ranking.hpp>

#include <optional>

namespace actormap::tool {

/// `rank --approximate EPS`: betweenness from sampled paths, within EPS of the exact values.
struct ApproximateOption {
    std::optional<double> epsilon;

    void set_up(CLI::App& app);
    [[nodiscard]] bool wanted() const { return epsilon.has_value(); }
    /// Throws  Error usage where it does not fit what else was asked for
    void check(const RankingOptions& options, bool weighted) const;
    /// Ranks, and writes the answer; the exit code.
    [[nodiscard]] int run(const InputOptions& input, const TableOptions& table,
                          const ActorGraph& graph, const View& view, const RankingOptions& options,
                          const Run& run) const;
};

}  // namespace actormap::tool
