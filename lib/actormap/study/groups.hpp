#pragma once

#include <actormap/analysis/communities.hpp>
#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace actormap {

/// Ways to divide a network into groups of entities, as `groups --by` names them.
enum class Grouping {
    communities,        ///< densely linked within, sparsely between
    components,         ///< linked at all, whatever the direction
    strong_components,  ///< each reaches each along the directions
    cores,              ///< by core number, the densest first
    blocks              ///< held together by cycles: no one entity's loss parts them
};

[[nodiscard]] std::optional<Grouping> parse_grouping(std::string_view text);
[[nodiscard]] std::string_view to_string(Grouping grouping);
/// The words of all groupings, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> grouping_words();

enum class CommunityMethod { leiden, louvain };

struct GroupsOptions {
    Grouping by = Grouping::communities;
    // Of communities alone.
    CommunityMethod method = CommunityMethod::leiden;
    CommunitiesOptions communities = {};
};

struct Group {
    std::size_t number = 0;         ///< from 1, the largest group first; of cores the core number
    std::vector<EntityId> members;  ///< those with most edges within the group first
    std::size_t inside = 0;         ///< edges within it
    std::size_t outside = 0;        ///< edges between it and the rest
    Tlp marking = Tlp::clear;       ///< the highest of its members
};

struct Groups {
    std::size_t vertices = 0;
    std::size_t edges = 0;
    GroupsOptions options;
    std::optional<Communities> communities = {};  ///< how good they are, and how they were found
    std::vector<Group> groups;
    Tlp marking = Tlp::clear;  ///< of the whole view
};

/// Divides the network of a view. An entity is in one group, or in several blocks; one without
/// edges is in no block. Groups of equal size are ordered by their members' ids. `strengths` weigh
/// the edges for communities; the others count them.
/// Throws  those of `leiden`; Error network-direction where communities or blocks are asked of a
///         directed view; Cancelled
[[nodiscard]] Groups groups(const ActorGraph& graph, const View& view,
                            const GroupsOptions& options = {},
                            const std::optional<Strengths>& strengths = {}, const Run& run = {});

}  // namespace actormap
