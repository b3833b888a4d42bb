#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/degree.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("degree equals a count in the adjacency matrix", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t n = graph.size();
    std::vector<double> in(n);
    std::vector<double> out(n);
    std::vector<double> total(n);
    for (Vertex v = 0; v < n; ++v) {
        for (Vertex w = 0; w < n; ++w) {
            const bool there = graph.arc_index(v, w).has_value();
            const bool back = graph.arc_index(w, v).has_value();
            out[v] += there ? 1 : 0;
            in[v] += back ? 1 : 0;
        }
        total[v] = graph.directed() ? in[v] + out[v] : out[v];
    }
    CHECK(degree(graph, {.normalized = false}) == total);
    CHECK(degree(graph, {.kind = DegreeKind::in, .normalized = false}) == in);
    CHECK(degree(graph, {.kind = DegreeKind::out, .normalized = false}) == out);
    for (auto* counts : {&in, &out, &total}) {
        for (double& d : *counts) d = n == 1 ? 1 : d / (static_cast<double>(n) - 1);
    }
    CHECK_THAT(degree(graph), near(total));
    CHECK_THAT(degree(graph, {.kind = DegreeKind::in}), near(in));
    CHECK_THAT(degree(graph, {.kind = DegreeKind::out}), near(out));
}

TEST_CASE("degree of a star, by direction", "[analysis]") {
    const Network out_star = star(5, Direction::directed);
    CHECK(degree(star(5)) == std::vector<double>{1, 0.25, 0.25, 0.25, 0.25});
    CHECK(degree(out_star, {.kind = DegreeKind::out}) == std::vector<double>{1, 0, 0, 0, 0});
    CHECK(degree(out_star, {.kind = DegreeKind::in, .normalized = false}) ==
          std::vector<double>{0, 1, 1, 1, 1});
    CHECK(degree(complete(4, Direction::directed)) == std::vector<double>{2, 2, 2, 2});
}

TEST_CASE("degree of tiny networks is as NetworkX has it", "[analysis]") {
    CHECK(degree(path(0)).empty());
    CHECK(degree(path(1)) == std::vector<double>{1});
    CHECK(degree(path(1), {.normalized = false}) == std::vector<double>{0});
    CHECK(degree(path(2)) == std::vector<double>{1, 1});
}

TEST_CASE("degree stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(degree(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
