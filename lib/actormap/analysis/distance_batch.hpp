#pragma once

#include <actormap/analysis/distance_core.hpp>
#include <actormap/analysis/source_bits.hpp>
#include <actormap/base/cpu.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

/// [d][v]: of how many vertices the distance to v is d, for d from 1 to the largest that was met.
using CountsByDistance = std::vector<std::vector<std::uint32_t>>;

/// Counts, for each vertex of a core, the vertices of the whole by their distance to it.
///
///     counts[d][v] = number of u with d(u, v) = d,  u among the sources so far and their leaves
///
/// Breadth-first searches from up to 512 sources go together, one bit each:
///
///     fresh(d, v) = union of fresh(d - 1, u) over arcs (u, v),  without what v saw at less than d
///
/// is the set of sources from which v has the distance d, so counts[d][v] grows by its size. The
/// leaves of a source are one step farther: counts[d + 1][v] grows by their number.
///
/// Deep        a search that would go beyond the distance `longest` is given up, and all that can
///             be reached from its source then has no counts
/// Precision   integers: the order of sources and batches changes nothing
/// Threads     one; several may share the core, and their counts be added up
/// Cost        for a batch with D distances at most O(n + D m) time, usually far less: each step
///             looks only at the arcs from where the last one came to, or only at those to
///             vertices that some source has yet to reach. 200 bytes a vertex, and 4 D
class DistanceBatch {
  public:
    static constexpr std::size_t most_sources = SourceBits::count;
    static constexpr std::size_t longest = 64;  ///< so that memory stays O(n)

    /// The core must outlive it.
    explicit DistanceBatch(const DistanceCore& core, Cpu processor = cpu());

    /// At most `most_sources`, each once in the life of this. False if any of them is given up.
    bool add(std::span<const Vertex> sources);

    [[nodiscard]] CountsByDistance& counts() { return room_.counts; }
    [[nodiscard]] bool given_up(Vertex v) const { return room_.given_up[v] != 0; }

    /// What searches keep from one to the next. Between them no bit is set.
    struct Room {
        explicit Room(const DistanceCore& of);

        const DistanceCore& core;
        CountsByDistance counts;
        std::vector<unsigned char> given_up;

        SourceBits all;                     // the sources of the batch
        std::vector<SourceBits> multiples;  // [k]: those whose number of leaves has the bit 2^k
        std::vector<SourceBits> seen;       // by vertex: the sources that reached it
        std::vector<SourceBits> front;      // those that did so at the last distance
        std::vector<SourceBits> next;       // those that do so at this one
        std::vector<Vertex> visits;         // the vertices with bits in `seen`
        std::vector<Vertex> at_front;       // those with bits in `front`
        std::vector<Vertex> at_next;
        std::vector<Vertex> open;  // those that some source has yet to reach, once that is asked
        std::vector<unsigned char> touched;
    };

  private:
    Room room_;
    Cpu processor_;
};

}  // namespace actormap
