#pragma once

#include "common.hpp"

#include <actormap/lens/edge_weights.hpp>
#include <actormap/study/measures.hpp>

#include <string>

namespace actormap::tool {

/// --weight, --distance and --assume: what the edges of a network weigh.
struct WeightOptions {
    std::string weight = "none";
    std::string distance = "reciprocal";
    unsigned assumed = 50;

    void set_up(CLI::App& app);
    /// Nothing unless a weight was asked for.
    /// Throws  Error usage for a word that is none; weight-missing
    [[nodiscard]] Weighting of(const ActorGraph& graph, const View& view) const;
};

}  // namespace actormap::tool
