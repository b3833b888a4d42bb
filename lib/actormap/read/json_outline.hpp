#pragma once

#include <actormap/read/json_cutter.hpp>

#include <string_view>

namespace actormap {

/// What the beginning of a JSON text says about its format.
enum class JsonOutline {
    undecided,  ///< more of it is needed
    native,     ///< an object with the member `actormap`
    bundle,     ///< STIX: an object with a list `objects`, or of the type "bundle"
    list,       ///< STIX: a list whose first item is an object
    single,     ///< STIX: an object
    other
};

/// Looks at the first bytes of a text, or at all of it (`whole`). A STIX object has a `type` and an
/// `id` that begins with the type and "--". Takes anything: where it is no JSON, it is `other`.
[[nodiscard]] JsonOutline json_outline(std::string_view text, bool whole);

/// How STIX records lie in what has that outline.
[[nodiscard]] JsonShape json_shape(JsonOutline outline, std::string_view text);

}  // namespace actormap
