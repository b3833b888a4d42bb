#include "support/catch.hpp"

#include <actormap/draw/springs.hpp>

#include <cmath>
#include <random>

using namespace actormap;

namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

std::vector<GvPoint> laid(std::size_t vertices, const Pairs& pairs,
                          const std::vector<double>& lengths,
                          const std::vector<std::optional<GvPoint>>& earlier = {}) {
    const Network network(Direction::undirected, vertices, pairs);
    return spring_layout(network, Distances::united(network, pairs, lengths, Uniting::smallest),
                         earlier);
}

double apart(GvPoint a, GvPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A tree of random shape with a few edges more.
Pairs random_pairs(std::size_t vertices, unsigned seed) {
    std::mt19937 random(seed);
    Pairs pairs;
    for (Vertex v = 1; v < vertices; ++v) pairs.emplace_back(v, random() % v);
    for (std::size_t i = 0; i < vertices / 4; ++i) {
        const auto a = static_cast<Vertex>(random() % vertices);
        const auto b = static_cast<Vertex>(random() % vertices);
        if (a != b) pairs.emplace_back(a, b);
    }
    return pairs;
}

/// The sum that the layout minimises, by Floyd and Warshall.
double stress(std::size_t n, const Pairs& pairs, const std::vector<GvPoint>& points) {
    std::vector<std::vector<double>> d(n, std::vector<double>(n, INFINITY));
    for (std::size_t i = 0; i < n; ++i) d[i][i] = 0;
    for (const auto& [a, b] : pairs) d[a][b] = d[b][a] = 1;
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double off = apart(points[i], points[j]) - d[i][j];
            sum += off * off / (d[i][j] * d[i][j]);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("what can be drawn true to length is", "[draw][springs]") {
    const auto path = laid(4, {{0, 1}, {1, 2}, {2, 3}}, {1, 2, 3});
    CHECK(apart(path[0], path[3]) == Approx(6).epsilon(0.01));
    CHECK(apart(path[1], path[2]) == Approx(2).epsilon(0.01));
    const auto triangle = laid(3, {{0, 1}, {1, 2}, {2, 0}}, {3, 4, 5});
    CHECK(apart(triangle[0], triangle[1]) == Approx(3).epsilon(0.01));
    CHECK(apart(triangle[1], triangle[2]) == Approx(4).epsilon(0.01));
    CHECK(apart(triangle[2], triangle[0]) == Approx(5).epsilon(0.01));
}

TEST_CASE("networks of none, one and unlinked vertices are laid out", "[draw][springs]") {
    CHECK(laid(0, {}, {}).empty());
    for (const GvPoint& point : laid(3, {}, {})) {
        CHECK(point.x == 0);
        CHECK(point.y == 0);
    }
}

TEST_CASE("no vertex alone can be moved to much less stress", "[draw][springs]") {
    const auto seed = GENERATE(range(0U, 20U));
    const std::size_t n = 30;
    const Pairs pairs = random_pairs(n, seed);
    auto points = laid(n, pairs, std::vector<double>(pairs.size(), 1));
    const double settled = stress(n, pairs, points);
    INFO("seed " << seed);
    for (std::size_t v = 0; v < n; ++v) {
        const GvPoint at = points[v];
        for (const auto& [x, y] : {std::pair(0.1, 0.0), {-0.1, 0.0}, {0.0, 0.1}, {0.0, -0.1}}) {
            points[v] = {at.x + x, at.y + y};
            CHECK(stress(n, pairs, points) > 0.99 * settled);
        }
        points[v] = at;
    }
}

TEST_CASE("twins do not fall on one point, and a layout is widest from left to right",
          "[draw][springs]") {
    Pairs star;
    for (Vertex v = 1; v < 12; ++v) star.emplace_back(0, v);
    star.emplace_back(1, 12);
    star.emplace_back(12, 13);
    const auto points = laid(14, star, std::vector<double>(star.size(), 1));
    double xx = 0, yy = 0, x = 0, y = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK(apart(points[i], points[j]) > 0.2);
        x += points[i].x, y += points[i].y;
        xx += points[i].x * points[i].x, yy += points[i].y * points[i].y;
    }
    CHECK(std::abs(x) + std::abs(y) < 1e-9);
    CHECK(xx > yy);
    CHECK(points[0].x < 0.01);  // the hub to the left of the middle
}

TEST_CASE("what has most edges is to the left and above", "[draw][springs]") {
    const auto seed = GENERATE(range(0U, 12U));
    const std::size_t n = 25;
    const Pairs pairs = random_pairs(n, seed);
    const Network network(Direction::undirected, n, pairs);
    const auto points = laid(n, pairs, std::vector<double>(pairs.size(), 1));
    double left = 0, above = 0;
    for (Vertex v = 0; v < n; ++v) {
        left -= static_cast<double>(network.degree(v)) * points[v].x;
        above += static_cast<double>(network.degree(v)) * points[v].y;
    }
    INFO("seed " << seed);
    CHECK(left >= -1e-9);
    CHECK(above >= -1e-9);
}

TEST_CASE("earlier points hold, and a new vertex stands beside its neighbour", "[draw][springs]") {
    const auto seed = GENERATE(range(0U, 10U));
    const std::size_t n = 40;
    Pairs pairs = random_pairs(n, seed);
    const auto before = laid(n, pairs, std::vector<double>(pairs.size(), 1));
    std::vector<std::optional<GvPoint>> earlier;
    double mean_edge = 0;
    for (const auto& [a, b] : pairs) mean_edge += 50 * apart(before[a], before[b]);
    mean_edge /= static_cast<double>(pairs.size());
    // In another unit and elsewhere: as a picture has them.
    for (const GvPoint& p : before) earlier.push_back(GvPoint{300 + 50 * p.x, 200 + 50 * p.y});
    earlier.emplace_back();
    pairs.emplace_back(7, n);
    const auto after = laid(n + 1, pairs, std::vector<double>(pairs.size(), 1), earlier);
    INFO("seed " << seed);
    for (std::size_t v = 0; v < n; ++v) CHECK(apart(*earlier[v], after[v]) == 0);
    CHECK(apart(after[n], after[7]) < 2 * mean_edge);
    CHECK(apart(after[n], after[7]) > 0.3 * mean_edge);  // in the unit of the earlier points
}
