#pragma once

#include <actormap/base/run.hpp>

#include <cstddef>

namespace actormap {

/// The same run for a part of its work: what the part tells of its progress is told as the stretch
/// from `from` to `to` of `total`.
[[nodiscard]] inline Run part_of(const Run& run, std::size_t from, std::size_t to,
                                 std::size_t total) {
    Run part = run;
    if (run.progress) {
        part.progress = [tell = run.progress, from, to, total](std::size_t done, std::size_t all) {
            const double share = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1;
            tell(from + static_cast<std::size_t>(share * static_cast<double>(to - from)), total);
        };
    }
    return part;
}

}  // namespace actormap
