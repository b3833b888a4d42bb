#pragma once

#include <actormap/base/run.hpp>
#include <actormap/study/measures.hpp>

#include <chrono>
#include <cstddef>

namespace actormap {

/// What measuring a network will take.
struct Estimate {
    Measure measure = Measure::degree;
    double seconds = 0;
    std::size_t bytes = 0;  ///< beyond the network and its weights; the values among them
};

/// Tries a measure for a while, and says what the whole will take. The trial ends when the measure
/// is done, or `trial` after its first report of progress as soon as something of it is; what is
/// left is taken to go on at the same speed. Measures that search from each vertex report early and
/// evenly. Those that iterate over all edges report nothing and are tried to their end, which takes
/// O(n + m) an iteration. Bytes are reckoned from what the kernels keep.
///
/// Precision   meant to be within a factor of three; on a machine that is busy with other work the
///             time is that of a busy machine
/// Throws      as `compute`
[[nodiscard]] Estimate estimate(const Network& network, const Weighting& weighting, Measure measure,
                                const MeasureOptions& options = {}, const Run& run = {},
                                std::chrono::milliseconds trial = std::chrono::milliseconds(500));

}  // namespace actormap
