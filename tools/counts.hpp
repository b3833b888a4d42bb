#pragma once

#include "common.hpp"

#include <actormap/lens/selection.hpp>

namespace actormap::tool {

/// What `say_counts` says of claims, relations and entities alone, where there is no single view.
void say_counts(const InputOptions& input, const Lens& lens, const SelectionCounts& counts);

}  // namespace actormap::tool
