#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"
#include "support/two_chains.hpp"

#include <actormap/analysis/path_sampler.hpp>

#include <cmath>
#include <map>

using namespace actormap;
using namespace actormap::test;

namespace {

using Path = std::vector<Vertex>;

Path drawn(PathSampler& sampler, Vertex from, Vertex to, RandomBits& bits) {
    const auto between = sampler.draw(from, to, bits);
    return {between.begin(), between.end()};
}

/// What is between the ends of each shortest path, from its definition.
std::vector<Path> shortest(const Network& graph, Vertex from, Vertex to) {
    const auto d = oracle::distances(graph).d;
    std::vector<Path> whole{{from}};
    for (int left = d[from][to]; left > 0; --left) {
        std::vector<Path> longer;
        for (const Path& path : whole) {
            for (const Vertex w : graph.out(path.back())) {
                if (d[w][to] != left - 1) continue;
                longer.push_back(path);
                longer.back().push_back(w);
            }
        }
        whole = longer;
    }
    for (Path& path : whole) path = Path(path.begin() + 1, path.end() - 1);
    return whole;
}

/// Vertex 0, `layers` of three vertices with arcs from each layer to the next, and a last vertex:
/// so counts of paths differ from vertex to vertex.
Network layered(std::uint32_t seed, Vertex layers, Direction direction) {
    std::mt19937 bits(seed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    const Vertex last = 3 * layers + 1;
    for (Vertex i = 0; i < 3; ++i) {
        edges.emplace_back(0, 1 + i);
        edges.emplace_back(last - 3 + i, last);
        for (Vertex layer = 0; layer + 1 < layers; ++layer) {
            for (Vertex j = 0; j < 3; ++j) {
                if (i == j || bits() % 2 == 0)
                    edges.emplace_back(3 * layer + 1 + i, 3 * layer + 4 + j);
            }
        }
    }
    return Network(direction, last + 1, edges);
}

}  // namespace

TEST_CASE("path sampler draws shortest paths, or none where there is none", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 200u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const auto d = oracle::distances(graph).d;
    PathSampler sampler(graph);  // one for all pairs: it has to forget each
    RandomBits bits(seed);
    for (Vertex s = 0; s < graph.size(); ++s) {
        for (Vertex t = 0; t < graph.size(); ++t) {
            Path path = drawn(sampler, s, t, bits);
            if (s == t || d[s][t] >= oracle::far) {
                CHECK(path.empty());
                continue;
            }
            path.insert(path.begin(), s);
            path.push_back(t);
            CHECK(path.size() == static_cast<std::size_t>(d[s][t]) + 1);
            for (std::size_t i = 1; i < path.size(); ++i)
                CHECK(graph.arc_index(path[i - 1], path[i]).has_value());
        }
    }
}

TEST_CASE("path sampler draws each shortest path equally often", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 40u));
    const Network graph = layered(seed, 2 + seed % 6, direction);
    INFO("seed " << seed << ": " << describe(graph));
    const auto last = static_cast<Vertex>(graph.size() - 1);

    std::map<Path, double> times;
    for (const Path& path : shortest(graph, 0, last)) times[path] = 0;
    REQUIRE(times.size() >= 3);
    const std::size_t paths = times.size();
    constexpr std::size_t each = 100;
    PathSampler sampler(graph);
    RandomBits bits(seed);
    for (std::size_t i = 0; i < each * paths; ++i) ++times[drawn(sampler, 0, last, bits)];
    REQUIRE(times.size() == paths);

    // Pearson's statistic has the mean k = paths - 1 and about the variance 2 k. That of the
    // largest of 80 is within 5 deviations; a share that is wrong by a tenth adds each * paths /
    // 100.
    double statistic = 0;
    for (const auto& [path, count] : times) statistic += (count - each) * (count - each) / each;
    const auto k = static_cast<double>(paths - 1);
    CHECK(statistic < k + 5 * std::sqrt(2 * k));
}

TEST_CASE("path sampler counts paths beyond what a double holds", "[analysis]") {
    // Diamonds in a row: hubs 0, 3, 6, ... and two ways from each to the next.
    constexpr Vertex diamonds = 2200;
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex i = 0; i < diamonds; ++i) {
        for (const Vertex middle : {3 * i + 1, 3 * i + 2}) {
            edges.emplace_back(3 * i, middle);
            edges.emplace_back(middle, 3 * i + 3);
        }
    }
    const Network graph(Direction::undirected, 3 * diamonds + 1, edges);
    PathSampler sampler(graph);
    RandomBits bits(1);
    constexpr int draws = 100;
    double first = 0;
    for (int i = 0; i < draws; ++i) {
        const Path path = drawn(sampler, 0, 3 * diamonds, bits);
        REQUIRE(path.size() == 2 * diamonds - 1);
        for (const Vertex v : path) first += v % 3 == 1 ? 1 : 0;
    }
    // Of 220,000 even coins: a deviation of their heads is 235.
    CHECK(std::abs(first - draws * diamonds / 2.0) < 4 * 235);
}

TEST_CASE("path sampler weighs counts of very different sizes", "[analysis]") {
    // From 0 through two chains of diamonds to the last vertex. The weak one has a last diamond
    // with one middle, so one path in three takes it; and 2^1199 and 2^1200 paths meet.
    const bool weak_first = GENERATE(false, true);
    const TwoChains chains = two_chains(1200, 1, weak_first);
    PathSampler sampler(chains.network);
    RandomBits bits(2);
    constexpr int draws = 900;
    double weak = 0;
    for (int i = 0; i < draws; ++i)
        weak += drawn(sampler, 0, chains.last, bits).back() == chains.weak_end ? 1 : 0;
    CHECK(std::abs(weak - draws / 3.0) < 4 * std::sqrt(draws * 2 / 9.0));
}

TEST_CASE("path sampler remembers nothing of what it drew", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(60, 150, direction);
    PathSampler used(graph);
    for (std::uint32_t i = 0; i < 500; ++i) {
        RandomBits bits = RandomBits::of_part(3, i);
        RandomBits same = bits;
        const Vertex from = i % 60;
        const Vertex to = i * 7 % 60;
        PathSampler fresh(graph);
        CHECK(drawn(used, from, to, bits) == drawn(fresh, from, to, same));
    }
}
