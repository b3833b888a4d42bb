#pragma once

#include "common.hpp"

#include <actormap/lens/edge_weights.hpp>
#include <actormap/study/measures.hpp>

#include <string>

namespace actormap::tool {

/// --weight: what the edges of a network weigh. And --distance, for measures of paths.
struct WeightOptions {
    std::string weight = "none";
    std::string distance = "reciprocal";

    void set_up(CLI::App& app);
    void set_up_distance(CLI::App& app);
    /// Whether edges weigh anything.
    /// Throws  Error usage for a word that is none
    [[nodiscard]] bool wanted() const;
    /// Nothing unless a weight was asked for.
    /// Throws  Error usage for a word that is none; weight-missing
    [[nodiscard]] Weighting of(const ActorGraph& graph, const View& view) const;

  private:
    [[nodiscard]] EdgeWeight parsed() const;
};

}  // namespace actormap::tool
