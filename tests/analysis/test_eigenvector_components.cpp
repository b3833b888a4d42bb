#include "support/catch.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/eigenvector.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string error_in(const Network& graph) {
    return error_of([&] { return eigenvector(graph); });
}

}  // namespace

TEST_CASE("eigenvector keeps small scores small", "[analysis]") {
    // A clique of 20, and a path of 60 that hangs on it: on the path each score is nearly the same
    // share of the one before it, down to 1e-70.
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex a = 0; a < 20; ++a) {
        for (Vertex b = 0; b < a; ++b) edges.emplace_back(a, b);
    }
    for (Vertex v = 20; v < 80; ++v) edges.emplace_back(v - 1, v);
    const Network graph(Direction::undirected, 80, edges);
    const Eigenvector found = eigenvector(graph);
    const double l = found.eigenvalue;
    const double ratio = (l - std::sqrt(l * l - 4)) / 2;
    for (Vertex v = 20; v < 70; ++v) {
        CHECK(found.scores[v] == Approx(found.scores[v - 1] * ratio).epsilon(1e-9).margin(0));
    }
    CHECK(found.scores[79] == Approx(found.scores[78] / l).epsilon(1e-9).margin(0));
    int edge = 0;
    // A path so weak that scores become too small for a number.
    const Strengths weak =
        Strengths(graph, arc_values(graph, [&] { return edge++ < 190 ? 1.0 : 1e-12; }));
    const Eigenvector fading = eigenvector(graph, weak);
    CHECK(fading.scores[79] < 1e-100);
    CHECK(fading.scores[25] > 0);
    for (const double score : fading.scores) CHECK(score >= 0);
    CHECK(fading.residual <= 1e-13);
}

TEST_CASE("eigenvector keeps small scores small in every chunk", "[analysis]") {
    // A hub with leaves enough for two chunks, and before them a path of 60 that hangs on it.
    constexpr Vertex hub = 6000;
    std::vector<std::pair<Vertex, Vertex>> edges{{59, hub}};
    for (Vertex v = 1; v < 60; ++v) edges.emplace_back(v - 1, v);
    for (Vertex v = 60; v < hub; ++v) edges.emplace_back(v, hub);
    const Eigenvector found = eigenvector(Network(Direction::undirected, hub + 1, edges));
    const double l = found.eigenvalue;
    const double ratio = (l - std::sqrt(l * l - 4)) / 2;
    for (Vertex v = 20; v < 59; ++v)
        CHECK(found.scores[v] == Approx(found.scores[v + 1] * ratio).epsilon(1e-9).margin(0));
}

TEST_CASE("directed eigenvector lets scores be too small for a number", "[analysis]") {
    // A clique, and a weak way from it and back to it.
    std::vector<std::pair<Vertex, Vertex>> arcs;
    std::vector<double> numbers;
    for (Vertex a = 0; a < 10; ++a) {
        for (Vertex b = 0; b < 10; ++b) {
            if (a != b) arcs.emplace_back(a, b), numbers.push_back(1);
        }
    }
    for (Vertex v = 10; v < 200; ++v) arcs.emplace_back(v - 1, v), numbers.push_back(1e-3);
    arcs.emplace_back(199, 0), numbers.push_back(1);
    const Network graph(Direction::directed, 200, arcs);
    const Eigenvector found =
        eigenvector(graph, Strengths::united(graph, arcs, numbers, Uniting::sum));
    CHECK(found.eigenvalue == Approx(9).epsilon(1e-12));
    CHECK(found.scores[199] < 1e-270);
    for (Vertex v = 10; v < 50; ++v)
        CHECK(found.scores[v] == Approx(found.scores[v - 1] * 1e-3 / 9).epsilon(1e-9).margin(0));
}

TEST_CASE("components share by the projection, and weaker ones have nothing", "[analysis]") {
    // A triangle 0 1 2, a cycle of four, both with the eigenvalue 2, and an edge.
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 0}, {3, 4},
                                                       {4, 5}, {5, 6}, {6, 3}, {7, 8}};
    const Network graph(Direction::undirected, 9, edges);
    const double all = std::sqrt(1.0 / 7);
    CHECK_THAT(eigenvector(graph).scores, near({all, all, all, all, all, all, all, 0, 0}));
    // A star of four leaves has it too; its scores are less even, so it has less than its share.
    const std::vector<std::pair<Vertex, Vertex>> more{{0, 1}, {1, 2}, {2, 0}, {3, 4},
                                                      {3, 5}, {3, 6}, {3, 7}};
    const Network uneven(Direction::undirected, 8, more);
    const double hub = std::sqrt(0.5);
    const double leaf = std::sqrt(0.125);
    const double part = hub + 4 * leaf;
    CHECK_THAT(eigenvector(uneven).scores,
               near(oracle::with_norm_1(
                   {1, 1, 1, part * hub, part * leaf, part * leaf, part * leaf, part * leaf})));
    CHECK(eigenvector(uneven).eigenvalue == Approx(2).epsilon(1e-13));
    // An edge as strong as the triangle, then a little stronger, to the 9th and the 11th digit.
    const Network pair(Direction::undirected, 5,
                       std::vector<std::pair<Vertex, Vertex>>{{0, 1}, {1, 2}, {2, 0}, {3, 4}});
    const auto with = [&](double w) {
        return eigenvector(pair, {pair, {1, 1, 1, 1, 1, 1, w, w}}).scores;
    };
    const double fifth = std::sqrt(0.2);
    CHECK_THAT(with(2), near({fifth, fifth, fifth, fifth, fifth}));
    CHECK_THAT(with(2 + 2e-11), near({fifth, fifth, fifth, fifth, fifth}));
    CHECK_THAT(with(2 - 2e-11), near({fifth, fifth, fifth, fifth, fifth}));
    CHECK_THAT(with(2 + 2e-9), near({0, 0, 0, hub, hub}));
    CHECK_THAT(with(2 - 2e-9),
               near({std::sqrt(1.0 / 3), std::sqrt(1.0 / 3), std::sqrt(1.0 / 3), 0, 0}));
}

TEST_CASE("a directed eigenvector begins in the last of the strongest components", "[analysis]") {
    using Arcs = std::vector<std::pair<Vertex, Vertex>>;
    // Two cycles of the same eigenvalue that do not reach each other
    const Arcs apart{{0, 1}, {1, 0}, {2, 3}, {3, 2}};
    CHECK(error_in(Network(Direction::directed, 4, apart)) ==
          "measure-undefined: eigenvector centrality is not unique: 2 strong components tie for "
          "the largest eigenvalue, and none reaches another; take one of them, the undirected "
          "network, or PageRank");
    // ... of which one reaches the other by way of vertex 4: what is before the last has 0
    const Arcs chained{{0, 1}, {1, 0}, {2, 3}, {3, 2}, {1, 4}, {4, 2}};
    const double half = std::sqrt(0.5);
    CHECK_THAT(eigenvector(Network(Direction::directed, 5, chained)).scores,
               near({0, 0, half, half, 0}));
    CHECK_THAT(eigenvector(renamed(Network(Direction::directed, 5, chained),
                                   std::vector<Vertex>{2, 3, 0, 1, 4}, 5))
                   .scores,
               near({half, half, 0, 0, 0}));
    // ... and a third that the first reaches too
    const Arcs forked{{0, 1}, {1, 0}, {2, 3}, {3, 2}, {1, 2}, {4, 5}, {5, 4}, {0, 4}};
    CHECK_THAT(error_in(Network(Direction::directed, 6, forked)),
               Catch::Matchers::Contains("is not unique: 2 strong components tie"));
    // A cycle, and a path from it: x(v) is the same all along. What leads to it has 0.
    const Arcs tail{{0, 1}, {1, 0}, {1, 2}, {2, 3}, {4, 0}};
    CHECK_THAT(eigenvector(Network(Direction::directed, 5, tail)).scores,
               near({0.5, 0.5, 0.5, 0.5, 0}));
    // A clique that reaches a cycle of a smaller eigenvalue, which adds up what flows in:
    // 2 x3 = x2 + x4, 2 x4 = x3, where x0 = x1 = x2.
    const Arcs down{{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 3}};
    CHECK_THAT(eigenvector(Network(Direction::directed, 5, down)).scores,
               near(oracle::with_norm_1({3, 3, 3, 2, 1})));
}

TEST_CASE("eigenvector of tiny networks", "[analysis]") {
    const Eigenvector none = eigenvector(path(0));
    CHECK(none.scores.empty());
    CHECK(none.eigenvalue == 0);
    CHECK(none.iterations == 0);
    CHECK(eigenvector(path(0, Direction::directed)).scores.empty());
    const std::string no_edge =
        "measure-undefined: eigenvector centrality does not exist: the network has no edge; take "
        "one that has";
    CHECK(error_in(path(1)) == no_edge);
    CHECK(error_in(Network(Direction::undirected, 5, {})) == no_edge);
    CHECK(error_of([] { return eigenvector(path(2), uniform<Strengths>(path(2), 0)); }) == no_edge);
    CHECK_THAT(error_in(path(3, Direction::directed)),
               Catch::Matchers::Contains("the directed network has no cycle"));
    const Network ring = cycle(3, Direction::directed);
    CHECK_THAT(error_of([&] {
                   return eigenvector(ring, {ring, {1, 0, 1}});
               }),
               Catch::Matchers::Contains("the directed network has no cycle"));
}
