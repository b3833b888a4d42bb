#pragma once

#include <actormap/model/marking.hpp>
#include <actormap/write/bundle_object.hpp>

namespace actormap {

// The objects that are the same in every bundle that holds them.

/// OASIS's marking definition of a level.
[[nodiscard]] BundleObject stix_marking(Tlp level);

/// The definition of our extension, docs/stix-extension.md.
[[nodiscard]] BundleObject extension_definition();

/// The identity that is the definition's creator.
[[nodiscard]] BundleObject extension_author();

}  // namespace actormap
