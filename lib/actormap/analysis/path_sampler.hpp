#pragma once

#include <actormap/analysis/path_count.hpp>
#include <actormap/analysis/random_bits.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

/// Draws shortest paths between two vertices, each with the same chance.
///
/// Lengths     every arc is one hop
/// Precision   chances are off by the rounding of doubles: a relative 1e-15 an arc
/// Cost        of a draw: time for the arcs that are looked at, often a small part of all, and
///             never for all vertices; O(n) memory
class PathSampler {
  public:
    explicit PathSampler(const Network& network);

    /// The vertices between the two ends, in the order of the path; none if the ends are adjacent,
    /// if they are the same, or if there is no path. Valid until the next draw.
    [[nodiscard]] std::span<const Vertex> draw(Vertex from, Vertex to, RandomBits& bits);

  private:
    enum class Mark : std::uint8_t { unseen, forward, backward };

    /// What a search knows of a vertex that it reached.
    struct Reached {
        PathCount paths;      // shortest ones from the search's own end
        Vertex previous = 0;  // on one of these, each of which has the same chance
        std::uint32_t depth = 0;
    };
    /// The search from one end.
    struct Search {
        Mark mark;
        std::vector<Vertex> visits = {};  // nearest first
        std::size_t newest = 0;           // from here on visits are at the largest depth
        std::uint32_t depth = 0;
        std::size_t arcs = 0;  // that the next level looks at
    };
    /// The arc by which the searches met: from a vertex of the one that found it to one of the
    /// other. Of all such arcs, each has the chance that its paths have.
    struct Meeting {
        PathCount paths;  // of all arcs found
        Vertex near = 0;
        Vertex far = 0;
        bool found = false;
    };

    void begin(Search& search, Vertex end);
    void forget(Search& search);
    [[nodiscard]] Meeting expand(Search& search, RandomBits& bits);
    void follow(const Search& search, Vertex last);
    [[nodiscard]] std::span<const Vertex> row(const Search& search, Vertex v) const {
        return search.mark == Mark::forward ? network_.out(v) : network_.in(v);
    }

    const Network& network_;
    std::vector<Mark> mark_;  // apart from the rest: a byte a vertex stays in the cache
    std::vector<Reached> reached_;
    Search forward_{Mark::forward};
    Search backward_{Mark::backward};
    std::vector<Vertex> between_;
};

}  // namespace actormap
