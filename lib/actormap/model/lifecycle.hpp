#pragma once

#include <actormap/model/properties.hpp>

namespace actormap {

/// Whether the record's producer took it back: its property `revoked` is true.
[[nodiscard]] bool is_revoked(const Properties& properties);

/// Whether it is no longer kept up: its property `deprecated` or `x_mitre_deprecated` is true.
[[nodiscard]] bool is_deprecated(const Properties& properties);

/// Either.
[[nodiscard]] bool is_retired(const Properties& properties);

}  // namespace actormap
