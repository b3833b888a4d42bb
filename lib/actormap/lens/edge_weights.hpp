#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/network/weights.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace actormap {

/// What an edge weighs.
enum class EdgeWeight {
    none,        ///< every edge the same
    confidence,  ///< 0 to 1: how sure its claims make it
    claims,      ///< how many visible claims carry it
    column       ///< the sum of its relations' property "weight", as edge tables bring it
};

[[nodiscard]] std::optional<EdgeWeight> parse_edge_weight(std::string_view text);
[[nodiscard]] std::string_view to_string(EdgeWeight weight);

struct EdgeWeightOptions {
    EdgeWeight weight = EdgeWeight::none;
};

/// The strength of each edge of a view. Of parallel relations, confidence takes the highest
/// `belief` (combine.hpp), and claims and column add up. `none` gives each edge 1.
///
/// Cost        O(arcs log degree + relations + claims)
/// Throws      Error "weight-missing" if an edge has no relation with a weight, or a weight is no
///             finite number of at least 0
[[nodiscard]] Strengths edge_strengths(const ActorGraph& graph, const View& view,
                                       const EdgeWeightOptions& options);

}  // namespace actormap
