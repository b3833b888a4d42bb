#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace actormap {

// Which properties STIX 2.1 defines for which objects: domain, relationship, cyber-observable and
// meta objects, with what is common to all of a kind.

/// Types as bits, one each.
using StixTypes = std::uint64_t;

/// The bit of a type; nothing if STIX defines no such object.
[[nodiscard]] std::optional<StixTypes> stix_type_bit(std::string_view type);

/// The types that have a property of that name.
[[nodiscard]] StixTypes stix_types_with(std::string_view property);

/// Whether STIX defines objects of that type.
[[nodiscard]] inline bool is_stix_object_type(std::string_view type) {
    return stix_type_bit(type).has_value();
}

}  // namespace actormap
