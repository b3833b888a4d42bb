#include <actormap/analysis/shortest_paths.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <string>
#include <utility>

// Yen's method in Lawler's form. All paths that are not told yet are split into families: those
// that begin with a given prefix and do not go on to one of the banned vertices. Each family is
// known by its best path. Telling the best of all splits its family into smaller ones, one for
// each vertex at which a path may leave it; so no path comes twice.

namespace actormap {
namespace {

struct Family {
    std::vector<Vertex> best = {};
    std::size_t prefix = 0;           // how many hops of `best` are fixed
    std::vector<Vertex> banned = {};  // vertices that must not follow the prefix

    /// Families have no path in common, so the best path tells them apart.
    friend bool operator<(const Family& a, const Family& b) {
        if (a.best.size() != b.best.size()) return a.best.size() < b.best.size();
        return a.best < b.best;
    }
};

class Search {
  public:
    Search(const Network& network, Vertex to)
        : network_(network), to_(to), hops_(network.size()), closed_(network.size(), false) {}

    /// Extends `family.best`, which is its prefix, by the best way to the target. False if there
    /// is none.
    bool complete(Family& family) {
        std::vector<Vertex>& path = family.best;
        for (const Vertex v : path) closed_[v] = true;
        measure_hops();
        for (const Vertex v : path) closed_[v] = false;

        Vertex next = none;
        for (const Vertex w : network_.out(path.back())) {
            if (hops_[w] == unreached || contains(family.banned, w)) continue;
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

    static bool contains(const std::vector<Vertex>& vertices, Vertex v) {
        return std::find(vertices.begin(), vertices.end(), v) != vertices.end();
    }

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

void check(const Network& network, Vertex from, Vertex to, const ShortestPathsOptions& options) {
    for (const Vertex v : {from, to}) {
        if (v >= network.size()) {
            throw Error("network-vertex", "vertex " + std::to_string(v) +
                                              " is out of range; there are " +
                                              std::to_string(network.size()) + " vertices");
        }
    }
    if (options.count == 0) throw Error("option-range", "count must be at least 1");
}

}  // namespace

std::vector<std::vector<Vertex>> shortest_paths(const Network& network, Vertex from, Vertex to,
                                                const ShortestPathsOptions& options,
                                                const Run& run) {
    check(network, from, to, options);
    const auto poll = [&] {
        if (run.stop.stop_requested()) throw Cancelled();
    };
    const auto report = [&](std::size_t done) {
        if (run.progress) run.progress(done, options.count);
    };
    report(0);
    poll();

    std::vector<std::vector<Vertex>> paths;
    std::set<Family> families;
    Search search(network, to);
    const auto add = [&](Family family) {
        if (!search.complete(family)) return;
        const std::size_t length = family.best.size() - 1;
        if (options.max_length && length > *options.max_length) return;
        families.insert(std::move(family));
        if (families.size() > options.count - paths.size())
            families.erase(std::prev(families.end()));
    };

    if (from == to) {
        paths.push_back({from});
    } else {
        add({.best = {from}});
    }
    while (paths.size() < options.count && !families.empty()) {
        Family told = std::move(families.extract(families.begin()).value());
        const std::vector<Vertex>& path = told.best;
        paths.push_back(path);
        report(paths.size());
        if (paths.size() == options.count) break;
        for (std::size_t i = told.prefix; i + 1 < path.size(); ++i) {
            poll();
            Family family;
            family.best.assign(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            family.prefix = i;
            if (i == told.prefix) family.banned = told.banned;
            family.banned.push_back(path[i + 1]);
            add(std::move(family));
        }
    }
    report(options.count);
    return paths;
}

}  // namespace actormap
