#include <actormap/analysis/max_flow.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

// Rounds of a breadth-first search for levels, then a depth-first search from level to level that
// fills paths until none is left (Dinic 1970). Of Boost.Graph's flows, the push-relabel one needs
// arcs back without a capacity of their own, Edmonds-Karp is slow at hubs, and none can be stopped.

namespace actormap {
namespace {

class Flow {
  public:
    Flow(const Network& network, std::vector<std::int64_t> capacity, Vertex from, Vertex to)
        : network_(network),
          from_(from),
          to_(to),
          residual_(std::move(capacity)),
          back_(network.arcs()),
          level_(network.size()),
          place_(network.size()) {
        // The tails ascend, so the arcs that lead back come in the order of their own rows.
        for (Vertex v = 0; v < network.size(); ++v) place_[v] = network.first_arc(v);
        std::size_t arc = 0;
        for (Vertex v = 0; v < network.size(); ++v) {
            for (const Vertex w : network.out(v)) back_[arc++] = place_[w]++;
        }
    }

    /// The level of each vertex, or unreached. False if the target is not reached.
    bool measure() {
        level_.assign(network_.size(), unreached);
        level_[from_] = 0;
        visits_.assign(1, from_);
        for (std::size_t next = 0; next < visits_.size(); ++next) {
            const Vertex v = visits_[next];
            std::size_t arc = network_.first_arc(v);
            for (const Vertex w : network_.out(v)) {
                if (residual_[arc++] == 0 || level_[w] != unreached) continue;
                level_[w] = level_[v] + 1;
                visits_.push_back(w);
            }
        }
        return level_[to_] != unreached;
    }

    /// Fills all paths from level to level.
    void fill(const Run& run) {
        place_.assign(network_.size(), 0);
        path_.clear();
        Vertex v = from_;
        for (;;) {
            if (v == to_) {
                if (run.stop.stop_requested()) throw Cancelled();
                v = fill_path();
            }
            if (advance(v)) continue;
            if (path_.empty()) return;
            v = path_.back().tail;
            path_.pop_back();
            ++place_[v];
        }
    }

    [[nodiscard]] std::vector<bool> reached() const {
        std::vector<bool> result;
        for (const std::uint32_t level : level_) result.push_back(level != unreached);
        return result;
    }

    /// How much goes along each arc, by what it could take at first.
    [[nodiscard]] std::vector<std::int64_t> along(std::vector<std::int64_t> capacity) const {
        for (std::size_t arc = 0; arc < capacity.size(); ++arc)
            capacity[arc] = std::max<std::int64_t>(capacity[arc] - residual_[arc], 0);
        return capacity;
    }

  private:
    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

    struct Step {
        Vertex tail = 0;
        std::size_t arc = 0;
    };

    /// Goes on from v along its next arc that has room and leads one level on, if there is one.
    bool advance(Vertex& v) {
        const auto row = network_.out(v);
        for (std::size_t& place = place_[v]; place < row.size(); ++place) {
            const std::size_t arc = network_.first_arc(v) + place;
            if (residual_[arc] == 0 || level_[row[place]] != level_[v] + 1) continue;
            path_.push_back({v, arc});
            v = row[place];
            return true;
        }
        return false;
    }

    /// Goes back to the tail of the first arc that is full then.
    Vertex fill_path() {
        std::size_t narrowest = 0;
        for (std::size_t i = 1; i < path_.size(); ++i) {
            if (residual_[path_[i].arc] < residual_[path_[narrowest].arc]) narrowest = i;
        }
        const std::int64_t amount = residual_[path_[narrowest].arc];
        for (const Step& step : path_) {
            residual_[step.arc] -= amount;
            residual_[back_[step.arc]] += amount;
        }
        const Vertex tail = path_[narrowest].tail;
        path_.resize(narrowest);
        return tail;
    }

    const Network& network_;
    Vertex from_;
    Vertex to_;
    std::vector<std::int64_t> residual_;  // how much more each arc can take
    std::vector<std::size_t> back_;       // the other arc of its edge
    std::vector<std::uint32_t> level_;
    std::vector<std::size_t> place_;  // the arcs before it lead nowhere in this round
    std::vector<Vertex> visits_;
    std::vector<Step> path_;
};

Flow filled(const Network& network, std::vector<std::int64_t> capacity, Vertex from, Vertex to,
            const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    Flow flow(network, std::move(capacity), from, to);
    while (flow.measure()) flow.fill(run);
    return flow;
}

}  // namespace

void check_cut_ends(const Network& network, Vertex from, Vertex to) {
    for (const Vertex v : {from, to}) {
        if (v < network.size()) continue;
        throw Error("network-vertex", "vertex " + std::to_string(v) +
                                          " is out of range; there are " +
                                          std::to_string(network.size()) + " vertices");
    }
    if (from == to) {
        throw Error("measure-undefined", "nothing cuts vertex " + std::to_string(from) +
                                             " off from itself; name two vertices");
    }
}

std::vector<bool> reach_of_max_flow(const Network& network, std::vector<std::int64_t> capacity,
                                    Vertex from, Vertex to, const Run& run) {
    return filled(network, std::move(capacity), from, to, run).reached();
}

std::vector<std::int64_t> max_flow(const Network& network, std::vector<std::int64_t> capacity,
                                   Vertex from, Vertex to, const Run& run) {
    return filled(network, capacity, from, to, run).along(capacity);
}

BothWays both_ways(const Network& directed, std::span<const std::int64_t> capacity) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(directed.arcs());
    for (Vertex v = 0; v < directed.size(); ++v) {
        for (const Vertex w : directed.out(v)) edges.emplace_back(v, w);
    }
    BothWays both{Network(Direction::undirected, directed.size(), edges), {}};
    both.capacity.reserve(both.network.arcs());
    for (Vertex v = 0; v < both.network.size(); ++v) {
        for (const Vertex w : both.network.out(v)) {
            const auto arc = directed.arc_index(v, w);
            both.capacity.push_back(arc ? capacity[*arc] : 0);
        }
    }
    return both;
}

}  // namespace actormap
