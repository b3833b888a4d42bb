#include <actormap/analysis/dijkstra.hpp>
#include <actormap/analysis/distances.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>

// One search against the arcs for each vertex: breadth-first, level by level, or Dijkstra's.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 64;  // vertices; a chunk allocates once

class HopSearch {
  public:
    explicit HopSearch(const Network& network) : network_(network), seen_(network.size(), false) {}

    std::span<const std::size_t> to(Vertex target) {
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

class LengthSearch {
  public:
    LengthSearch(const Network& network, const Distances& distances)
        : dijkstra_(network, distances, Walk::against) {}

    std::span<const double> to(Vertex target) {
        dijkstra_.search(target);
        lengths_.clear();
        for (const Vertex v : dijkstra_.visits().subspan(1))
            lengths_.push_back(dijkstra_.length(v));
        return lengths_;
    }

  private:
    Dijkstra dijkstra_;
    std::vector<double> lengths_;
};

/// `start()` makes a search for a chunk.
template <class Start, class Score>
std::vector<double> by_search(const Network& network, const Run& run, const Start& start,
                              const Score& score) {
    const std::size_t n = network.size();
    std::vector<double> scores(n);
    for_each_item(
        n, (n + chunk_size - 1) / chunk_size, run, [&](std::size_t) { return start(); },
        [&](auto& search, std::size_t v) { scores[v] = score(search.to(static_cast<Vertex>(v))); });
    return scores;
}

}  // namespace

std::vector<double> score_distances(
    const Network& network, const Run& run,
    const std::function<double(std::span<const std::size_t> counts)>& score) {
    return by_search(
        network, run, [&] { return HopSearch(network); }, score);
}

std::vector<double> score_distances(
    const Network& network, const Distances& distances, const Run& run,
    const std::function<double(std::span<const double> lengths)>& score) {
    distances.check_fits(network);
    return by_search(
        network, run, [&] { return LengthSearch(network, distances); }, score);
}

}  // namespace actormap
