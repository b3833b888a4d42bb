#include <actormap/study/estimate.hpp>

#include <algorithm>

namespace actormap {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// What a kernel allocates, as its header says: numbers of bytes a vertex and an arc, for all and
/// for each thread.
struct Needs {
    std::size_t vertex = 0;
    std::size_t arc = 0;
    std::size_t thread_vertex = 0;
    std::size_t thread_arc = 0;
};

Needs needs(Measure measure, bool weighted) {
    switch (measure) {
        case Measure::degree:
        case Measure::in_degree:
        case Measure::out_degree:
        case Measure::strength:
            return {8};
        case Measure::betweenness:
            // A sum for each of 64 chunks; a search: depth, count, share, order.
            return {8 * 65, 0, weighted ? std::size_t{60} : 36, weighted ? std::size_t{24} : 0};
        case Measure::closeness:
        case Measure::harmonic:
            return {8, 0, weighted ? std::size_t{40} : 6, weighted ? std::size_t{24} : 0};
        case Measure::eigenvector:
            return {8 * 8};
        case Measure::katz:
            return {8 * 6};
        case Measure::pagerank:
            return {8 * 5};
        case Measure::hub:
        case Measure::authority:
            return {8 * 8};
        case Measure::core:
            return {8 + 4 * 5};
        case Measure::clustering:
            return {8, 0, 8};
        case Measure::constraint:
        case Measure::effective_size:
            return {16, 8, 16};
        case Measure::participation:
            return {48, 28};
    }
    return {};
}

std::size_t bytes(const Network& network, Measure measure, bool weighted, unsigned threads) {
    const Needs need = needs(measure, weighted);
    return network.size() * (need.vertex + threads * need.thread_vertex) +
           network.arcs() * (need.arc + threads * need.thread_arc);
}

}  // namespace

Estimate estimate(const Network& network, const Weighting& weighting, Measure measure,
                  const MeasureOptions& options, const Run& run, std::chrono::milliseconds trial) {
    const double enough = std::chrono::duration<double>(trial).count();
    std::stop_source stop;
    const std::stop_callback outer(run.stop, [&] { stop.request_stop(); });
    const auto begin = Clock::now();
    double share = 1;  // of the work that the trial did
    const auto watch = [&](std::size_t done, std::size_t total) {
        if (done == 0 || since(begin) < enough || stop.stop_requested()) return;
        share = static_cast<double>(done) / static_cast<double>(total);
        stop.request_stop();
    };
    double elapsed = 0;
    try {
        static_cast<void>(
            compute(network, weighting, measure, options,
                    {.threads = run.threads, .stop = stop.get_token(), .progress = watch}));
        elapsed = since(begin);
        share = 1;
    } catch (const Cancelled&) {
        if (run.stop.stop_requested()) throw;
        elapsed = since(begin);
    }
    const bool weighted = weighting.strengths.has_value();
    return {measure, elapsed / share, bytes(network, measure, weighted, std::max(run.threads, 1U))};
}

}  // namespace actormap
