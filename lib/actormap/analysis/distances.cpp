#include <actormap/analysis/dijkstra.hpp>
#include <actormap/analysis/distance_counts.hpp>
#include <actormap/analysis/distances.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

// Hops are counted in batches of searches (see distance_counts.hpp). Where that gains nothing, and
// by lengths, there is one search against the arcs for each vertex: breadth-first, level by level,
// or Dijkstra's.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 64;  // vertices; a chunk allocates once
constexpr std::size_t few = 64;         // vertices, for which batches need not be set up

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

/// Sets the scores of these vertices. `start()` makes a search for a chunk.
template <class Start, class Score>
void search_one_by_one(std::span<const Vertex> vertices, const Run& run, const Start& start,
                       const Score& score, std::vector<double>& scores) {
    const std::size_t n = vertices.size();
    for_each_item(
        n, (n + chunk_size - 1) / chunk_size, run, [&](std::size_t) { return start(); },
        [&](auto& search, std::size_t i) { scores[vertices[i]] = score(search.to(vertices[i])); });
}

std::vector<Vertex> all_vertices(const Network& network) {
    std::vector<Vertex> all(network.size());
    std::iota(all.begin(), all.end(), Vertex{0});
    return all;
}

/// Progress of batches, and then of the vertices that they left. It is told in vertices, and only
/// what is more than was told before.
class TwoPhases {
  public:
    TwoPhases(std::size_t total, const Run& run) : total_(total), run_(run) {}

    [[nodiscard]] Run batches() {
        return told_by([this](std::size_t done, std::size_t batches) {
            if (done < batches || done == 0)
                tell(done * total_ / std::max<std::size_t>(batches, 1));
        });
    }
    [[nodiscard]] Run vertices() {
        return told_by([this](std::size_t done, std::size_t left) { tell(total_ - left + done); });
    }

  private:
    [[nodiscard]] Run told_by(std::function<void(std::size_t, std::size_t)> progress) const {
        Run run{.threads = run_.threads, .stop = run_.stop};
        if (run_.progress) run.progress = std::move(progress);
        return run;
    }
    void tell(std::size_t done) {
        if (begun_ && done <= told_) return;
        begun_ = true;
        told_ = done;
        run_.progress(done, total_);
    }

    const std::size_t total_;
    const Run& run_;
    bool begun_ = false;
    std::size_t told_ = 0;
};

}  // namespace

std::vector<double> score_distances(
    const Network& network, const Run& run,
    const std::function<double(std::span<const std::size_t> counts)>& score) {
    TwoPhases phases(network.size(), run);
    std::vector<double> scores(network.size());
    std::vector<Vertex> left;
    if (network.size() <= few) {
        left = all_vertices(network);
    } else {
        const DistanceCounts counted(network, phases.batches());
        std::vector<std::size_t> counts;
        for (Vertex v = 0; v < network.size(); ++v) {
            if (counted.of(v, counts)) {
                scores[v] = score(counts);
            } else {
                left.push_back(v);
            }
        }
    }
    search_one_by_one(
        left, phases.vertices(), [&] { return HopSearch(network); }, score, scores);
    return scores;
}

std::vector<double> score_distances(
    const Network& network, const Distances& distances, const Run& run,
    const std::function<double(std::span<const double> lengths)>& score) {
    distances.check_fits(network);
    std::vector<double> scores(network.size());
    search_one_by_one(
        all_vertices(network), run, [&] { return LengthSearch(network, distances); }, score,
        scores);
    return scores;
}

}  // namespace actormap
