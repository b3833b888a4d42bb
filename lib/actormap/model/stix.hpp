#pragma once

#include <actormap/model/marking.hpp>

#include <optional>
#include <span>
#include <string>
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

/// The properties that an object of that type is labelled by, the first that it has: "name" for
/// most. Where another than "name" labels it, that property stays a custom property.
[[nodiscard]] std::span<const std::string_view> stix_label_properties(std::string_view type);

/// "name", or the first of the properties that label an object of that type instead.
[[nodiscard]] std::string_view stix_label_property(std::string_view type);

enum class StixRecord { entity, relation };

/// The custom property that keeps an object's member, and back: what the native format uses for
/// something else gets the prefix x_stix_, docs/stix-extension.md.
[[nodiscard]] std::string stix_property_name(StixRecord record, std::string_view member);
[[nodiscard]] std::string_view stix_member_name(StixRecord record, std::string_view property);

/// The level of one of the marking definitions that STIX 2.1 and the TLP 2.0 extension predefine.
[[nodiscard]] std::optional<Tlp> stix_predefined_tlp(std::string_view marking_definition);

/// The extension definitions of TLP 2.0, and of this project (docs/stix-extension.md).
inline constexpr std::string_view stix_tlp2_extension =
    "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
inline constexpr std::string_view stix_actormap_extension =
    "extension-definition--8d392538-5cf3-54b1-a15d-3a29684d88b6";

}  // namespace actormap
