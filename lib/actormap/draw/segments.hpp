#pragma once

#include <actormap/graphviz/graphviz.hpp>

namespace actormap {

/// On which side of the line from a to b the point c is: above 0 to the left, 0 on it.
[[nodiscard]] inline double turn(GvPoint a, GvPoint b, GvPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Whether the straight lines from a to b and from c to d cross at a point that is an end of
/// neither.
[[nodiscard]] inline bool lines_cross(GvPoint a, GvPoint b, GvPoint c, GvPoint d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

}  // namespace actormap
