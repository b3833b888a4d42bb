#include <actormap/analysis/degree.hpp>

namespace actormap {

std::vector<double> degree(const Network& network, const DegreeOptions& options, const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    const std::size_t n = network.size();
    std::vector<double> scores(n);
    for (Vertex v = 0; v < n; ++v) {
        std::size_t edges = 0;
        switch (options.kind) {
            case DegreeKind::total:
                edges = network.degree(v);
                break;
            case DegreeKind::in:
                edges = network.in(v).size();
                break;
            case DegreeKind::out:
                edges = network.out(v).size();
                break;
        }
        scores[v] = static_cast<double>(edges);
        if (options.normalized) scores[v] = n > 1 ? scores[v] / static_cast<double>(n - 1) : 1;
    }
    return scores;
}

}  // namespace actormap
