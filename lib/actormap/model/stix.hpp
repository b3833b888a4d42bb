#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace actormap {

// The words of STIX 2.1: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html

/// The object types that an entity may have by the standard, ascending.
[[nodiscard]] std::span<const std::string_view> stix_entity_types();
[[nodiscard]] bool is_stix_entity_type(std::string_view type);

/// The relationship types that the standard defines, ascending.
[[nodiscard]] std::span<const std::string_view> stix_relationship_types();

/// Whether the standard lists the relationship `type` from objects of type `from` to objects of
/// type `to`. It allows others too, so this is advice, except where only the reverse is listed.
[[nodiscard]] bool stix_lists(std::string_view from, std::string_view type, std::string_view to);

}  // namespace actormap
