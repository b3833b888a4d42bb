#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/spectral_radius.hpp>

#include <numbers>

using namespace actormap;
using namespace actormap::test;

namespace {

Approx about(double expected) {
    return Approx(expected).epsilon(1e-11).margin(0);
}

double radius(const Network& graph) {
    return spectral_radius(graph).value;
}

/// The largest eigenvalue of a path, of n vertices.
double of_path(double n) {
    return 2 * std::cos(std::numbers::pi / (n + 1));
}

}  // namespace

TEST_CASE("spectral radius is the growth of the powers of the matrix", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const SpectralRadius found = spectral_radius(graph);
    CHECK(found.value == about(oracle::spectral_radius(oracle::adjacency(graph))));
    CHECK(found.residual <= 1e-13);
    CHECK((found.iterations > 0) == (found.value > 0));
    const double weighted = spectral_radius(graph, strengths).value;
    CHECK(weighted == about(oracle::spectral_radius(oracle::adjacency(graph, strengths))));

    CHECK(spectral_radius(graph, uniform<Strengths>(graph, 1)).value == found.value);
    CHECK(spectral_radius(graph, scaled(graph, strengths, 0x1p-900)).value ==
          std::ldexp(weighted, -900));
    CHECK(spectral_radius(graph, scaled(graph, strengths, 0x1p900)).value ==
          std::ldexp(weighted, 900));
    const auto name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size());
    CHECK(spectral_radius(other, renamed_strengths(graph, strengths, name, other)).value ==
          about(weighted));
    CHECK(radius(with_isolated(graph)) == found.value);
}

TEST_CASE("spectral radius of regular networks has a closed form", "[analysis]") {
    CHECK(radius(path(0)) == 0);
    CHECK(radius(path(1)) == 0);
    CHECK(radius(path(2)) == about(1));
    CHECK(radius(path(7)) == about(of_path(7)));
    CHECK(radius(path(1000)) == about(of_path(1000)));  // the next eigenvalue is as near as 3e-5
    CHECK(radius(path(7, Direction::directed)) == 0);
    CHECK(radius(cycle(9)) == about(2));
    CHECK(radius(cycle(9, Direction::directed)) == about(1));
    CHECK(radius(star(10001)) == about(100));  // more vertices than a chunk has
    CHECK(radius(star(10, Direction::directed)) == 0);
    CHECK(radius(complete(30)) == about(29));
    CHECK(radius(cliques(3, 4)) == about(3));
    CHECK(radius(cliques(3, 4, Direction::directed)) == about(3));
    const Network triangle = cycle(3, Direction::directed);
    CHECK(spectral_radius(triangle, {triangle, {1, 8, 27}}).value == about(6));  // the cube root
    CHECK(spectral_radius(triangle, {triangle, {1, 0, 27}}).value == 0);
    CHECK(spectral_radius(path(3), {path(3), {3, 3, 4, 4}}).value == about(5));
}

TEST_CASE("spectral radius of a directed network is that of a strong component", "[analysis]") {
    // A cycle, and what leads to it and from it, however much.
    std::vector<std::pair<Vertex, Vertex>> arcs{{0, 1}, {1, 2}, {2, 0}};
    for (Vertex v = 3; v < 20; ++v) arcs.emplace_back(v, 0), arcs.emplace_back(1, v + 20);
    CHECK(radius(Network(Direction::directed, 40, arcs)) == about(1));
    // A long way whose arcs back are weak: walks that are not closed grow much faster for long.
    const Network both = renamed(path(30), random_order(30, 0), 30);
    std::vector<std::pair<Vertex, Vertex>> ways;
    std::vector<double> numbers;
    for (Vertex v = 1; v < 30; ++v) {
        ways.emplace_back(v - 1, v), numbers.push_back(1);
        ways.emplace_back(v, v - 1), numbers.push_back(1e-4);
    }
    const Network leaning(Direction::directed, 30, ways);
    CHECK(spectral_radius(leaning, Strengths::united(leaning, ways, numbers, Uniting::sum)).value ==
          about(of_path(30) / 100));  // as of the path with the root of 1e-4 both ways
}

TEST_CASE("spectral radius looks at no component whose degrees are too small", "[analysis]") {
    // A path of 300, which takes many iterations, and a clique of 20 before it or after it.
    const bool clique_first = GENERATE(false, true);
    const Vertex path_at = clique_first ? 20 : 0;
    const Vertex clique_at = clique_first ? 0 : 300;
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 1; v < 300; ++v) edges.emplace_back(path_at + v - 1, path_at + v);
    for (Vertex a = 0; a < 20; ++a) {
        for (Vertex b = 0; b < a; ++b) edges.emplace_back(clique_at + a, clique_at + b);
    }
    const SpectralRadius found = spectral_radius(Network(Direction::undirected, 320, edges));
    CHECK(found.value == about(19));
    CHECK(found.iterations == spectral_radius(complete(20)).iterations);
    // Those that tie are all looked at.
    CHECK(spectral_radius(cliques(3, 4)).iterations == 3 * spectral_radius(complete(4)).iterations);
    CHECK(spectral_radius(path(300)).iterations > 100);
    CHECK(spectral_radius(path(300)).residual > 0);
}

TEST_CASE("spectral radius is as numpy has it", "[analysis]") {
    // numpy 1.24.2: the largest of linalg.eigvalsh (eigvals of the example) of NetworkX's matrix
    const Network club = karate_club();
    CHECK(radius(club) == about(6.7256977276317329));
    CHECK(spectral_radius(club, karate_strengths(club)).value == about(21.687565903954184));
    const WalksExample example;
    CHECK(radius(example.network) == about(1.2599210498948741));
    CHECK(spectral_radius(example.network, example.strengths).value == about(2.1544346900318865));
}

TEST_CASE("spectral radius has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(9000, 60000, direction);
    const SpectralRadius alone = spectral_radius(graph);
    CHECK(alone.value > 0);
    for (const unsigned threads : {2u, 8u}) {
        const SpectralRadius together = spectral_radius(graph, {}, {.threads = threads});
        CHECK(together.value == alone.value);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("spectral radius says when it does not converge", "[analysis]") {
    const auto of = [](const Network& graph, const SpectralRadiusOptions& options) {
        return error_of([&] { return spectral_radius(graph, options); });
    };
    CHECK_THAT(of(path(50), {.max_iterations = 20}),
               Catch::Matchers::StartsWith("not-converged: the eigenvector has a residual of 0.0"));
    CHECK_THAT(
        of(path(50), {.max_iterations = 20}),
        Catch::Matchers::EndsWith(" after 20 iterations; raise max_iterations or tolerance"));
    CHECK(spectral_radius(path(50), {.tolerance = 1e-2}).iterations <
          spectral_radius(path(50)).iterations);
    // A tolerance that no rounding reaches
    CHECK_THAT(of(path(9), {.tolerance = 1e-18, .max_iterations = 2000}),
               Catch::Matchers::StartsWith("not-converged"));
    CHECK_THAT(of(complete(7), {.tolerance = 1e-30, .max_iterations = 200}),
               Catch::Matchers::Contains("not-converged") || Catch::Matchers::Equals("none"));
    for (std::size_t n = 2; n < 12; ++n) {
        const std::string error = of(complete(n), {.tolerance = 1e-30, .max_iterations = 99});
        CHECK(error.find("nan") == std::string::npos);
    }
    const std::size_t needed = spectral_radius(path(9)).iterations;
    CHECK(spectral_radius(path(9), {.max_iterations = needed}).iterations == needed);
    CHECK_THAT(of(path(9), {.max_iterations = needed - 1}),
               Catch::Matchers::StartsWith("not-converged"));
}

TEST_CASE("spectral radius refuses what is out of range", "[analysis]") {
    const Network graph = path(3);
    CHECK(error_of([&] { return spectral_radius(path(0), {.tolerance = 0}); }) ==
          "option-range: tolerance must be above 0");
    CHECK(error_of([&] { return spectral_radius(graph, {.tolerance = std::nan("")}); }) ==
          "option-range: tolerance must be above 0");
    CHECK(error_of([&] { return spectral_radius(path(0), {.max_iterations = 0}); }) ==
          "option-range: max_iterations must be at least 1");
    CHECK(error_of([&] { return spectral_radius(graph, uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    CHECK(error_of([&] { return spectral_radius(graph, uniform<Strengths>(graph, 1.5e308)); }) ==
          "weights-overflow: the largest eigenvalue is more than a number can hold; divide all "
          "strengths by the same number");
    CHECK(spectral_radius(graph, uniform<Strengths>(graph, 1e308)).value ==
          about(1e308 * std::numbers::sqrt2));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(spectral_radius(graph, {}, {.stop = source.get_token()}), Cancelled);
    CHECK_THROWS_AS(
        spectral_radius(graph, uniform<Strengths>(graph, 1), {}, {.stop = source.get_token()}),
        Cancelled);
}
