#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace actormap {

// Positions in an ActorGraph's lists. Each is a type of its own, so that none can stand for
// another; they are valid for the graph that gave them.
enum class SpeakerId : std::uint32_t {};
enum class SourceId : std::uint32_t {};
enum class EntityId : std::uint32_t {};
enum class RelationId : std::uint32_t {};
enum class ClaimId : std::uint32_t {};

/// The position as a number, for indexing vectors that run beside the graph's lists.
template <typename Id>
requires std::is_enum_v<Id>
[[nodiscard]] constexpr std::size_t index(Id id) {
    return static_cast<std::size_t>(id);
}

}  // namespace actormap
