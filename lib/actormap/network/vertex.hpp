#pragma once

#include <cstdint>

namespace actormap {

/// A vertex of a network: 0, 1, ... size() - 1.
using Vertex = std::uint32_t;

}  // namespace actormap
