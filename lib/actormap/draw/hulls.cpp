#include <actormap/draw/hulls.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace actormap {

namespace {

constexpr std::size_t parts_of_corner = 6;
constexpr double touching = 1e-6;  // points

/// Above zero where the way a, b, c turns left.
double turns(GvPoint a, GvPoint b, GvPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// The part of a line across `axis` that a hull covers.
std::pair<double, double> shadow(const Hull& hull, GvPoint axis) {
    std::pair<double, double> range{INFINITY, -INFINITY};
    for (const GvPoint& point : hull) {
        const double at = point.x * axis.x + point.y * axis.y;
        range = {std::min(range.first, at), std::max(range.second, at)};
    }
    return range;
}

void add_corners(std::vector<GvPoint>& all, GvPoint centre, double x, double y, double margin,
                 bool rounded) {
    constexpr std::array<GvPoint, 4> signs = {{{1, 1}, {-1, 1}, {-1, -1}, {1, -1}}};
    for (std::size_t quarter = 0; quarter < signs.size(); ++quarter) {
        const GvPoint corner{centre.x + signs[quarter].x * x, centre.y + signs[quarter].y * y};
        if (!rounded) {
            all.push_back(
                {corner.x + signs[quarter].x * margin, corner.y + signs[quarter].y * margin});
            continue;
        }
        for (std::size_t i = 0; i <= parts_of_corner; ++i) {
            const double angle =
                (static_cast<double>(quarter) + static_cast<double>(i) / parts_of_corner) *
                std::numbers::pi / 2;
            all.push_back(
                {corner.x + margin * std::cos(angle), corner.y + margin * std::sin(angle)});
        }
    }
}

}  // namespace

Hull convex_hull(std::vector<GvPoint> points) {
    const auto before = [](GvPoint a, GvPoint b) {
        return std::pair(a.x, a.y) < std::pair(b.x, b.y);
    };
    std::sort(points.begin(), points.end(), before);
    points.erase(std::unique(points.begin(), points.end(),
                             [](GvPoint a, GvPoint b) { return a.x == b.x && a.y == b.y; }),
                 points.end());
    if (points.size() < 3) return points;
    Hull hull;
    const auto add = [&](GvPoint point, std::size_t least) {
        while (hull.size() >= least + 2 && turns(hull[hull.size() - 2], hull.back(), point) <= 0) {
            hull.pop_back();
        }
        hull.push_back(point);
    };
    for (const GvPoint& point : points) add(point, 0);
    const std::size_t lower = hull.size() - 1;
    for (auto point = points.rbegin() + 1; point != points.rend(); ++point) add(*point, lower);
    hull.pop_back();  // the first again
    return hull;
}

GvBox united(const GvBox& a, const GvBox& b) {
    return {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
            {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
}

Hull corners_of(const GvBox& box) {
    return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
}

GvBox box_of(std::span<const GvPoint> polygon) {
    GvBox box{{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (const GvPoint& point : polygon) {
        box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
        box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
    }
    return box;
}

Hull hull_around(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
                 std::span<const std::size_t> members, double margin, bool rounded) {
    std::vector<GvPoint> corners;
    for (const std::size_t i : members) {
        add_corners(corners, points[i], sizes[i].width / 2, sizes[i].height / 2, margin, rounded);
    }
    return convex_hull(std::move(corners));
}

// Two convex polygons lie apart if and only if they do so across one of their sides; the side
// across which they overlap least is the shortest way out.
std::optional<GvPoint> way_out(const Hull& a, const Hull& b) {
    double least = INFINITY;
    GvPoint way;
    for (const Hull* hull : {&a, &b}) {
        for (std::size_t i = 0; i < hull->size(); ++i) {
            const GvPoint &p = (*hull)[i], &q = (*hull)[(i + 1) % hull->size()];
            const double length = std::hypot(q.x - p.x, q.y - p.y);
            if (length == 0) continue;
            const GvPoint axis{(q.y - p.y) / length, (p.x - q.x) / length};
            const auto [low_a, high_a] = shadow(a, axis);
            const auto [low_b, high_b] = shadow(b, axis);
            const double up = high_b - low_a, down = high_a - low_b;
            if (up <= touching || down <= touching) return std::nullopt;
            const double by = std::min(up, down);
            if (by >= least) continue;
            least = by;
            way = up < down ? GvPoint{axis.x * up, axis.y * up}
                            : GvPoint{-axis.x * down, -axis.y * down};
        }
    }
    if (least == INFINITY) return std::nullopt;
    return way;
}

double area_of(std::span<const GvPoint> polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const GvPoint &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

}  // namespace actormap
