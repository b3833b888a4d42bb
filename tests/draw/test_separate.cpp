#include "support/catch.hpp"

#include <actormap/draw/crossings.hpp>
#include <actormap/draw/separate.hpp>
#include <actormap/draw/untangle.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace actormap;

namespace {

std::vector<GvPoint> random_points(std::size_t count, double within, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<GvPoint> points(count);
    for (GvPoint& point : points) {
        point.x = within * static_cast<double>(random() % 1000) / 1000;
        point.y = within * static_cast<double>(random() % 1000) / 1000;
    }
    return points;
}

Scene scene_of(std::size_t nodes, const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
    Scene scene;
    scene.nodes.resize(nodes);
    for (const auto& [from, to] : edges) {
        scene.edges.emplace_back();
        scene.edges.back().from = from;
        scene.edges.back().to = to;
    }
    return scene;
}

}  // namespace

TEST_CASE("boxes end up apart, by the gap", "[draw][separate]") {
    const auto seed = GENERATE(range(0U, 20U));
    std::vector<GvPoint> points = random_points(60, 300, seed);
    std::vector<GvNodePlace> sizes(points.size());
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        sizes[i].width = 20 + static_cast<double>(i % 7) * 10;
        sizes[i].height = 10 + static_cast<double>(i % 3) * 6;
    }
    REQUIRE(separate(points, sizes, 5, 2000));
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double x =
                std::abs(points[i].x - points[j].x) - (sizes[i].width + sizes[j].width) / 2;
            const double y =
                std::abs(points[i].y - points[j].y) - (sizes[i].height + sizes[j].height) / 2;
            CHECK(std::max(x, y) > 5 - 1e-5);
        }
    }
    const std::vector<GvPoint> apart = points;
    CHECK(separate(points, sizes, 5, 1));
    CHECK(std::equal(points.begin(), points.end(), apart.begin(), [](GvPoint a, GvPoint b) {
        return a.x == b.x && a.y == b.y;  // nothing met, nothing moved
    }));
}

TEST_CASE("a round that is not enough says so", "[draw][separate]") {
    std::vector<GvPoint> points(30);
    std::vector<GvNodePlace> sizes(30);
    for (GvNodePlace& size : sizes) size.width = size.height = 10;
    CHECK_FALSE(separate(points, sizes, 1, 1));
    CHECK(separate(points, sizes, 1, 5000));  // all on one point
}

TEST_CASE("evened out, all stand at equal distances in the order they had", "[draw][separate]") {
    const std::vector<GvPoint> before = random_points(25, 100, 3);
    std::vector<std::size_t> all(before.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<GvPoint> same = before, even = before, half = before;
    even_out(same, all, 0);
    even_out(even, all, 1);
    even_out(half, all, 0.5);
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(same[i].x == before[i].x);
        CHECK(half[i].x == Approx((before[i].x + even[i].x) / 2));
        CHECK(half[i].y == Approx((before[i].y + even[i].y) / 2));
        xs.push_back(even[i].x);
        ys.push_back(even[i].y);
        for (std::size_t j = 0; j < i; ++j) {
            if (before[i].x < before[j].x) CHECK(even[i].x < even[j].x);
            if (before[i].y < before[j].y) CHECK(even[i].y < even[j].y);
        }
    }
    std::sort(xs.begin(), xs.end());
    std::sort(ys.begin(), ys.end());
    for (std::size_t i = 2; i < xs.size(); ++i) {
        CHECK(xs[i] - xs[i - 1] == Approx(xs[1] - xs[0]));
        CHECK(ys[i] - ys[i - 1] == Approx(ys[1] - ys[0]));
    }
}

TEST_CASE("crossings are those of the lines", "[draw][crossings]") {
    // Five points on a circle, all joined: each of the five diagonals' pairs but those at an end.
    std::vector<std::pair<std::size_t, std::size_t>> all;
    std::vector<GvPoint> circle;
    for (std::size_t i = 0; i < 5; ++i) {
        circle.push_back(
            {std::cos(1.2566 * static_cast<double>(i)), std::sin(1.2566 * static_cast<double>(i))});
        for (std::size_t j = 0; j < i; ++j) all.emplace_back(i, j);
    }
    CHECK(crossings(scene_of(5, all), circle) == 5);
    CHECK(crossings(scene_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}), circle) == 0);
    CHECK(crossings(scene_of(0, {}), std::vector<GvPoint>()) == 0);

    // Against the definition: two lines have a point in common that is an end of neither.
    const auto seed = GENERATE(range(0U, 20U));
    const std::vector<GvPoint> points = random_points(12, 100, seed);
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t i = 0; i < 12; ++i) edges.emplace_back(i, (i * 5 + seed) % 12);
    std::size_t expected = 0;
    for (std::size_t e = 0; e < edges.size(); ++e) {
        for (std::size_t f = 0; f < e; ++f) {
            const auto [a, b] = edges[e];
            const auto [c, d] = edges[f];
            if (a == c || a == d || b == c || b == d || a == b || c == d) continue;
            const GvPoint p = points[a], r{points[b].x - p.x, points[b].y - p.y};
            const GvPoint q = points[c], s{points[d].x - q.x, points[d].y - q.y};
            const double det = r.x * s.y - r.y * s.x;
            const double t = ((q.x - p.x) * s.y - (q.y - p.y) * s.x) / det;
            const double u = ((q.x - p.x) * r.y - (q.y - p.y) * r.x) / det;
            if (det != 0 && t > 0 && t < 1 && u > 0 && u < 1) ++expected;
        }
    }
    CHECK(crossings(scene_of(12, edges), points) == expected);
}

TEST_CASE("untangled, fewer edges cross and no boxes meet", "[draw][crossings]") {
    const auto seed = GENERATE(range(0U, 20U));
    std::vector<GvPoint> points = random_points(30, 600, seed);
    std::vector<GvNodePlace> sizes(points.size());
    for (GvNodePlace& size : sizes) size.width = 40, size.height = 14;
    REQUIRE(separate(points, sizes, 4, 2000));
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t i = 1; i < 30; ++i) edges.emplace_back(i, (i * 7 + seed) % i);
    for (std::size_t i = 0; i < 15; ++i) edges.emplace_back(i, 29 - i);
    const Scene scene = scene_of(30, edges);
    const std::size_t before = crossings(scene, points);
    REQUIRE(before > 0);
    double left = INFINITY, right = -INFINITY;
    for (const GvPoint& point : points) {
        left = std::min(left, point.x - 20);
        right = std::max(right, point.x + 20);
    }
    untangle(scene, points, sizes, 4, 3);
    INFO("seed " << seed);
    CHECK(crossings(scene, points) < before);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double x = std::abs(points[i].x - points[j].x) - 40;
            const double y = std::abs(points[i].y - points[j].y) - 14;
            CHECK(std::max(x, y) > 4 - 1e-5);
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(points[i].x - 20 >= left - 1e-9);
        CHECK(points[i].x + 20 <= right + 1e-9);
    }
    const std::size_t once = crossings(scene, points);
    untangle(scene, points, sizes, 4, 1);
    CHECK(crossings(scene, points) <= once);
}

TEST_CASE("curves that cross twice count once", "[draw][crossings]") {
    const Scene scene = scene_of(4, {{0, 1}, {2, 3}});
    GvLayout layout;
    layout.edges.resize(2);
    layout.edges[0].pos = "0,0 10,10 20,0 30,10";
    layout.edges[1].pos = "e,30,5 0,5 10,5 20,5 30,5";
    CHECK(crossings(scene, layout) == 1);
    layout.edges[1].pos = "0,15 10,15 20,15 30,15";
    CHECK(crossings(scene, layout) == 0);
}

TEST_CASE("a curve is read from Graphviz's words", "[draw][crossings]") {
    GvEdgePlace edge;
    edge.pos = "e,9,9 1,2 3.5,-4 5,6 7,8";
    const std::vector<GvPoint> curve = curve_of(edge);
    REQUIRE(curve.size() == 4);
    CHECK(curve[1].x == 3.5);
    CHECK(curve[1].y == -4);
    CHECK(curve_of({}).empty());
}
