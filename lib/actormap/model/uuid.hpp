#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// The UUIDv5 (RFC 9562) of a name in the project's own namespace,
/// 4e1f0b1e-6f0d-5a41-9c0b-3f8f2d6f7a10: the same for the same name, always.
[[nodiscard]] std::string uuid5(std::string_view name);

/// The UUIDv5 of a name in any namespace, which must be a UUID in its usual form.
[[nodiscard]] std::string uuid5(std::string_view space, std::string_view name);

/// Whether a text is a UUID in its usual form: 8-4-4-4-12 hexadecimal digits, whatever their case.
[[nodiscard]] bool is_uuid(std::string_view text);

/// A UUID with its letters small, as RFC 9562 writes it.
[[nodiscard]] std::string lower_uuid(std::string_view uuid);

}  // namespace actormap
