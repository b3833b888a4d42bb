#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// A position or none, in the room of a position.
template <typename Id>
class OptionalId {
  public:
    constexpr OptionalId() = default;
    constexpr OptionalId(std::nullopt_t) {}   // NOLINT: as std::optional
    constexpr OptionalId(Id id) : id_(id) {}  // NOLINT: as std::optional
    constexpr OptionalId(std::optional<Id> id) : id_(id.value_or(none)) {}  // NOLINT

    [[nodiscard]] constexpr bool has_value() const { return id_ != none; }
    constexpr explicit operator bool() const { return has_value(); }
    constexpr Id operator*() const { return id_; }
    auto operator<=>(const OptionalId& other) const { return rank() <=> other.rank(); }
    bool operator==(const OptionalId&) const = default;

  private:
    static constexpr Id none = static_cast<Id>(0xffffffff);

    /// None comes first, as with std::optional.
    [[nodiscard]] std::uint32_t rank() const { return static_cast<std::uint32_t>(id_) + 1; }

    Id id_ = none;
};

}  // namespace actormap
