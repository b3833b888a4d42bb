#include <actormap/analysis/dijkstra.hpp>
#include <actormap/analysis/path_families.hpp>
#include <actormap/analysis/shortest_paths.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

// Families of paths (see path_families.hpp), completed by searches from the target: Dijkstra's if
// hops are not limited, and else by the method of Bellman and Ford, which knows the shortest ways
// of at most 0, 1, 2 ... hops. Both then go from vertex to vertex by the arcs that end or begin a
// shortest way, with a tolerance; and never to one that is farther from the target, so that no
// way comes back to a vertex even where an arc is as small as the tolerance.

namespace actormap {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr Vertex none = std::numeric_limits<Vertex>::max();

/// The shortest ways to the target, of any number of hops.
class FreeWays {
  public:
    FreeWays(const Network& network, const Distances& distances, Vertex to)
        : network_(network),
          distances_(distances),
          to_(to),
          dijkstra_(network, distances, Walk::against),
          steps_(network.size()) {}

    /// Extends `family.best`. False if there is no way.
    bool complete(PathFamily& family) {
        std::vector<Vertex>& path = family.best;
        for (const Vertex v : path) dijkstra_.close(v);
        dijkstra_.search(to_);
        for (const Vertex v : path) dijkstra_.open(v);

        double shortest = infinite;
        const auto row = network_.out(path.back());
        const auto arcs = distances_.out(network_, path.back());
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!family.bans(row[i]))
                shortest = std::min(shortest, arcs[i] + dijkstra_.length(row[i]));
        }
        choose_steps();
        const Step first = step(path.back(), shortest, [&](Vertex w) { return !family.bans(w); });
        if (first.to == none) return false;
        path.push_back(first.to);
        while (path.back() != to_) path.push_back(steps_[path.back()].to);
        return true;
    }

  private:
    struct Step {
        Vertex to = none;
        std::size_t hops = 0;  // to the target
    };

    /// From v, to the smallest vertex on a way as short as `shortest` of the fewest hops.
    template <class Allowed>
    [[nodiscard]] Step step(Vertex v, double shortest, const Allowed& allowed) const {
        const auto row = network_.out(v);
        const auto arcs = distances_.out(network_, v);
        Step best;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Vertex w = row[i];
            if (!as_short(arcs[i] + dijkstra_.length(w), shortest) || !allowed(w)) continue;
            const std::size_t hops = steps_[w].hops + 1;
            if (best.to == none || hops < best.hops) best = {w, hops};
        }
        return best;
    }

    /// The steps from all vertices that were found: none is to one that was found later.
    void choose_steps() {
        for (const Vertex v : dijkstra_.visits()) {
            const std::size_t place = dijkstra_.place(v);
            steps_[v] =
                step(v, dijkstra_.length(v), [&](Vertex w) { return dijkstra_.place(w) < place; });
        }
    }

    const Network& network_;
    const Distances& distances_;
    Vertex to_;
    Dijkstra dijkstra_;
    std::vector<Step> steps_;
};

/// The shortest ways to the target of so many hops that no path has more than `limit`.
class LimitedWays {
  public:
    LimitedWays(const Network& network, const Distances& distances, Vertex to, std::size_t limit)
        : network_(network),
          distances_(distances),
          to_(to),
          limit_(limit),
          closed_(network.size(), false) {}

    /// Extends `family.best`. False if there is no way.
    bool complete(PathFamily& family) {
        std::vector<Vertex>& path = family.best;
        if (path.size() > limit_) return false;
        for (const Vertex v : path) closed_[v] = true;
        measure(limit_ - path.size());
        for (const Vertex v : path) closed_[v] = false;

        const auto allowed = [&](Vertex w) { return !family.bans(w); };
        const double shortest = length_from(path.back(), rows_.size() - 1, allowed);
        if (shortest == infinite) return false;
        std::size_t hops = 0;  // after the first
        while (!as_short(length_from(path.back(), hops, allowed), shortest)) ++hops;
        path.push_back(step(path.back(), hops, shortest, allowed));
        while (path.back() != to_) {
            const Vertex v = path.back();
            const double length = rows_[hops][v];
            while (rows_[hops - 1][v] == length) --hops;
            --hops;
            path.push_back(
                step(v, hops, length, [&](Vertex w) { return rows_[hops][w] <= length; }));
        }
        return true;
    }

  private:
    /// rows_[k][v] is the length of the shortest way from v of at most k hops, around the closed
    /// vertices; as far as `hops`, or until more hops are of no use.
    void measure(std::size_t hops) {
        rows_.assign(1, std::vector<double>(network_.size(), infinite));
        rows_[0][to_] = 0;
        while (rows_.size() <= hops) {
            const std::size_t last = rows_.size() - 1;
            std::vector<double> row = rows_[last];
            for (Vertex v = 0; v < network_.size(); ++v) {
                if (closed_[v]) continue;
                row[v] = std::min(row[v], length_from(v, last, [](Vertex) { return true; }));
            }
            if (row == rows_[last]) break;
            rows_.push_back(std::move(row));
        }
    }

    /// The length of the shortest way from v that takes one hop, and then at most so many.
    template <class Allowed>
    [[nodiscard]] double length_from(Vertex v, std::size_t hops, const Allowed& allowed) const {
        const auto row = network_.out(v);
        const auto arcs = distances_.out(network_, v);
        double shortest = infinite;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (allowed(row[i])) shortest = std::min(shortest, arcs[i] + rows_[hops][row[i]]);
        }
        return shortest;
    }

    /// The smallest vertex after v on such a way, if it is as short as `shortest`.
    template <class Allowed>
    [[nodiscard]] Vertex step(Vertex v, std::size_t hops, double shortest,
                              const Allowed& allowed) const {
        const auto row = network_.out(v);
        const auto arcs = distances_.out(network_, v);
        std::size_t i = 0;
        while (!allowed(row[i]) || !as_short(arcs[i] + rows_[hops][row[i]], shortest)) ++i;
        return row[i];
    }

    const Network& network_;
    const Distances& distances_;
    Vertex to_;
    std::size_t limit_;
    std::vector<bool> closed_;
    std::vector<std::vector<double>> rows_;
};

/// Completes families, and gives those whose lengths agree the same length.
template <class Ways>
class LengthSearch {
  public:
    LengthSearch(const Network& network, const Distances& distances, Ways ways)
        : network_(network), distances_(distances), ways_(std::move(ways)) {}

    bool complete(PathFamily& family) {
        if (!ways_.complete(family)) return false;
        double length = 0;
        for (std::size_t i = 0; i + 1 < family.best.size(); ++i)
            length += distances_[*network_.arc_index(family.best[i], family.best[i + 1])];
        family.length = known(length);
        return std::isfinite(length);
    }

  private:
    /// The smallest length of an earlier path that agrees, or this one.
    double known(double length) {
        const auto found = lengths_.lower_bound(length / (1 + 1e-12));
        if (found != lengths_.end() && as_short(*found, length)) return *found;
        lengths_.insert(length);
        return length;
    }

    const Network& network_;
    const Distances& distances_;
    Ways ways_;
    std::set<double> lengths_;
};

}  // namespace

std::vector<std::vector<Vertex>> shortest_paths(const Network& network, const Distances& distances,
                                                Vertex from, Vertex to,
                                                const ShortestPathsOptions& options,
                                                const Run& run) {
    distances.check_fits(network);
    if (options.max_length) {
        LimitedWays ways(network, distances, to, *options.max_length);
        return tell_paths(network, from, to, options, run,
                          LengthSearch(network, distances, std::move(ways)));
    }
    return tell_paths(network, from, to, options, run,
                      LengthSearch(network, distances, FreeWays(network, distances, to)));
}

}  // namespace actormap
