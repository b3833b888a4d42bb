#include <actormap/draw/world_inset.hpp>
#include <actormap/draw/world_projection.hpp>

#include <functional>

namespace actormap {

namespace {

using Ring = std::vector<GvPoint>;

constexpr double width = 276;
constexpr double top = 214;  ///< above the lower edge of the map; it hangs below that
constexpr double west = -10.5, east = 47, south = 30.5, north = 69.5;

/// The part of a ring on one side of a line; `side` is not negative there.
Ring cut(const Ring& ring, const std::function<double(GvPoint)>& side) {
    Ring kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GvPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        const double at_a = side(a), at_b = side(b);
        if (at_a >= 0) kept.push_back(a);
        if ((at_a >= 0) == (at_b >= 0)) continue;
        const double along = at_a / (at_a - at_b);
        kept.push_back({a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)});
    }
    return kept;
}

}  // namespace

MapInset europe_inset() {
    MapInset inset;
    inset.from = {{on_map({west, 45}).x, on_map({0, south}).y},
                  {on_map({east, 48}).x, on_map({0, north}).y}};
    inset.zoom = width / (inset.from.high.x - inset.from.low.x);
    const double height = inset.zoom * (inset.from.high.y - inset.from.low.y);
    inset.box = {{0, top - height}, {width, top}};
    return inset;
}

bool shows(const MapInset& inset, GvPoint point) {
    constexpr double margin = 4;  // so that marks are whole
    return point.x > inset.from.low.x + margin && point.x < inset.from.high.x - margin &&
           point.y > inset.from.low.y + margin && point.y < inset.from.high.y - margin;
}

GvPoint within(const MapInset& inset, GvPoint point) {
    return {inset.box.low.x + inset.zoom * (point.x - inset.from.low.x),
            inset.box.low.y + inset.zoom * (point.y - inset.from.low.y)};
}

std::vector<GvPoint> clipped(const MapInset& inset, const std::vector<GvPoint>& ring) {
    const GvBox& from = inset.from;
    Ring part = cut(ring, [&](GvPoint p) { return p.x - from.low.x; });
    part = cut(part, [&](GvPoint p) { return from.high.x - p.x; });
    part = cut(part, [&](GvPoint p) { return p.y - from.low.y; });
    part = cut(part, [&](GvPoint p) { return from.high.y - p.y; });
    for (GvPoint& point : part) point = within(inset, point);
    return part;
}

}  // namespace actormap
