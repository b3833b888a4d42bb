#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/distances.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("score_distances counts vertices by distance", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t n = graph.size();
    // One thread visits the vertices one by one, in an order of its own: what it returns for each
    // says which call it was.
    std::vector<std::vector<std::size_t>> calls;
    const auto scores = score_distances(graph, {}, [&](std::span<const std::size_t> counts) {
        calls.emplace_back(counts.begin(), counts.end());
        return static_cast<double>(calls.size());
    });
    REQUIRE(calls.size() == n);
    const auto d = oracle::distances(graph).d;
    for (Vertex v = 0; v < n; ++v) {
        std::vector<std::size_t> expected(n, 0);
        for (Vertex u = 0; u < n; ++u) {
            if (d[u][v] < oracle::far) ++expected[static_cast<std::size_t>(d[u][v])];
        }
        while (expected.back() == 0) expected.pop_back();
        CHECK(calls[static_cast<std::size_t>(scores[v]) - 1] == expected);
    }
    std::vector<double> sorted = scores;  // each call scored one vertex
    std::sort(sorted.begin(), sorted.end());
    for (Vertex v = 0; v < n; ++v) CHECK(sorted[v] == v + 1.0);
}

TEST_CASE("score_distances scores each vertex once", "[analysis]") {
    std::size_t calls = 0;
    std::vector<std::size_t> reported;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == 129);
        CHECK(done == calls);
        reported.push_back(done);
    };
    const auto count = [&](std::span<const std::size_t>) {
        ++calls;
        return 1.0;
    };
    CHECK(score_distances(path(129), run, count) == std::vector<double>(129, 1));
    CHECK(reported.size() == 130);
}

TEST_CASE("score_distances stops between two vertices", "[analysis]") {
    std::stop_source source;
    std::size_t calls = 0;
    const auto stop_at_third = [&](std::span<const std::size_t>) {
        if (++calls == 3) source.request_stop();
        return 1.0;
    };
    CHECK_THROWS_AS(score_distances(path(9), {.stop = source.get_token()}, stop_at_third),
                    Cancelled);
    CHECK(calls == 3);
}

TEST_CASE("score_distances gives the lengths of paths, the shortest first",
          "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    std::vector<std::vector<double>> calls;
    const auto scores = score_distances(graph, distances, {}, [&](std::span<const double> lengths) {
        calls.emplace_back(lengths.begin(), lengths.end());
        return static_cast<double>(calls.size());
    });
    REQUIRE(calls.size() == graph.size());
    const auto d = oracle::all_pairs(oracle::arc_lengths(graph, distances)).d;
    for (Vertex v = 0; v < graph.size(); ++v) {
        std::vector<double> expected;
        for (Vertex u = 0; u < graph.size(); ++u)
            if (u != v && d[u][v] < oracle::no_path) expected.push_back(d[u][v]);
        std::sort(expected.begin(), expected.end());
        CHECK(calls[static_cast<std::size_t>(scores[v]) - 1] == expected);
    }
    std::vector<double> sorted = scores;  // each call scored one vertex
    std::sort(sorted.begin(), sorted.end());
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(sorted[v] == v + 1.0);
}

TEST_CASE("score_distances by lengths scores each vertex once, and can be stopped", "[analysis]") {
    const Network graph = path(129);
    const Distances ones = uniform<Distances>(graph, 1);
    std::stop_source source;
    std::size_t calls = 0;
    Run run{.stop = source.get_token()};
    std::vector<std::size_t> reported;
    run.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == 129);
        CHECK(done == calls);
        reported.push_back(done);
    };
    const auto stop_at = [&](std::size_t last) {
        return [&, last](std::span<const double>) {
            if (++calls == last) source.request_stop();
            return 1.0;
        };
    };
    CHECK(score_distances(graph, ones, run, stop_at(1000)) == std::vector<double>(129, 1));
    CHECK(reported.size() == 130);
    calls = 0;
    CHECK_THROWS_AS(score_distances(graph, ones, run, stop_at(3)), Cancelled);
    CHECK(calls == 3);
}

TEST_CASE("score_distances refuses the distances of another network", "[analysis]") {
    const Distances distances = uniform<Distances>(path(3), 1);
    CHECK_THROWS_WITH(
        score_distances(path(4), distances, {}, [](std::span<const double>) { return 0.0; }),
        "4 weights for 6 arcs; give one for each arc of the network");
}
