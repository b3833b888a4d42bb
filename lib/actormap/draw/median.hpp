#pragma once

#include <algorithm>
#include <vector>

namespace actormap {

/// The middle one, of an even number the higher; 0 of none.
[[nodiscard]] inline double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace actormap
