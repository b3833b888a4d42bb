#include "support/catch.hpp"
#include "support/hop_counts.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/distance_batch.hpp>

#include <algorithm>
#include <random>

using namespace actormap;
using namespace actormap::test;

namespace {

/// counts[d][v] for d from 1, by definition: sources are those of `order` from `first` on.
CountsByDistance expected_counts(const DistanceCore& core, std::span<const Vertex> sources) {
    const std::size_t n = core.network.size();
    const auto d = oracle::distances(core.network).d;
    CountsByDistance counts(n + 2, std::vector<std::uint32_t>(n, 0));
    for (const Vertex s : sources) {
        for (Vertex v = 0; v < n; ++v) {
            if (d[s][v] >= oracle::far) continue;
            const auto distance = static_cast<std::size_t>(d[s][v]);
            if (distance > 0) ++counts[distance][v];
            counts[distance + 1][v] += core.leaves[s];
        }
    }
    return counts;
}

/// Without the distance 0 and those that nothing has.
CountsByDistance trimmed(CountsByDistance counts) {
    if (!counts.empty()) counts[0].clear();
    const auto nothing = [](const std::vector<std::uint32_t>& row) {
        return std::all_of(row.begin(), row.end(), [](std::uint32_t x) { return x == 0; });
    };
    while (!counts.empty() && nothing(counts.back())) counts.pop_back();
    return counts;
}

}  // namespace

TEST_CASE("a batch counts its sources and their leaves by distance", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph =
        seed % 2 == 0 ? random_sparse(seed, direction, 40) : random_graph(seed, direction, 40);
    INFO("seed " << seed << ": " << describe(graph));

    const DistanceCore core(graph);
    std::vector<Vertex> order = random_order(core.network.size(), seed);
    order.resize(order.size() - order.size() / 4);  // some are no sources
    for (const Cpu processor : processors()) {
        DistanceBatch search(core, processor);
        for (std::size_t first = 0; first < order.size(); first += 7)  // in batches of 7
            search.add(
                std::span(order).subspan(first, std::min<std::size_t>(7, order.size() - first)));
        CHECK(trimmed(search.counts()) == trimmed(expected_counts(core, order)));
        for (Vertex v = 0; v < core.network.size(); ++v) CHECK_FALSE(search.given_up(v));
    }
}

TEST_CASE("a full batch counts as its sources do one by one", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const DistanceCore core(sparse(900, 1800, direction));
    std::vector<Vertex> sources = random_order(core.network.size(), 3);
    REQUIRE(sources.size() > DistanceBatch::most_sources);
    sources.resize(DistanceBatch::most_sources);

    DistanceBatch alone(core, Cpu::plain);
    for (const Vertex& s : sources) alone.add({&s, 1});
    for (const Cpu processor : processors()) {
        DistanceBatch together(core, processor);
        together.add(sources);
        CHECK(trimmed(together.counts()) == trimmed(alone.counts()));
    }
}

TEST_CASE("many leaves count as many sources", "[analysis]") {
    const auto leaves = GENERATE(1u, 2u, 255u, 256u, 1000u, 70000u);
    std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 0}};
    for (Vertex v = 0; v < leaves; ++v) edges.emplace_back(2, 3 + v);
    const DistanceCore core(Network(Direction::undirected, leaves + 3, edges));
    REQUIRE(core.network.size() == 3);

    DistanceBatch search(core);
    search.add(std::vector<Vertex>{0, 1, 2});
    const Vertex hub = core.place[2];
    for (Vertex v = 0; v < 3; ++v) {
        CHECK(search.counts()[1][v] == 2 + (v == hub ? leaves : 0));
        CHECK(search.counts()[2][v] == (v == hub ? 0 : leaves));
    }
}

TEST_CASE("a batch gives up beyond the longest distance", "[analysis]") {
    const auto most = static_cast<Vertex>(DistanceBatch::longest);
    const Network line = path(most + 1, Direction::directed);
    const DistanceCore core(line);
    std::vector<Vertex> all = random_order(line.size(), 1);
    DistanceBatch search(core);
    search.add(all);
    CHECK(trimmed(search.counts()) == trimmed(expected_counts(core, all)));
    CHECK_FALSE(search.given_up(core.place[most]));

    const Network longer = path(most + 2, Direction::directed);
    const DistanceCore too_deep(longer);
    DistanceBatch other(too_deep);
    const Vertex last_but_one = too_deep.place[most];
    CHECK(other.add({&last_but_one, 1}));  // one hop
    for (Vertex v = 0; v < longer.size(); ++v) CHECK_FALSE(other.given_up(v));
    const Vertex first = too_deep.place[0];
    CHECK_FALSE(other.add({&first, 1}));
    CHECK_FALSE(other.add({&last_but_one, 1}));
    for (Vertex v = 0; v < longer.size(); ++v) CHECK(other.given_up(v));
}

TEST_CASE("what a batch gives up is what it reaches, and nothing else", "[analysis]") {
    // A chain of 100, which vertex 100 leads to the end of; it also leads to 101. Beside it a star.
    std::vector<std::pair<Vertex, Vertex>> edges{{100, 99}, {100, 101}};
    for (Vertex v = 1; v < 100; ++v) edges.emplace_back(v - 1, v);
    const Network chain(Direction::directed, 102, edges);
    const Network graph = side_by_side(chain, star(9, Direction::directed));
    const DistanceCore core(graph);
    const auto place = [&](Vertex v) { return core.place[v]; };

    DistanceBatch search(core);
    CHECK_FALSE(search.add(std::vector<Vertex>{place(20)}));
    for (Vertex v = 0; v < graph.size(); ++v)
        CHECK(search.given_up(place(v)) == (v >= 20 && v < 100));
    CHECK_FALSE(search.add(std::vector<Vertex>{place(30), place(100), place(102)}));
    for (Vertex v = 0; v < graph.size(); ++v) {
        CHECK(search.given_up(place(v)) == (v >= 20 && v < 100));
        if (search.given_up(place(v))) continue;
        CHECK(search.counts()[1][place(v)] == (v == 101 || v > 102 ? 1 : 0));
    }
}
