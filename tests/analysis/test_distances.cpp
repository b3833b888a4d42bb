#include "support/catch.hpp"
#include "support/hop_counts.hpp"
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
    const auto n = GENERATE(64u, 129u, 1100u);  // few, and deep ones
    std::size_t calls = 0;
    std::vector<std::size_t> reported;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) {
        CHECK(total == n);
        CHECK(done == calls);
        reported.push_back(done);
    };
    const auto count = [&](std::span<const std::size_t>) {
        ++calls;
        return 1.0;
    };
    CHECK(score_distances(path(n), run, count) == std::vector<double>(n, 1));
    CHECK(reported.size() == n + 1);
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

TEST_CASE("score_distances scores large and deep networks alike", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto threads = GENERATE(1u, 2u, 3u, 8u);
    const Network shallow = sparse(1500, 4000, direction);
    const Network deep = path(150, direction);
    const Network both = side_by_side(side_by_side(shallow, deep), star(80, direction));
    for (const Network* graph : {&shallow, &deep, &both}) {
        // A number that no other counts have: of 1/2 for each vertex, 1/3 for each hop, and so on.
        const auto number = [](std::span<const std::size_t> counts) {
            double sum = 0;
            for (std::size_t d = 0; d < counts.size(); ++d)
                sum += static_cast<double>(counts[d]) / static_cast<double>(d + 2);
            return sum;
        };
        std::vector<double> expected;
        for (const auto& counts : hop_counts(*graph)) expected.push_back(number(counts));

        std::vector<std::pair<std::size_t, std::size_t>> told;
        Run run{.threads = threads};
        run.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
        CHECK(score_distances(*graph, run, number) == expected);
        CHECK(told.front() == std::pair<std::size_t, std::size_t>(0, graph->size()));
        CHECK(told.back() == std::pair(graph->size(), graph->size()));
        CHECK(std::is_sorted(told.begin(), told.end()));
        CHECK(std::adjacent_find(told.begin(), told.end()) == told.end());
    }
}

TEST_CASE("score_distances stops in batches and after them", "[analysis]") {
    const Network shallow = sparse(1500, 4000, Direction::undirected);
    const Network both = side_by_side(path(150), shallow);
    for (const std::size_t at : {0u, 400u, 1500u, 1600u}) {
        std::stop_source source;
        std::size_t last = 0;
        Run run{.stop = source.get_token()};
        run.progress = [&](std::size_t done, std::size_t) {
            last = done;
            if (done >= at) source.request_stop();
        };
        CHECK_THROWS_AS(
            score_distances(both, run, [](std::span<const std::size_t>) { return 0.0; }),
            Cancelled);
        CHECK(last >= at);
        CHECK(last < both.size());
    }
}

TEST_CASE("score_distances passes on what a score throws", "[analysis]") {
    const auto size = GENERATE(20u, 600u);
    const auto threads = GENERATE(1u, 3u);
    const auto bad = [](std::span<const std::size_t>) -> double { throw Error("bad", "bad"); };
    CHECK_THROWS_WITH(score_distances(complete(size), {.threads = threads}, bad), "bad");
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
