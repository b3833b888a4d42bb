#pragma once

#include "common.hpp"

#include <actormap/lens/view.hpp>
#include <actormap/study/withdrawal.hpp>

#include <string>

namespace actormap::tool {

/// `rank --explain NAME`: what the rank of an entity rests on.
struct ExplainOption {
    std::string name;

    void set_up(CLI::App& app);
    [[nodiscard]] bool wanted() const { return !name.empty(); }
    int run(const InputOptions& input, const TableOptions& table, const ActorGraph& graph,
            const View& view, const RankingSetup& setup, unsigned threads) const;
};

}  // namespace actormap::tool
