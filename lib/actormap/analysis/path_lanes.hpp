#pragma once

#include <actormap/analysis/lanes.hpp>
#include <actormap/analysis/path_order.hpp>
#include <actormap/base/cpu.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace actormap {

/// Searches from several sources at once over a `PathNetwork`: a lane for each.
///
/// A search goes level by level. In each level a row of numbers, one a lane, is added up over a
/// vertex's row of neighbours, without branches; a lane in which the vertex is not at that level
/// adds zeros. Going out the numbers are counts of paths, coming back they are what is beyond.
/// There are no lists of predecessors.
///
/// Precision   the same bits as `PathSearch`, whatever the number of lanes and the processor: each
///             lane adds in the order of the rows, and zeros change no sum
/// Memory      for each vertex three rows of lanes, and one of `slots` numbers of the caller's; for
/// each
///             vertex and level in which some lane visits it another, which are about two a vertex
///             and at most five
class PathLanes {
  public:
    static constexpr std::size_t slots = 16;  ///< sources of a group
    using Slots = Lanes<slots>;

    /// `lanes` is 4, 8 or 16; `level` at most that of the processor.
    PathLanes(const PathOrder& order, std::size_t lanes, Cpu level = cpu());
    ~PathLanes();
    PathLanes(const PathLanes&) = delete;
    PathLanes& operator=(const PathLanes&) = delete;

    /// How many lanes suit a network of `vertices`: fewer for a large one, to spare memory.
    [[nodiscard]] static std::size_t suited(std::size_t vertices);

    /// Adds to sums[v] what `PathSearch` would tell of the sources, source i in slot first_slot +
    /// i. They are at most as many as lanes, and first_slot is a multiple of lanes. False, and
    /// nothing is added, if there are more than 2^1000 paths, or the lanes are so far apart that
    /// each level would serve few of them: then search one at a time.
    ///
    /// Cost        O(levels (n + m)) time of what they reach, at most four times that of one search
    bool add(std::span<const Vertex> sources, std::size_t first_slot, std::vector<Slots>& sums);

    struct State;  ///< one for each number of lanes

  private:
    std::unique_ptr<State> state_;
};

}  // namespace actormap
