#include <actormap/analysis/distances.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>

// One breadth-first search against the arcs for each vertex, level by level.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 64;  // vertices; a chunk allocates once

class Search {
  public:
    explicit Search(const Network& network) : network_(network), seen_(network.size(), false) {}

    std::span<const std::size_t> counts_to(Vertex target) {
        counts_.clear();
        visits_.assign(1, target);
        seen_[target] = true;
        for (std::size_t begin = 0; begin < visits_.size();) {
            const std::size_t end = visits_.size();
            counts_.push_back(end - begin);
            for (; begin < end; ++begin) {
                for (const Vertex u : network_.in(visits_[begin])) {
                    if (seen_[u]) continue;
                    seen_[u] = true;
                    visits_.push_back(u);
                }
            }
        }
        for (const Vertex v : visits_) seen_[v] = false;
        return counts_;
    }

  private:
    const Network& network_;
    std::vector<bool> seen_;
    std::vector<Vertex> visits_;       // nearest first
    std::vector<std::size_t> counts_;  // of visits, by distance
};

}  // namespace

std::vector<double> score_distances(
    const Network& network, const Run& run,
    const std::function<double(std::span<const std::size_t> counts)>& score) {
    const std::size_t n = network.size();
    std::vector<double> scores(n);
    for_each_chunk((n + chunk_size - 1) / chunk_size, run, [&](std::size_t chunk) {
        Search search(network);
        const std::size_t end = std::min(n, (chunk + 1) * chunk_size);
        for (std::size_t v = chunk * chunk_size; v < end; ++v) {
            if (run.stop.stop_requested()) throw Cancelled();
            scores[v] = score(search.counts_to(static_cast<Vertex>(v)));
        }
    });
    return scores;
}

}  // namespace actormap
