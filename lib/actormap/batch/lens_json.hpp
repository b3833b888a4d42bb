#pragma once

#include <actormap/lens/lens.hpp>

#include <string>

namespace actormap {

/// What a lens says beyond the default, as compact JSON in the form of a plan: the members of two
/// different lenses are different.
[[nodiscard]] std::string lens_json(const Lens& lens);

}  // namespace actormap
