#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// An entity whose loss breaks the network: an articulation point.
struct BreakingPoint {
    EntityId entity{};
    /// How many entities are in each piece that its component falls into without it, the largest
    /// first. Those after the first hang on it alone.
    std::vector<std::size_t> pieces;
    [[nodiscard]] std::size_t cut_off() const;  ///< all of them but the largest
};

/// An edge whose loss breaks the network.
struct BreakingEdge {
    const ViewEdge* edge = nullptr;  ///< of the view, which must outlive it
    EntityId near{};                 ///< the end on the larger side; of equal sides the first
    EntityId far{};
    std::size_t cut_off = 0;  ///< how many entities are on the smaller side
};

/// Where a network breaks: those that cut off most first, then by id.
struct Breaks {
    std::vector<BreakingPoint> points;
    std::vector<BreakingEdge> bridges;
};

/// Articulation points and bridges. O(n + m).
/// Throws  Error network-direction for a directed view; Cancelled
[[nodiscard]] Breaks breaks(const View& view, const Run& run = {});

}  // namespace actormap
