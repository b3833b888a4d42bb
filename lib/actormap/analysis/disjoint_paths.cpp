#include <actormap/analysis/disjoint_paths.hpp>
#include <actormap/analysis/max_flow.hpp>

#include <algorithm>
#include <string>
#include <utility>

// A maximum flow of integers, taken apart unit by unit: from `from` always on along the first arc
// that still carries something. Where that comes back to a vertex, what led round to it is a circle
// that moves nothing from `from` to `to`, and is taken out of the flow.

namespace actormap {
namespace {

class Units {
  public:
    Units(const Network& network, std::vector<std::int64_t> flow, Vertex from, Vertex to)
        : network_(network),
          from_(from),
          to_(to),
          flow_(std::move(flow)),
          place_(network.size(), 0),
          step_(network.size(), 0) {}

    /// How many units leave `from` in the end.
    [[nodiscard]] std::int64_t value() const {
        std::int64_t value = 0;
        for (const Vertex w : network_.out(from_)) {
            value += flow_[*network_.arc_index(from_, w)];
            value -= flow_[*network_.arc_index(w, from_)];
        }
        return value;
    }

    /// A path of one unit, which is taken out of the flow.
    std::vector<Vertex> take() {
        walk_.assign(1, from_);
        step_[from_] = 1;
        while (walk_.back() != to_) {
            const Vertex next = head(walk_.back());
            if (step_[next] != 0) {
                walk_.push_back(next);
                cut_circle(step_[next] - 1);
                continue;
            }
            walk_.push_back(next);
            step_[next] = walk_.size();
        }
        for (const Vertex v : walk_) step_[v] = 0;
        for (std::size_t i = 1; i < walk_.size(); ++i) --flow_[arc(i)];
        return walk_;
    }

  private:
    /// Where the first arc of v leads that carries something; there is one.
    Vertex head(Vertex v) {
        std::size_t& place = place_[v];
        while (flow_[network_.first_arc(v) + place] == 0) ++place;
        return network_.out(v)[place];
    }

    /// The arc to the i-th vertex of the walk: the first that carries something at its tail.
    [[nodiscard]] std::size_t arc(std::size_t i) const {
        const Vertex tail = walk_[i - 1];
        return network_.first_arc(tail) + place_[tail];
    }

    /// Takes out of the flow what goes round from the vertex at `first`, where the walk ends, too.
    void cut_circle(std::size_t first) {
        std::int64_t least = flow_[arc(first + 1)];
        for (std::size_t i = first + 1; i < walk_.size(); ++i)
            least = std::min(least, flow_[arc(i)]);
        for (std::size_t i = first + 1; i < walk_.size(); ++i) {
            flow_[arc(i)] -= least;
            if (i + 1 < walk_.size()) step_[walk_[i]] = 0;
        }
        walk_.resize(first + 1);
    }

    const Network& network_;  // undirected: with each arc the one back
    Vertex from_;
    Vertex to_;
    std::vector<std::int64_t> flow_;
    std::vector<std::size_t> place_;  // the arcs before it carry nothing any more
    std::vector<std::size_t> step_;   // where the walk has the vertex, from 1; 0: nowhere
    std::vector<Vertex> walk_;
};

}  // namespace

std::vector<std::vector<Vertex>> paths_of_flow(const Network& network,
                                               std::vector<std::int64_t> flow, Vertex from,
                                               Vertex to) {
    Units units(network, std::move(flow), from, to);
    std::vector<std::vector<Vertex>> paths;
    for (std::int64_t left = units.value(); left > 0; --left) paths.push_back(units.take());
    std::sort(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return paths;
}

std::vector<std::vector<Vertex>> disjoint_paths(const Network& network,
                                                std::span<const std::int64_t> capacities,
                                                Vertex from, Vertex to, const DisjointPathsOptions&,
                                                const Run& run) {
    if (capacities.size() != network.arcs())
        throw Error("weights-size", std::to_string(capacities.size()) + " capacities for " +
                                        std::to_string(network.arcs()) +
                                        " arcs; give one for each arc of the network");
    check_cut_ends(network, from, to);
    if (!network.directed()) {
        std::vector<std::int64_t> own(capacities.begin(), capacities.end());
        return paths_of_flow(network, max_flow(network, std::move(own), from, to, run), from, to);
    }
    BothWays both = both_ways(network, capacities);
    return paths_of_flow(both.network,
                         max_flow(both.network, std::move(both.capacity), from, to, run), from, to);
}

}  // namespace actormap
