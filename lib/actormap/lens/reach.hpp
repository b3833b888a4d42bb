#pragma once

#include <actormap/lens/selection.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

// What a lens's types, relations, countries and `around` reach.

/// Whether entities of the type are wanted: it is one of `types`, if there are any, and none of
/// `not_types`.
[[nodiscard]] bool wants_entities(const Lens& lens, std::string_view type);

/// Whether relations of the type are wanted: it is one of `relations`, if there are any.
[[nodiscard]] bool wants_relations(const Lens& lens, std::string_view type);

/// Of each entity, 1 if a relation that exists places it in one of the lens's countries, else 0.
/// Throws  Error unknown-country
[[nodiscard]] std::vector<std::uint8_t> inside_countries(const ActorGraph& graph, const Lens& lens,
                                                         const Selection& selection);

constexpr unsigned out_of_reach = std::numeric_limits<unsigned>::max();

/// How many links each of `entities` entities is from the nearest of `centres`, whichever way the
/// links point. What is farther than `hops` is out of reach. O(entities + links).
[[nodiscard]] std::vector<unsigned> hops_from(
    const std::vector<EntityId>& centres, unsigned hops, std::size_t entities,
    const std::vector<std::pair<EntityId, EntityId>>& links);

}  // namespace actormap
