#include <actormap/analysis/path_families.hpp>
#include <actormap/analysis/shortest_paths.hpp>

#include <algorithm>
#include <limits>

// Families of paths (see path_families.hpp), completed by breadth-first searches from the target.

namespace actormap {
namespace {

class HopSearch {
  public:
    HopSearch(const Network& network, Vertex to)
        : network_(network), to_(to), hops_(network.size()), closed_(network.size(), false) {}

    /// Extends `family.best`, which is its prefix, by the best way to the target. False if there
    /// is none.
    bool complete(PathFamily& family) {
        std::vector<Vertex>& path = family.best;
        for (const Vertex v : path) closed_[v] = true;
        measure_hops();
        for (const Vertex v : path) closed_[v] = false;

        Vertex next = none;
        for (const Vertex w : network_.out(path.back())) {
            if (hops_[w] == unreached || family.bans(w)) continue;
            if (next == none || hops_[w] < hops_[next]) next = w;
        }
        if (next == none) return false;
        path.push_back(next);
        while (path.back() != to_) path.push_back(nearer(path.back()));
        return true;
    }

  private:
    static constexpr Vertex none = std::numeric_limits<Vertex>::max();
    static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

    /// Hops to the target from every vertex, around the closed ones.
    void measure_hops() {
        std::fill(hops_.begin(), hops_.end(), unreached);
        hops_[to_] = 0;
        visits_.assign(1, to_);
        for (std::size_t i = 0; i < visits_.size(); ++i) {
            for (const Vertex u : network_.in(visits_[i])) {
                if (closed_[u] || hops_[u] != unreached) continue;
                hops_[u] = hops_[visits_[i]] + 1;
                visits_.push_back(u);
            }
        }
    }

    /// The smallest vertex after v on a shortest way to the target.
    [[nodiscard]] Vertex nearer(Vertex v) const {
        const auto row = network_.out(v);
        return *std::find_if(row.begin(), row.end(),
                             [&](Vertex w) { return hops_[w] + 1 == hops_[v]; });
    }

    const Network& network_;
    Vertex to_;
    std::vector<std::size_t> hops_;
    std::vector<bool> closed_;
    std::vector<Vertex> visits_;
};

}  // namespace

std::vector<std::vector<Vertex>> shortest_paths(const Network& network, Vertex from, Vertex to,
                                                const ShortestPathsOptions& options,
                                                const Run& run) {
    return tell_paths(network, from, to, options, run, HopSearch(network, to));
}

}  // namespace actormap
