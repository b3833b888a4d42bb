#include "support/catch.hpp"

#include <actormap/draw/hulls.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace actormap;

namespace {

/// Above zero if c lies to the left of the way from a to b.
double side(GvPoint a, GvPoint b, GvPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

std::vector<GvPoint> scattered(std::mt19937& random, std::size_t count, double width = 20) {
    std::vector<GvPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        const auto coordinate = [&] {
            return std::floor(width * static_cast<double>(random() % 1000) / 1000);
        };
        const double x = coordinate();
        points.push_back({x, coordinate()});
    }
    return points;
}

/// Whether some point lies within both of two convex polygons, by points strewn over the first.
bool strewn_meet(const Hull& a, const Hull& b) {
    const auto inside = [](const Hull& hull, GvPoint point) {
        for (std::size_t i = 0; i < hull.size(); ++i) {
            if (side(hull[i], hull[(i + 1) % hull.size()], point) <= 1e-6) return false;
        }
        return true;
    };
    const GvBox box = box_of(a);
    for (double x = box.low.x; x <= box.high.x; x += 0.1) {
        for (double y = box.low.y; y <= box.high.y; y += 0.1) {
            if (inside(a, {x, y}) && inside(b, {x, y})) return true;
        }
    }
    return false;
}

Hull shifted(Hull hull, GvPoint by) {
    for (GvPoint& point : hull) point = {point.x + by.x, point.y + by.y};
    return hull;
}

}  // namespace

TEST_CASE("a hull is convex, has corners among the points, and holds them all", "[draw][hulls]") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const std::vector<GvPoint> points = scattered(random, 3 + seed % 20);
        const Hull hull = convex_hull(points);
        INFO("seed " << seed);
        if (hull.size() < 3) continue;  // all on a line
        for (std::size_t i = 0; i < hull.size(); ++i) {
            const GvPoint a = hull[i], b = hull[(i + 1) % hull.size()];
            CHECK(side(a, b, hull[(i + 2) % hull.size()]) > 0);
            for (const GvPoint& point : points) CHECK(side(a, b, point) >= 0);
            CHECK(std::any_of(points.begin(), points.end(), [&](const GvPoint& point) {
                return point.x == a.x && point.y == a.y;
            }));
        }
    }
    CHECK(convex_hull({}).empty());
    CHECK(convex_hull({{1, 2}, {1, 2}}).size() == 1);
    CHECK(convex_hull({{0, 0}, {1, 1}, {3, 3}, {2, 2}}).size() == 2);
}

TEST_CASE("a hull around boxes keeps its margin, and rounds its corners within it",
          "[draw][hulls]") {
    const std::vector<GvPoint> points = {{0, 0}, {100, 50}, {40, -300}};
    const std::vector<GvNodePlace> sizes = {{{}, 20, 10}, {{}, 60, 30}, {{}, 500, 500}};
    const std::vector<std::size_t> members = {0, 1};
    const Hull sharp = hull_around(points, sizes, members, 8);
    const GvBox box = box_of(sharp);
    CHECK(box.low.x == Approx(-18));
    CHECK(box.low.y == Approx(-13));
    CHECK(box.high.x == Approx(138));
    CHECK(box.high.y == Approx(73));
    const Hull round = hull_around(points, sizes, members, 8, true);
    CHECK(area_of(round) < area_of(sharp));
    CHECK(area_of(round) > area_of(hull_around(points, sizes, members, 0)));
    CHECK(round.size() > 2 * sharp.size());
    // Each point of its outline is 8 points from the boxes' own hull, and their corners within.
    for (const GvPoint& point : round) {
        double nearest = INFINITY;
        for (const GvPoint& corner : hull_around(points, sizes, members, 0)) {
            nearest = std::min(nearest, std::hypot(point.x - corner.x, point.y - corner.y));
        }
        CHECK(nearest == Approx(8));
    }
    CHECK(area_of(corners_of({{0, 0}, {3, 2}})) == Approx(6));
}

TEST_CASE("the way out leads just out, and none is shorter", "[draw][hulls]") {
    std::size_t met = 0, apart = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        std::mt19937 random(seed);
        const Hull a = convex_hull(scattered(random, 6, 8));
        const Hull b = shifted(convex_hull(scattered(random, 6, 8)),
                               {static_cast<double>(seed % 11) - 5, static_cast<double>(seed % 7)});
        if (a.size() < 3 || b.size() < 3) continue;
        INFO("seed " << seed);
        const auto way = way_out(a, b);
        if (!way) {
            ++apart;
            CHECK_FALSE(strewn_meet(a, b));
            continue;
        }
        ++met;
        CHECK_FALSE(way_out(shifted(a, *way), b));
        const double length = std::hypot(way->x, way->y);
        for (int i = 0; i < 64; ++i) {
            const double angle = 6.283185 * i / 64;
            const GvPoint shorter{0.98 * length * std::cos(angle), 0.98 * length * std::sin(angle)};
            CHECK(way_out(shifted(a, shorter), b));
        }
        const auto back = way_out(b, a);
        REQUIRE(back);
        CHECK(std::hypot(back->x, back->y) == Approx(length));
    }
    CHECK(met > 20);
    CHECK(apart > 5);
    const Hull box = corners_of({{0, 0}, {10, 10}});
    CHECK_FALSE(way_out(box, corners_of({{10, 0}, {20, 10}})));  // they touch
    const auto way = way_out(box, corners_of({{9, -50}, {20, 50}}));
    REQUIRE(way);
    CHECK(way->x == Approx(-1));
    CHECK(way->y == Approx(0).margin(1e-12));
}
