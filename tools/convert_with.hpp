#pragma once

#include "common.hpp"

#include <actormap/lens/lens.hpp>
#include <actormap/write/graph_table.hpp>

#include <string>
#include <vector>

namespace actormap::tool {

/// convert --with: what is computed and goes along with the entities.
struct WithOptions {
    std::vector<std::string> words;
    bool directed = false;

    void set_up(CLI::App& app);
    [[nodiscard]] bool wanted() const { return !words.empty(); }
    /// Throws  Error usage for a word that is none
    void check() const;
    /// Of the network that a lens makes of a graph, as `rank` has it; for the entities of
    /// `written`, which is what the lens left of the graph.
    [[nodiscard]] std::vector<EntityColumn> columns(const ActorGraph& graph, const Lens& lens,
                                                    const ActorGraph& written) const;
    [[nodiscard]] std::vector<EntityLook> looks(const ActorGraph& graph, const Lens& lens,
                                                const ActorGraph& written) const;

  private:
    [[nodiscard]] bool has(std::string_view word) const;
};

}  // namespace actormap::tool
