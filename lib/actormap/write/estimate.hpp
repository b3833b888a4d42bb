#pragma once

#include <actormap/study/estimate.hpp>
#include <actormap/write/table.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace actormap {

/// What a program has taken so far.
struct Taken {
    double seconds = 0;
    std::size_t bytes = 0;
};

/// What a run of all measures will take: `reading` and their times together, and at its peak the
/// memory of the largest one.
[[nodiscard]] Taken whole(std::span<const Estimate> estimates, const Taken& reading);

/// One row for reading, each measure, and the whole.
[[nodiscard]] Table estimate_table(std::span<const Estimate> estimates, const Taken& reading);

/// `{"reading": {"seconds": …, "bytes": …}, "measures": [{"measure": …}], "whole": {…}}`
[[nodiscard]] std::string estimate_json(std::span<const Estimate> estimates, const Taken& reading);

}  // namespace actormap
