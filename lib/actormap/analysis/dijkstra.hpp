#pragma once

#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <functional>
#include <queue>
#include <span>
#include <utility>
#include <vector>

namespace actormap {

/// Whether a path of `length` is as short as one of `shortest`, which no path is shorter than:
/// whether the two agree to a relative 1e-12, so that the order of additions does not decide.
[[nodiscard]] inline bool as_short(double length, double shortest) {
    return length - shortest <= 1e-12 * shortest;  // false if `length` is infinite
}

enum class Walk { along, against };

/// Searches from one vertex for the vertices that it reaches by arcs of some lengths, or that
/// reach it. The network and the distances must outlive it.
///
///     length(v) = min over paths of the sum of their arcs, added up from the start
///
/// which does not depend on the order in which vertices or arcs are looked at.
///
/// Infinite    arcs are not walked, nor paths whose length is beyond a double
/// Threads     one; the order of the visits is the same everywhere
/// Cost        O((n + m) log n) time a search, O(n + m) memory
/// Reference   E. W. Dijkstra, A note on two problems in connexion with graphs, Numer. Math. 1
///             (1959) 269-271, https://doi.org/10.1007/BF01386390
class Dijkstra {
  public:
    Dijkstra(const Network& network, const Distances& distances, Walk walk);

    /// Forgets the last search.
    void search(Vertex start);
    /// No search enters a closed vertex; it may start there.
    void close(Vertex v) { closed_[v] = true; }
    void open(Vertex v) { closed_[v] = false; }

    /// The vertices found, nearest first, the start among them.
    [[nodiscard]] std::span<const Vertex> visits() const { return visits_; }
    /// Infinite if v was not found.
    [[nodiscard]] double length(Vertex v) const { return length_[v]; }
    /// Where v stands in visits(). The start and what was not found have place 0: neither comes
    /// after another vertex.
    [[nodiscard]] std::size_t place(Vertex v) const { return place_[v]; }

  private:
    using Entry = std::pair<double, Vertex>;

    const Network& network_;
    const Distances& distances_;
    Walk walk_;
    std::vector<double> length_;
    std::vector<std::size_t> place_;
    std::vector<bool> closed_;
    std::vector<Vertex> visits_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

}  // namespace actormap
