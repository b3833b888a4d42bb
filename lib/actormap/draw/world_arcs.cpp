#include <actormap/draw/world_arcs.hpp>
#include <actormap/draw/world_style.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

constexpr std::size_t most_arcs = 150, few_arcs = 50;

/// How many of the arcs, the heaviest of which come first, are drawn: all of one weight or none,
/// unless too few would remain.
std::size_t drawn_arcs(const std::vector<WorldArc>& arcs) {
    if (arcs.size() <= most_arcs) return arcs.size();
    std::size_t count = most_arcs;
    while (count > 0 && arcs[count - 1].claims == arcs[count].claims) --count;
    return count >= few_arcs ? count : most_arcs;
}

GvPoint toward(GvPoint from, GvPoint to, double distance) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length == 0) return from;
    return {from.x + distance * (to.x - from.x) / length,
            from.y + distance * (to.y - from.y) / length};
}

/// The curve between two places, within the box.
std::vector<GvPoint> bent(GvPoint a, GvPoint b, const GvBox& box) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    double bend = std::clamp(0.22 * length, 4.0, 110.0);
    const auto point = [&](double along) {
        const double across = length > 0 ? bend / length : 0;
        return GvPoint{a.x + along * dx + across * dy, a.y + along * dy - across * dx};
    };
    const auto inside = [&](GvPoint p) { return p.y <= box.high.y + 12 && p.y >= box.low.y - 12; };
    while (bend > 4 && !(inside(point(0.3)) && inside(point(0.7)))) bend -= 4;
    return {a, point(0.3), point(0.7), b};
}

/// The mark of a country that arcs begin or end at.
std::size_t mark_of(const WorldMap& map, std::size_t country, MapMark::Shape shape) {
    std::size_t found = map.marks.size();
    for (std::size_t i = 0; i < map.marks.size(); ++i) {
        if (map.marks[i].country != country) continue;
        if (map.marks[i].shape == shape) return i;
        found = i;
    }
    return found;
}

}  // namespace

void add_arcs(WorldMap& map, const WorldScene& scene) {
    const std::size_t drawn = drawn_arcs(scene.arcs);
    map.arcs_left = scene.arcs.size() - drawn;
    const bool cut = map.arcs_left > 0 && scene.arcs[drawn - 1].claims == scene.arcs[drawn].claims;
    map.least_claims = drawn == 0 || cut ? 0 : scene.arcs[drawn - 1].claims;
    for (std::size_t i = 0; i < drawn; ++i) {
        MapArc arc;
        arc.arc = i;
        arc.from = mark_of(map, scene.arcs[i].from, MapMark::Shape::origin);
        arc.to = mark_of(map, scene.arcs[i].to, MapMark::Shape::hit);
        const MapMark &from = map.marks[arc.from], &to = map.marks[arc.to];
        arc.cubic = bent(from.centre, to.centre, map.box);
        const double length = std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
        const double head = 10 * arc_head(scene.arcs[i].claims);
        // Close neighbours leave no room to stop short of the marks.
        const bool close = length < from.radius + to.radius + head + 2;
        if (!close) arc.cubic[0] = toward(from.centre, arc.cubic[1], from.radius);
        arc.tip = toward(to.centre, arc.cubic[2], close ? 0 : to.radius + 0.6);
        arc.cubic[3] = toward(arc.tip, arc.cubic[2], std::min(head, length / 2));
        map.arcs.push_back(std::move(arc));
    }
}

}  // namespace actormap
