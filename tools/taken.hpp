#pragma once

#include <actormap/write/estimate.hpp>

namespace actormap::tool {

/// How long this process has run, and the most memory that it had.
[[nodiscard]] Taken taken_so_far();

}  // namespace actormap::tool
