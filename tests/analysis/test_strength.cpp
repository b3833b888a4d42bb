#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/strength.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("strength equals the sums of the rows and columns of the matrix",
          "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t n = graph.size();
    const oracle::Matrix a = oracle::adjacency(graph, strengths);
    std::vector<double> in(n);
    std::vector<double> out(n);
    std::vector<double> total(n);
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t w = 0; w < n; ++w) out[v] += a[v][w], in[v] += a[w][v];
        total[v] = graph.directed() ? in[v] + out[v] : out[v];
    }
    CHECK(strength(graph, strengths) == total);  // whole numbers: exact
    CHECK(strength(graph, strengths, {.kind = DegreeKind::in}) == in);
    CHECK(strength(graph, strengths, {.kind = DegreeKind::out}) == out);

    for (const auto kind : {DegreeKind::total, DegreeKind::in, DegreeKind::out}) {
        CHECK(strength(graph, uniform<Strengths>(graph, 1), {.kind = kind}) ==
              degree(graph, {.kind = kind, .normalized = false}));
    }
    if (n == 0) return;
    const auto name = random_order(n, seed);
    const Network other = renamed(graph, name, n);
    CHECK(strength(other, renamed_strengths(graph, strengths, name, other)) ==
          with_names(total, name));
}

TEST_CASE("strength is as NetworkX has it", "[analysis]") {
    // NetworkX 2.8.8: karate_club_graph().degree(weight="weight"), and igraph 0.10.2: strength
    const Network club = karate_club();
    CHECK(strength(club, karate_strengths(club)) ==
          std::vector<double>{42, 29, 33, 18, 8, 14, 13, 13, 17, 3, 8,  3, 4,  17, 5,  7,  6,
                              3,  3,  5,  4,  4, 5,  21, 7,  14, 6, 13, 6, 13, 11, 21, 38, 48});
    // ... and in_degree, out_degree and degree of the example
    const WalksExample example;
    CHECK(strength(example.network, example.strengths, {.kind = DegreeKind::in}) ==
          std::vector<double>{5, 2, 1, 2, 2, 5, 1, 1});
    CHECK(strength(example.network, example.strengths, {.kind = DegreeKind::out}) ==
          std::vector<double>{3, 2, 4, 2, 5, 1, 2, 0});
    CHECK(strength(example.network, example.strengths) ==
          std::vector<double>{8, 4, 5, 4, 7, 6, 3, 1});
}

TEST_CASE("strength of tiny networks", "[analysis]") {
    CHECK(strength(path(0), uniform<Strengths>(path(0), 1)).empty());
    CHECK(strength(path(1), uniform<Strengths>(path(1), 1)) == std::vector<double>{0});
    CHECK(strength(path(2), uniform<Strengths>(path(2), 2.5)) == std::vector<double>{2.5, 2.5});
}

TEST_CASE("strength refuses what it cannot add up", "[analysis]") {
    const Network graph = star(3);
    CHECK(error_of([&] { return strength(graph, uniform<Strengths>(graph, 1e308)); }) ==
          "weights-overflow: the strengths at vertex 0 add up to more than a number can hold; "
          "divide all strengths by the same number");
    CHECK(strength(graph, uniform<Strengths>(graph, 8e307)) ==
          std::vector<double>{1.6e308, 8e307, 8e307});
    const Network both = cycle(2, Direction::directed);
    CHECK(error_of([&] { return strength(both, uniform<Strengths>(both, 1e308)); }).substr(0, 16) ==
          "weights-overflow");
    CHECK(error_of([&] { return strength(graph, uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(strength(graph, uniform<Strengths>(graph, 1), {}, {.stop = source.get_token()}),
                    Cancelled);
}
