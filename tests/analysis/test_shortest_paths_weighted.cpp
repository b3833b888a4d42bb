#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/more_distances.hpp"
#include "support/networkx_paths.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/shortest_paths.hpp>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace actormap;
using namespace actormap::test;

using Paths = std::vector<std::vector<Vertex>>;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::string error_of(const Network& network, const Distances& distances, Vertex from, Vertex to,
                     const ShortestPathsOptions& options = {}) {
    try {
        static_cast<void>(shortest_paths(network, distances, from, to, options));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

Paths first(const Paths& all, std::size_t count) {
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))};
}

Paths sorted(Paths paths) {
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// Arcs with lengths, for networks of a few vertices.
struct Arcs {
    std::vector<std::pair<Vertex, Vertex>> ends = {};
    std::vector<double> lengths = {};
    std::size_t size = 0;

    Arcs& add(Vertex from, Vertex to, double length) {
        ends.emplace_back(from, to);
        lengths.push_back(length);
        size = std::max<std::size_t>(size, std::max(from, to) + std::size_t{1});
        return *this;
    }
    [[nodiscard]] Paths paths(Vertex from, Vertex to, const ShortestPathsOptions& options,
                              Direction direction = Direction::directed) const {
        const Network network(direction, size, ends);
        return shortest_paths(network, Distances::united(network, ends, lengths, Uniting::smallest),
                              from, to, options);
    }
};

}  // namespace

TEST_CASE("shortest_paths by distances are the first of all", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction, 6);
    const Distances distances = random_distances(graph, seed);
    const Distances tenths = scaled(graph, distances, 0.1);  // sums are rounded, and tie
    INFO("seed " << seed << ": " << describe(graph));

    const auto lengths = oracle::arc_lengths(graph, distances);
    for (Vertex from = 0; from < graph.size(); ++from) {
        for (Vertex to = 0; to < graph.size(); ++to) {
            const Paths all = oracle::all_simple_paths(lengths, from, to);
            CHECK(shortest_paths(graph, distances, from, to, {.count = 1000}) == all);
            CHECK(shortest_paths(graph, tenths, from, to, {.count = 1000}) == all);
            const std::size_t count = 1 + (seed + from + to) % 7;
            CHECK(shortest_paths(graph, tenths, from, to, {.count = count}) == first(all, count));
            const std::size_t hops = (seed + from) % 6;
            Paths limited;
            for (const auto& path : all)
                if (path.size() <= hops + 1) limited.push_back(path);
            for (const Distances* d : {&distances, &tenths}) {
                CHECK(shortest_paths(graph, *d, from, to, {.count = 1000, .max_length = hops}) ==
                      limited);
                CHECK(shortest_paths(graph, *d, from, to, {.count = count, .max_length = hops}) ==
                      first(limited, count));
            }
        }
    }
}

TEST_CASE("shortest_paths by the distance 1 are those by hops", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction, 9);
    INFO("seed " << seed << ": " << describe(graph));
    if (graph.size() < 2) return;
    for (const double length : {1.0, 0.1}) {
        const Distances ones = uniform<Distances>(graph, length);
        const ShortestPathsOptions many{.count = 40};
        CHECK(shortest_paths(graph, ones, 0, 1, many) == shortest_paths(graph, 0, 1, many));
        const ShortestPathsOptions limited{.count = 40, .max_length = 3};
        CHECK(shortest_paths(graph, ones, 0, 1, limited) == shortest_paths(graph, 0, 1, limited));
    }
}

TEST_CASE("shortest_paths by distances of simple networks", "[analysis]") {
    Arcs arcs;
    arcs.add(0, 3, 0.6).add(0, 2, 0.1).add(2, 3, 0.5).add(0, 1, 0.2).add(1, 3, 0.4).add(2, 1, 0.1);
    // 0 2 1 3 is 0.1 + 0.1 + 0.4, and all four are as long, but for the rounding.
    const Paths all{{0, 3}, {0, 1, 3}, {0, 2, 3}, {0, 2, 1, 3}};
    CHECK(arcs.paths(0, 3, {.count = 9}) == all);
    CHECK(arcs.paths(0, 3, {.count = 9, .max_length = 3}) == all);
    CHECK(arcs.paths(0, 3, {.count = 9, .max_length = 2}) == first(all, 3));
    CHECK(arcs.paths(0, 3, {.count = 9, .max_length = 1}) == first(all, 1));
    CHECK(arcs.paths(0, 3, {.count = 9, .max_length = 0}).empty());
    CHECK(arcs.paths(3, 0, {.count = 9}).empty());
    CHECK(arcs.paths(3, 0, {.count = 9, .max_length = 9}).empty());
    CHECK(arcs.paths(2, 2, {.count = 9}) == Paths{{2}});
    CHECK(arcs.paths(2, 2, {.count = 9, .max_length = 0}) == Paths{{2}});
    CHECK(arcs.paths(0, 3, {}) == first(all, 1));
    CHECK(arcs.paths(3, 2, {.count = 2}, Direction::undirected) == Paths{{3, 2}, {3, 1, 2}});

    // The limit of hops leaves longer paths only.
    Arcs detour;
    detour.add(0, 1, 1).add(1, 2, 1).add(2, 3, 1).add(0, 3, 9).add(1, 3, 3);
    CHECK(detour.paths(0, 3, {}) == Paths{{0, 1, 2, 3}});
    CHECK(detour.paths(0, 3, {.max_length = 2}) == Paths{{0, 1, 3}});
    CHECK(detour.paths(0, 3, {.max_length = 1}) == Paths{{0, 3}});
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
    CHECK(detour.paths(0, 3, {.max_length = most}) == Paths{{0, 1, 2, 3}});
}

TEST_CASE("shortest_paths do not take what is infinite or becomes so", "[analysis]") {
    Arcs arcs;
    arcs.add(0, 1, 1e308).add(1, 2, 1e308).add(0, 2, infinite).add(2, 3, 1);
    for (const auto limit : {std::optional<std::size_t>(), std::optional<std::size_t>(5)}) {
        CHECK(arcs.paths(0, 2, {.count = 9, .max_length = limit}).empty());
        CHECK(arcs.paths(1, 3, {.count = 9, .max_length = limit}) == Paths{{1, 2, 3}});
    }
    // Found from a prefix that is long itself: 0 1 3 is finite, 0 1 2 3 is not.
    Arcs prefix;
    prefix.add(0, 1, 1e308).add(1, 3, 1).add(1, 2, 1).add(2, 3, 1e308);
    for (const auto limit : {std::optional<std::size_t>(), std::optional<std::size_t>(5)})
        CHECK(prefix.paths(0, 3, {.count = 9, .max_length = limit}) == Paths{{0, 1, 3}});
}

TEST_CASE("shortest_paths tell lengths apart beyond 1e-12", "[analysis]") {
    const auto by_two_ways = [](double other, std::optional<std::size_t> limit) {
        Arcs arcs;  // 0 3 is the shortest but for `other`
        arcs.add(0, 3, 2).add(0, 1, 1).add(1, 3, 1 + other);
        return arcs.paths(0, 3, {.count = 2, .max_length = limit});
    };
    const Paths direct{{0, 3}, {0, 1, 3}};
    const Paths around{{0, 1, 3}, {0, 3}};
    for (const auto limit : {std::optional<std::size_t>(), std::optional<std::size_t>(2)}) {
        CHECK(by_two_ways(-1.8e-12, limit) == direct);
        CHECK(by_two_ways(+1.8e-12, limit) == direct);
        CHECK(by_two_ways(-2.2e-12, limit) == around);
        CHECK(by_two_ways(+2.2e-12, limit) == direct);
    }
}

TEST_CASE("shortest_paths stay simple where arcs are as small as the tolerance", "[analysis]") {
    // Between 1 and 2, and 2 and 3, a step costs less than can be told from nothing.
    const double tiny = GENERATE(1e-17, 1e-13, 6e-13);
    const auto limit = GENERATE(std::optional<std::size_t>(), std::optional<std::size_t>(2),
                                std::optional<std::size_t>(3), std::optional<std::size_t>(9));
    Arcs arcs;
    for (Vertex v = 1; v < 5; ++v)
        for (Vertex w = v + 1; w < 5; ++w) arcs.add(v, w, tiny * (1 + v % 2));
    for (Vertex v = 1; v < 5; ++v) {
        arcs.add(0, v, 1 + tiny * v);
        arcs.add(v, 5, 1 + tiny * (v % 3));
    }
    const Paths paths =
        arcs.paths(0, 5, {.count = 1000, .max_length = limit}, Direction::undirected);
    std::size_t expected = 4;  // 4 ways of 2 hops, 12 of 3, 24 of 4, 24 of 5
    if (!limit || *limit > 2) expected += 12;
    if (!limit || *limit > 3) expected += 48;
    CHECK(paths.size() == expected);
    for (Vertex v = 1; v < 5; ++v) {
        for (const auto& path : paths) CHECK(std::count(path.begin(), path.end(), v) <= 1);
    }
    const Paths order = sorted(paths);
    CHECK(std::adjacent_find(order.begin(), order.end()) == order.end());
}

TEST_CASE("shortest_paths do not come back where slack adds up", "[analysis]") {
    const auto limit = GENERATE(std::optional<std::size_t>(), std::optional<std::size_t>(9));
    // 1 goes on by 4 in 3 hops, and by 2 with some slack; 2 by 3 in 2 hops, and by 1 with more.
    Arcs pair;
    pair.add(0, 1, 1e-15).add(1, 2, 1e-15).add(2, 1, 1e-15).add(1, 6, 1 + 1.6e-12);
    pair.add(2, 3, 1e-15).add(3, 6, 1 + 0.8e-12);
    pair.add(1, 4, 1e-15).add(4, 5, 1e-15).add(5, 6, 1 - 2e-15);
    CHECK(sorted(pair.paths(0, 6, {.count = 9, .max_length = limit})) ==
          Paths{{0, 1, 2, 3, 6}, {0, 1, 4, 5, 6}, {0, 1, 6}});
    // 3 has hops to spare when 1 and 2 have come to it with slack, and 4 costs it nothing.
    Arcs spare;
    spare.add(0, 1, 1e-17).add(1, 2, 0.5e-12).add(2, 3, 0.9e-12).add(3, 12, 1);
    spare.add(3, 4, 1e-17).add(4, 3, 1e-17);
    spare.add(2, 5, 1e-17).add(5, 6, 1e-17).add(6, 7, 1e-17).add(7, 12, 1);
    spare.add(1, 8, 1e-17).add(8, 9, 1e-17).add(9, 10, 1e-17).add(10, 11, 1e-17).add(11, 12, 1);
    CHECK(sorted(spare.paths(0, 12, {.count = 9, .max_length = limit})) ==
          Paths{{0, 1, 2, 3, 12}, {0, 1, 2, 5, 6, 7, 12}, {0, 1, 8, 9, 10, 11, 12}});
}

TEST_CASE("shortest_paths by distances agree with NetworkX", "[analysis]") {
    // shortest_simple_paths(nx.karate_club_graph(), 16, 26, weight="weight") of 2.8.8, the ties
    // sorted; their lengths are 11, 11, 13, 13 and then 14.
    const Network club = karate_club();
    const Distances contexts =
        Distances::united(club, karate_edges(), karate_contexts(), Uniting::smallest);
    CHECK(shortest_paths(club, contexts, 16, 26, {.count = 8}) == Paths{{16, 5, 0, 19, 33, 26},
                                                                        {16, 6, 0, 19, 33, 26},
                                                                        {16, 5, 10, 0, 19, 33, 26},
                                                                        {16, 6, 4, 0, 19, 33, 26},
                                                                        {16, 5, 0, 8, 33, 26},
                                                                        {16, 5, 0, 13, 33, 26},
                                                                        {16, 5, 0, 31, 33, 26},
                                                                        {16, 6, 0, 8, 33, 26}});
    // All of these are 21 long.
    const Network example = networkx::directed_example();
    CHECK(shortest_paths(example, networkx::directed_distances(example), 0, 9, {.count = 8}) ==
          Paths{{0, 2, 4, 5, 9},
                {0, 1, 2, 4, 5, 9},
                {0, 1, 3, 4, 5, 9},
                {0, 2, 3, 4, 5, 9},
                {0, 2, 4, 5, 7, 9},
                {0, 1, 2, 3, 4, 5, 9},
                {0, 1, 2, 4, 5, 7, 9},
                {0, 1, 3, 4, 5, 7, 9}});
}

TEST_CASE("shortest_paths by distances of a larger network are in order", "[analysis]") {
    const Network network = sparse(200, 800, Direction::directed);
    const Distances distances = random_distances(network, 1);
    const auto lengths = oracle::arc_lengths(network, distances);
    const Distances tenths = scaled(network, distances, 0.1);
    for (const auto limit : {std::optional<std::size_t>(), std::optional<std::size_t>(9)}) {
        const Paths many =
            shortest_paths(network, tenths, 0, 1, {.count = 200, .max_length = limit});
        REQUIRE(many.size() == 200);
        const auto key = [&](const std::vector<Vertex>& path) {
            return std::tuple(oracle::path_length(lengths, path), path.size(), path);
        };
        for (std::size_t i = 1; i < many.size(); ++i) CHECK(key(many[i - 1]) < key(many[i]));
        CHECK(shortest_paths(network, tenths, 0, 1, {.count = 50, .max_length = limit}) ==
              first(many, 50));
    }
}

TEST_CASE("shortest_paths by distances refuse what is out of range", "[analysis]") {
    const Distances ones = uniform<Distances>(path(3), 1);
    const std::string vertices = " is out of range; there are 3 vertices";
    CHECK(error_of(path(3), ones, 0, 3) == "network-vertex: vertex 3" + vertices);
    CHECK(error_of(path(3), ones, 0, 3, {.max_length = 1}) ==
          "network-vertex: vertex 3" + vertices);
    CHECK(error_of(path(3), ones, 4, 0) == "network-vertex: vertex 4" + vertices);
    CHECK(error_of(path(3), ones, 0, 1, {.count = 0}) == "option-range: count must be at least 1");
    CHECK(error_of(path(4), ones, 0, 1) ==
          "weights-size: 4 weights for 6 arcs; give one for each arc of the network");
    CHECK(error_of(path(3), ones, 2, 2) == "none");
}

TEST_CASE("shortest_paths by distances report progress and stop when asked", "[analysis]") {
    const Network graph = cycle(5);
    const Distances ones = uniform<Distances>(graph, 1);
    std::vector<std::size_t> seen;
    std::stop_source source;
    Run run;
    run.stop = source.get_token();
    run.progress = [&](std::size_t done, std::size_t total) {
        seen.push_back(done);
        CHECK(total == 4);
    };
    CHECK(shortest_paths(graph, ones, 0, 2, {.count = 4}, run).size() == 2);
    CHECK(seen == std::vector<std::size_t>{0, 1, 2, 4});
    run.progress = [&](std::size_t done, std::size_t) {
        if (done == 1) source.request_stop();
    };
    CHECK_THROWS_AS(shortest_paths(graph, ones, 0, 2, {.count = 4}, run), Cancelled);
}
