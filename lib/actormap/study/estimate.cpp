#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/path_lanes.hpp>
#include <actormap/study/estimate.hpp>

#include <algorithm>
#include <stop_token>

namespace actormap {
namespace {

using Clock = std::chrono::steady_clock;

/// Follows the progress of a kernel, and asks it to stop once enough of it was seen. What comes
/// before the first report of a phase is not repeated, so it counts once and not in proportion.
class Trial {
  public:
    explicit Trial(double enough) : enough_(enough) {}

    std::stop_source stop;

    void see(std::size_t done, std::size_t total) {
        if (stop.stop_requested()) return;
        const double now = since_begin();
        if (done == 0) {
            setup_ = now;
        } else if (now - setup_ >= enough_) {
            seconds_ =
                setup_ + (now - setup_) * static_cast<double>(total) / static_cast<double>(done);
            stop.request_stop();
        }
    }
    void finish() {
        if (seconds_ == 0) seconds_ = since_begin();
    }
    [[nodiscard]] double seconds() const { return seconds_; }

  private:
    [[nodiscard]] double since_begin() const {
        return std::chrono::duration<double>(Clock::now() - begin_).count();
    }

    const Clock::time_point begin_ = Clock::now();
    const double enough_;
    double setup_ = 0;
    double seconds_ = 0;
};

/// What a kernel allocates, as its header says: numbers of bytes a vertex and an arc, for all and
/// for each thread.
struct Needs {
    std::size_t vertex = 0;
    std::size_t arc = 0;
    std::size_t thread_vertex = 0;
    std::size_t thread_arc = 0;
};

Needs needs(const Network& network, Measure measure, bool weighted) {
    const std::size_t if_weighted = weighted ? 1 : 0;
    // The neighbours of each vertex either way, with their strengths.
    constexpr std::size_t ties_vertex = 32, ties_arc = 12;
    switch (measure) {
        case Measure::degree:
        case Measure::in_degree:
        case Measure::out_degree:
        case Measure::strength:
            return {8};
        case Measure::betweenness:
            // A sum for each chunk. By length a search: depth, count, share, order, and a heap; by
            // hops the reduced network, and rows of sixteen sums, and of a number a lane.
            if (weighted) return {8 + 8 * betweenness_chunks(network), 0, 60, 24};
            return {84, 16, 8 * (PathLanes::slots + 5 * PathLanes::suited(network.size()))};
        case Measure::closeness:
        case Measure::harmonic:
            if (weighted) return {8, 0, 40, 24};
            // The core; the bits of a batch, and counts at about 16 distances.
            return {8 + 24, 16, 214 + 4 * 16};
        case Measure::eigenvector:
            return {8 * 8, 4 + 8 * if_weighted};
        case Measure::katz:
            return {8 * 6, 8 * if_weighted};
        case Measure::pagerank:
            return {8 * 5, 8 * if_weighted};
        case Measure::hub:
        case Measure::authority:
            return {8 * 16, 24 + 16 * if_weighted};  // each vertex as a tail and as a head
        case Measure::core:
            return {8 + 4 * 5};
        case Measure::clustering:
            return {8 + ties_vertex, ties_arc, 8};
        case Measure::constraint:
        case Measure::effective_size:
            return {8 + ties_vertex, ties_arc, 16};
        case Measure::participation:
            return {48 + ties_vertex, 28 + ties_arc};
    }
    return {};
}

std::size_t bytes(const Network& network, Measure measure, bool weighted, unsigned threads) {
    const Needs need = needs(network, measure, weighted);
    return network.size() * (need.vertex + threads * need.thread_vertex) +
           network.arcs() * (need.arc + threads * need.thread_arc);
}

}  // namespace

Estimate estimate(const Network& network, const Weighting& weighting, Measure measure,
                  const MeasureOptions& options, const Run& run, std::chrono::milliseconds trial) {
    Trial watched(std::chrono::duration<double>(trial).count());
    const std::stop_callback outer(run.stop, [&] { watched.stop.request_stop(); });
    try {
        static_cast<void>(compute(
            network, weighting, measure, options,
            {.threads = run.threads,
             .stop = watched.stop.get_token(),
             .progress = [&](std::size_t done, std::size_t total) { watched.see(done, total); }}));
        watched.finish();
    } catch (const Cancelled&) {
        if (run.stop.stop_requested()) throw;
    }
    const bool weighted = weighting.strengths.has_value();
    return {measure, watched.seconds(),
            bytes(network, measure, weighted, std::max(run.threads, 1U))};
}

}  // namespace actormap
