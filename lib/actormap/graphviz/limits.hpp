#pragma once

#include <actormap/base/child.hpp>

namespace actormap {

/// What one call into Graphviz may take before it is ended.
using RenderLimits = ChildLimits;

}  // namespace actormap
