#pragma once

#include <cstddef>

namespace actormap {

/// What one call into Graphviz may take before it is ended.
struct RenderLimits {
    unsigned cpu_seconds = 60;
    std::size_t memory_bytes = std::size_t{4} << 30;  ///< of address space; not under a sanitizer
    std::size_t output_bytes = std::size_t{512} << 20;
};

}  // namespace actormap
