#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/more_distances.hpp"
#include "support/networkx_paths.hpp"
#include "support/oracle.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/harmonic.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr HarmonicOptions raw{.normalized = false};

}  // namespace

TEST_CASE("harmonic equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    std::vector<double> expected = oracle::harmonic(graph);
    CHECK_THAT(harmonic(graph, raw), near(expected));
    for (double& h : expected)
        if (graph.size() > 1) h /= static_cast<double>(graph.size()) - 1;
    CHECK_THAT(harmonic(graph), near(expected));
}

TEST_CASE("harmonic: renaming vertices renames scores, to the bit", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = harmonic(graph);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = harmonic(renamed(graph, name, graph.size()));
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(other[name[v]] == scores[v]);

    std::vector<double> more = harmonic(graph, raw);  // and a vertex alone changes no raw score
    more.push_back(0);
    CHECK(harmonic(with_isolated(graph), raw) == more);
}

TEST_CASE("harmonic of regular networks has a closed form", "[analysis]") {
    const double leaf = 2.5 / 4;  // 1 + 1/2 + 1/2 + 1/2
    CHECK_THAT(harmonic(star(5)), near({1, leaf, leaf, leaf, leaf}));
    CHECK_THAT(harmonic(star(5, Direction::directed), raw), near({0, 1, 1, 1, 1}));
    CHECK_THAT(harmonic(complete(5)), near(std::vector<double>(5, 1)));
    CHECK_THAT(harmonic(cycle(5), raw), near(std::vector<double>(5, 3)));
    CHECK_THAT(harmonic(cycle(4, Direction::directed), raw),
               near(std::vector<double>(4, 1 + 0.5 + 1.0 / 3)));
    CHECK_THAT(harmonic(cliques(2, 4)), near(std::vector<double>(8, 3.0 / 7)));
    CHECK(harmonic(path(0)).empty());
    CHECK(harmonic(path(1)) == std::vector<double>{0});
    CHECK(harmonic(path(1), raw) == std::vector<double>{0});
    CHECK(harmonic(path(2)) == std::vector<double>{1, 1});
    CHECK(harmonic(path(2, Direction::directed)) == std::vector<double>{0, 1});
}

TEST_CASE("harmonic of large networks has a closed form", "[analysis]") {
    const auto n = GENERATE(65u, 513u, 1500u);
    const auto all = static_cast<double>(n);
    std::vector<double> expected(n, 1 + (all - 2) / 2);
    expected[0] = all - 1;
    CHECK_THAT(harmonic(star(n), raw), near(expected));
    CHECK_THAT(harmonic(complete(n)), near(std::vector<double>(n, 1)));
    const Network islands = cliques(n / 5, 5);
    CHECK_THAT(harmonic(islands, raw), near(std::vector<double>(islands.size(), 4)));
}

TEST_CASE("harmonic of a long path has a closed form", "[analysis]") {
    constexpr std::size_t n = 200;     // more vertices than a chunk has
    std::vector<double> number(n, 0);  // harmonic numbers
    for (std::size_t i = 1; i < n; ++i) number[i] = number[i - 1] + 1 / static_cast<double>(i);
    std::vector<double> expected;
    for (std::size_t v = 0; v < n; ++v) expected.push_back(number[v] + number[n - 1 - v]);
    CHECK_THAT(harmonic(path(n), raw), near(expected));
    CHECK_THAT(harmonic(path(n, Direction::directed), raw), near(number));
}

TEST_CASE("harmonic has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto graph = GENERATE_COPY(sparse(300, 900, direction), sparse(1300, 3900, direction));
    const auto alone = harmonic(graph);
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(harmonic(graph, {}, {.threads = threads}) == alone);
}

TEST_CASE("harmonic reports progress and stops when asked", "[analysis]") {
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) { seen.push_back(100 * done / total); };
    static_cast<void>(harmonic(path(4), {}, run));
    CHECK(seen == std::vector<std::size_t>{0, 25, 50, 75, 100});

    std::stop_source source;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 3) source.request_stop();
    };
    CHECK_THROWS_AS(harmonic(path(4), {}, run), Cancelled);
    CHECK(reports == 3);
}

TEST_CASE("harmonic by distances equals its definition", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    std::vector<double> expected = oracle::harmonic(oracle::arc_lengths(graph, distances));
    CHECK_THAT(harmonic(graph, distances, raw), near(expected));
    for (double& h : expected) h /= 0.1;
    CHECK_THAT(harmonic(graph, scaled(graph, distances, 0.1), raw), near(expected));
    for (double& h : expected)
        if (graph.size() > 1) h *= 0.1 / (static_cast<double>(graph.size()) - 1);
    CHECK_THAT(harmonic(graph, distances), near(expected));

    const Distances ones = uniform<Distances>(graph, 1);
    CHECK_THAT(harmonic(graph, ones), near(harmonic(graph)));
    CHECK_THAT(harmonic(graph, ones, raw), near(harmonic(graph, raw)));
}

TEST_CASE("harmonic by distances of simple networks", "[analysis]") {
    const double infinite = std::numeric_limits<double>::infinity();
    const auto of_path = [](double a, double b) {  // 0 -> 1 -> 2
        return harmonic(path(3, Direction::directed),
                        Distances(path(3, Direction::directed), {a, b}), raw);
    };
    CHECK_THAT(of_path(3, 1), near({0, 1.0 / 3, 1.25}));
    CHECK_THAT(of_path(3, infinite), near({0, 1.0 / 3, 0}));
    CHECK_THAT(of_path(infinite, infinite), near({0, 0, 0}));
    CHECK(of_path(1.5e308, 1.5e308)[2] == 1 / 1.5e308);  // vertex 0 is farther than a double
    const Distances two = uniform<Distances>(path(2), 4);
    CHECK(harmonic(path(2), two) == std::vector<double>{0.25, 0.25});
    CHECK(harmonic(path(0), uniform<Distances>(path(0), 1)).empty());
    CHECK(harmonic(path(1), uniform<Distances>(path(1), 1)) == std::vector<double>{0});
    CHECK(harmonic(path(1), uniform<Distances>(path(1), 1), raw) == std::vector<double>{0});
}

TEST_CASE("harmonic by distances: renaming vertices renames scores, to the bit",
          "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = scaled(graph, random_distances(graph, seed), 0.1);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = harmonic(graph, distances, raw);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size() + 1);  // and a vertex alone
    const auto others = harmonic(other, renamed(graph, distances, other, name), raw);
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(others[name[v]] == scores[v]);
    CHECK(others.back() == 0);
}

TEST_CASE("harmonic by distances agrees with NetworkX", "[analysis]") {
    const Network club = karate_club();
    const Distances contexts =
        Distances::united(club, karate_edges(), karate_contexts(), Uniting::smallest);
    CHECK_THAT(harmonic(club, contexts), near(networkx::karate_harmonic));
    const Network example = networkx::directed_example();
    CHECK_THAT(harmonic(example, networkx::directed_distances(example)),
               near(networkx::example_harmonic));
}

TEST_CASE("harmonic by distances has the same bits for any threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(300, 900, direction);
    const Distances distances = scaled(graph, random_distances(graph, 5), 0.1);
    const auto alone = harmonic(graph, distances);
    CHECK(harmonic(graph, distances, {}, {.threads = 2}) == alone);
    CHECK(harmonic(graph, distances, {}, {.threads = 8}) == alone);
}

TEST_CASE("harmonic by distances refuses those of another network", "[analysis]") {
    const Distances distances = uniform<Distances>(path(3), 1);
    CHECK_THROWS_WITH(static_cast<void>(harmonic(path(4), distances)),
                      "4 weights for 6 arcs; give one for each arc of the network");
}

TEST_CASE("harmonic by distances stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    const Distances ones = uniform<Distances>(path(4), 1);
    CHECK_THROWS_AS(harmonic(path(4), ones, {}, {.stop = source.get_token()}), Cancelled);
}
