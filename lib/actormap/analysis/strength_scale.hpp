#pragma once

#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

/// The power of two that brings the largest strength to at least 1 and below 2, or nearer to it if
/// it is too small; 1 if all are 0. Scaled strengths add up without overflow, and but for the very
/// smallest the scaling is exact.
inline double strength_scale(const Strengths& strengths) {
    const auto values = strengths.values();
    const double largest = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    return largest == 0 ? 1 : std::ldexp(1.0, std::min(-std::ilogb(largest), 1023));
}

}  // namespace actormap
