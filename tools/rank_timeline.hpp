#pragma once

#include "common.hpp"
#include "weights.hpp"

#include <actormap/study/timeline.hpp>

#include <optional>
#include <string>
#include <vector>

namespace actormap::tool {

/// `rank --timeline`: a measure over time.
struct RankTimeline {
    std::optional<std::string> range, step, by;

    void set_up(CLI::App& app);
    /// Whether it was asked for.
    /// Throws  Error usage where the options do not fit each other
    [[nodiscard]] bool wanted(const LensOptions& lens) const;

    /// What `rank` was asked for besides.
    struct Request {
        const ActorGraph& graph;
        const Lens& lens;
        const RankingOptions& ranking;
        Direction direction;
        const std::vector<std::string>& personalize;  ///< names
        const WeightOptions& weights;
    };
    /// Measures, and writes the answer; the exit code.
    [[nodiscard]] int run(const InputOptions& input, const TableOptions& table,
                          const Request& request, const Run& run) const;

  private:
    [[nodiscard]] std::vector<Period> steps() const;
    [[nodiscard]] CalendarUnit unit() const;
    [[nodiscard]] TimelineBy parsed_by() const;
};

}  // namespace actormap::tool
