#pragma once

#include "common.hpp"

#include <actormap/lens/view.hpp>
#include <actormap/study/withdrawal.hpp>

#include <cstddef>

namespace actormap::tool {

/// `rank --stable K`: what changes the top K when it is withdrawn.
struct StableOption {
    std::size_t top = 0;  ///< 0: not asked for

    void set_up(CLI::App& app);
    [[nodiscard]] bool wanted() const { return top != 0; }
    int run(const InputOptions& input, const TableOptions& table, const ActorGraph& graph,
            const View& view, const RankingSetup& setup, unsigned threads) const;
};

}  // namespace actormap::tool
