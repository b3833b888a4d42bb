#include "support/catch.hpp"
#include "support/hop_counts.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/distance_counts.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

/// [v][d], and nothing for a vertex that has no counts.
std::vector<std::vector<std::size_t>> all_counts(const DistanceCounts& counted, std::size_t n) {
    std::vector<std::vector<std::size_t>> counts(n, std::vector<std::size_t>{77});
    for (Vertex v = 0; v < n; ++v)
        if (!counted.of(v, counts[v])) counts[v].clear();
    return counts;
}

}  // namespace

TEST_CASE("distances counted in batches are those of single searches", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 1000u));
    const Network graph = random_sparse(seed, direction, 100);
    INFO("seed " << seed << ": " << describe(graph));
    const auto expected = hop_counts(graph);
    for (const Cpu processor : processors())
        CHECK(all_counts(DistanceCounts(graph, {}, processor), graph.size()) == expected);
}

TEST_CASE("many batches count the same in any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto n = GENERATE(512u, 513u, 1300u, 3000u);
    const auto arcs_each = GENERATE(1u, 2u, 6u);
    const Network graph = sparse(n, n * arcs_each, direction);
    const auto expected = hop_counts(graph);
    for (const Cpu processor : processors())
        CHECK(all_counts(DistanceCounts(graph, {}, processor), n) == expected);
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(all_counts(DistanceCounts(graph, {.threads = threads}), n) == expected);
}

TEST_CASE("deep components have no counts, the others all", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto threads = GENERATE(1u, 2u, 8u);
    const Network shallow = sparse(2000, 6000, direction);
    const Network chain = path(400, direction);
    const Network graph = side_by_side(shallow, chain);
    const auto expected = hop_counts(shallow);
    const auto counts = all_counts(DistanceCounts(graph, {.threads = threads}), graph.size());
    for (Vertex v = 0; v < shallow.size(); ++v) CHECK(counts[v] == expected[v]);
    for (Vertex v = 2000; v < graph.size(); ++v) {
        if (direction == Direction::undirected) CHECK(counts[v].empty());
        if (!counts[v].empty()) CHECK(counts[v] == std::vector<std::size_t>(v - 2000 + 1, 1));
    }
    CHECK(counts.back().empty());
}

TEST_CASE("distance counts of tiny networks", "[analysis]") {
    using Counts = std::vector<std::vector<std::size_t>>;
    CHECK(all_counts(DistanceCounts(path(0), {}), 0).empty());
    CHECK(all_counts(DistanceCounts(path(1), {}), 1) == Counts{{1}});
    CHECK(all_counts(DistanceCounts(path(2), {}), 2) == Counts{{1, 1}, {1, 1}});
    CHECK(all_counts(DistanceCounts(path(3), {}), 3) == Counts{{1, 1, 1}, {1, 2}, {1, 1, 1}});
    const Network arrow = path(2, Direction::directed);
    CHECK(all_counts(DistanceCounts(arrow, {}), 2) == Counts{{1}, {1, 1}});
}

TEST_CASE("distance counts tell each batch, and stop between two", "[analysis]") {
    // 512 + 512 + 76 sources; of the cycle all are given up.
    const Network deep = cycle(1100);
    const Network shallow = side_by_side(cliques(10, 60), cliques(10, 50));
    for (const bool all_deep : {false, true}) {
        std::vector<std::pair<std::size_t, std::size_t>> told;
        Run run;
        run.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
        static_cast<void>(DistanceCounts(all_deep ? deep : shallow, run));
        CHECK(std::is_sorted(told.begin(), told.end()));
        told.erase(std::unique(told.begin(), told.end()), told.end());
        using Told = std::vector<std::pair<std::size_t, std::size_t>>;
        CHECK(told == (all_deep ? Told{{0, 3}, {3, 3}} : Told{{0, 3}, {1, 3}, {2, 3}, {3, 3}}));
    }

    std::stop_source source;
    Run run{.stop = source.get_token()};
    std::size_t reports = 0;
    run.progress = [&](std::size_t done, std::size_t) {
        ++reports;
        if (done == 1) source.request_stop();
    };
    CHECK_THROWS_AS(DistanceCounts(shallow, run), Cancelled);
    CHECK(reports == 3);  // before the first, at the first and at the second
}
