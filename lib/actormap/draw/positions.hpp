#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/graphviz.hpp>
#include <actormap/network/network.hpp>

#include <vector>

namespace actormap {

/// Points for the vertices of any network, by springs, for programs that draw it themselves: with
/// room for a name around each, 2 by 0.4 inches.
///
/// Unit        points of 1/72 inch, y upwards
/// Components  side by side
/// Cost        about O(n log n + m) time: Graphviz's multilevel springs (sfdp)
/// Throws      those of graphviz.hpp
[[nodiscard]] std::vector<GvPoint> spring_positions(const Network& network, const Run& run = {});

}  // namespace actormap
