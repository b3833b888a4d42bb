#pragma once

#include "common.hpp"

#include <actormap/study/worlds.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace actormap::tool {

/// --worlds, --worlds-by and --in-top: a ranking over the worlds in which relations may hold.
struct WorldsGroup {
    std::optional<std::string> count;
    std::optional<std::string> by;
    std::size_t top = 10;

    void set_up(CLI::App& app);
    [[nodiscard]] bool wanted() const { return count.has_value(); }
    /// Throws  Error usage
    [[nodiscard]] WorldsOptions parsed(std::uint64_t seed) const;
    /// Ranks, and writes the answer; the exit code.
    [[nodiscard]] int run(const InputOptions& input, const TableOptions& table,
                          const ActorGraph& graph, const View& view, const RankingOptions& ranking,
                          const Weighting& weighting, const Run& run) const;
};

}  // namespace actormap::tool
