#include "../../bench/synthetic.hpp"
#include "support/catch.hpp"

#include <map>
#include <set>

using namespace actormap;
using bench::actor_edges;
using bench::Edges;
using bench::rmat_edges;

namespace {

/// FNV-1a of the numbers' bytes, lowest first.
std::uint64_t digest(const Edges& edges) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const auto& [a, b] : edges) {
        for (const Vertex v : {a, b}) {
            for (unsigned shift = 0; shift < 32; shift += 8)
                hash = (hash ^ (v >> shift & 0xFFU)) * 0x100000001B3U;
        }
    }
    return hash;
}

bool is_tidy(const Edges& edges, std::size_t vertices, Direction direction) {
    std::set<std::pair<Vertex, Vertex>> seen;
    for (const auto& [a, b] : edges) {
        const bool ordered = direction == Direction::directed || a < b;
        if (!ordered || a == b || a >= vertices || b >= vertices) return false;
        seen.insert({a, b});
    }
    return seen.size() == edges.size() && std::equal(edges.begin(), edges.end(), seen.begin());
}

std::map<Vertex, std::set<Vertex>> neighbours(const Edges& edges) {
    std::map<Vertex, std::set<Vertex>> result;
    for (const auto& [a, b] : edges) {
        result[a].insert(b);
        result[b].insert(a);
    }
    return result;
}

}  // namespace

TEST_CASE("a synthetic network of actors has as many edges as are asked for", "[bench]") {
    for (const std::size_t vertices : {500U, 1000U, 5000U}) {
        for (const std::uint64_t seed : {0U, 1U, 2U}) {
            const Edges edges = actor_edges(vertices, 5 * vertices, seed);
            CHECK(edges.size() == 5 * vertices);
            CHECK(is_tidy(edges, vertices, Direction::undirected));
        }
    }
}

TEST_CASE("a synthetic network of actors has hubs, leaves, and vertices that are alike",
          "[bench]") {
    const std::size_t n = 5000;
    std::size_t leaves = 0, most = 0;
    std::map<std::set<Vertex>, std::size_t> alike;
    for (const auto& [v, row] : neighbours(actor_edges(n, 5 * n))) {
        leaves += row.size() == 1 ? 1U : 0U;
        most = std::max(most, row.size());
        if (row.size() >= 2 && row.size() <= 5) ++alike[row];
    }
    std::size_t united = 0;
    for (const auto& [row, count] : alike) united += count > 1 ? count : 0;
    // Two fifths are leaves. A group's hubs may be drawn twice, which leaves it one now and then.
    CHECK(leaves >= n * 2 / 5);
    CHECK(leaves < n * 2 / 5 + n / 50);
    CHECK(united > n * 2 / 5 - n / 25);
    CHECK(united <= n * 2 / 5);
    CHECK(most > 40 * 10);  // forty times the mean degree
}

TEST_CASE("R-MAT has the vertices of its scale, and most edges in the first quarter", "[bench]") {
    for (const auto direction : {Direction::directed, Direction::undirected}) {
        const Edges edges = rmat_edges(10, direction);
        CHECK(is_tidy(edges, 1024, direction));
        CHECK(edges.size() > 8 * 1024);
        CHECK(edges.size() < 16 * 1024);
        std::size_t most = 0;
        for (const auto& [v, row] : neighbours(edges)) most = std::max(most, row.size());
        CHECK(most > 300);
    }
}

TEST_CASE("a seed gives the same synthetic edges everywhere", "[bench]") {
    CHECK(digest(actor_edges(1000, 4800)) == 0x486D2E55C45241B2U);
    CHECK(digest(actor_edges(1000, 4800, 2)) == 0xDF9EC95C298166F6U);
    CHECK(digest(rmat_edges(8, Direction::directed)) == 0x0AC583205CA5F948U);
    CHECK(digest(rmat_edges(8, Direction::undirected)) == 0x2694E84A2D33F77AU);
}

TEST_CASE("a synthetic network that cannot be is refused", "[bench]") {
    CHECK_THROWS_AS(actor_edges(49, 100), std::invalid_argument);
    CHECK_THROWS_AS(actor_edges(1000, 1000), std::invalid_argument);
    CHECK_THROWS_AS(actor_edges(1000, 40000), std::invalid_argument);
    CHECK_THROWS_AS(rmat_edges(0, Direction::directed), std::invalid_argument);
    CHECK_THROWS_AS(rmat_edges(28, Direction::directed), std::invalid_argument);
}
