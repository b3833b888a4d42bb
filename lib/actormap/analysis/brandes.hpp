#pragma once

#include <actormap/analysis/dijkstra.hpp>
#include <actormap/analysis/path_count.hpp>
#include <actormap/base/parallel.hpp>
#include <actormap/base/run.hpp>
#include <actormap/base/shard.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// What the kernels of betweenness share: one search per source counts shortest paths; walking its
// visits backwards adds up the share of each vertex and arc in the pairs that start at the source
// (Brandes 2001).

namespace actormap {

/// Counts the shortest paths from a source, by breadth-first search.
class HopPaths {
  public:
    explicit HopPaths(const Network& network)
        : network_(network), depth_(network.size(), unseen), paths_(network.size()) {}

    void search(Vertex source) {
        for (const Vertex v : visits_) depth_[v] = unseen;
        visits_.assign(1, source);
        depth_[source] = 0;
        paths_[source] = PathCount::one();
        for (std::size_t next = 0; next < visits_.size(); ++next) {
            const Vertex v = visits_[next];
            for (const Vertex w : network_.out(v)) {
                if (depth_[w] == unseen) {
                    depth_[w] = depth_[v] + 1;
                    paths_[w] = PathCount();
                    visits_.push_back(w);
                }
                if (depth_[w] == depth_[v] + 1) paths_[w] += paths_[v];
            }
        }
    }
    /// The vertices reached, nearest first.
    [[nodiscard]] std::span<const Vertex> visits() const { return visits_; }
    [[nodiscard]] const PathCount& paths(Vertex v) const { return paths_[v]; }
    /// Whether shortest paths end with the arc from v, which was visited, to w = out(v)[i].
    [[nodiscard]] bool ends(Vertex v, std::size_t /*i*/, Vertex w) const {
        return depth_[w] == depth_[v] + 1;
    }

  private:
    static constexpr std::int64_t unseen = -1;

    const Network& network_;
    std::vector<std::int64_t> depth_;  // hops from the source
    std::vector<PathCount> paths_;
    std::vector<Vertex> visits_;
};

/// The same by length. A path is a shortest one if each of its arcs ends one: see `as_short`.
class LengthPaths {
  public:
    LengthPaths(const Network& network, const Distances& distances)
        : network_(network),
          distances_(distances),
          dijkstra_(network, distances, Walk::along),
          paths_(network.size()) {}

    void search(Vertex source) {
        dijkstra_.search(source);
        for (const Vertex v : visits()) paths_[v] = PathCount();
        paths_[source] = PathCount::one();
        for (const Vertex v : visits()) {
            const auto row = network_.out(v);
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (ends(v, i, row[i])) paths_[row[i]] += paths_[v];
            }
        }
    }
    [[nodiscard]] std::span<const Vertex> visits() const { return dijkstra_.visits(); }
    [[nodiscard]] const PathCount& paths(Vertex v) const { return paths_[v]; }
    [[nodiscard]] bool ends(Vertex v, std::size_t i, Vertex w) const {
        return dijkstra_.place(w) > dijkstra_.place(v) &&
               as_short(dijkstra_.length(v) + distances_.out(network_, v)[i], dijkstra_.length(w));
    }

  private:
    const Network& network_;
    const Distances& distances_;
    Dijkstra dijkstra_;
    std::vector<PathCount> paths_;
};

/// How many chunks hold a number for each arc: fewer for a large network. Depends on the network
/// alone, so that sums do.
inline std::size_t chunks_by_arcs(const Network& network) {
    constexpr std::size_t most = 64;
    constexpr std::size_t fewest = 8;
    constexpr std::size_t numbers = std::size_t{1} << 24;  // in all chunks, unless these are fewest
    const std::size_t affordable = numbers / std::max<std::size_t>(network.arcs(), 1);
    return std::min(network.size(), std::clamp(affordable, fewest, most));
}

/// Sums over the sources that the chunks `only` of `chunks` have: a vector of `size` numbers for
/// each of these, for `add_up`. `start()` makes a search for a chunk; `at_vertex(sum, v, share)`
/// and `at_arc(sum, arc, share)` add the share of the pairs from one source whose paths go through
/// it.
template <class Start, class AtVertex, class AtArc>
std::vector<std::vector<double>> sum_shares(const Network& network, std::size_t chunks,
                                            ChunkRange only, std::size_t size, const Run& run,
                                            const Start& start, const AtVertex& at_vertex,
                                            const AtArc& at_arc) {
    const std::size_t n = network.size();
    struct Part {
        decltype(start()) search;
        std::vector<double> shares;
        std::vector<double>& sum;
    };
    std::vector<std::vector<double>> sums(only.size());
    const auto begin = [&](std::size_t chunk) {
        std::vector<double>& sum = sums[chunk - only.first];
        sum.assign(size, 0.0);
        return Part{start(), std::vector<double>(n), sum};
    };
    for_each_item(n, chunks, only, run, begin, [&](Part& part, std::size_t s) {
        auto& [search, shares, sum] = part;
        search.search(static_cast<Vertex>(s));
        const auto visits = search.visits();
        for (auto it = visits.rbegin(); it != visits.rend(); ++it) {
            const Vertex v = *it;
            double share = 0;
            const auto row = network.out(v);
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Vertex w = row[i];
                if (!search.ends(v, i, w)) continue;
                const double through = search.paths(v).of(search.paths(w)) * (1 + shares[w]);
                share += through;
                at_arc(sum, network.first_arc(v) + i, through);
            }
            shares[v] = share;
            if (v != s) at_vertex(sum, v, share);
        }
    });
    return sums;
}

/// Adds the sums of chunks to a total, one after the other: whoever adds all chunks in their order
/// gets the same bits, in however many calls.
inline void add_up(std::vector<double>& total, const std::vector<std::vector<double>>& sums) {
    for (std::size_t i = 0; i < total.size(); ++i) {
        for (const auto& sum : sums) total[i] += sum[i];
    }
}

}  // namespace actormap
