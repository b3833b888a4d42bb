#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/more_distances.hpp"
#include "support/networkx_paths.hpp"
#include "support/oracle.hpp"
#include "support/oracle_paths.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/closeness.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr ClosenessOptions raw{.normalized = false};

}  // namespace

TEST_CASE("closeness equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    CHECK_THAT(closeness(graph), near(oracle::closeness(graph, true)));
    CHECK_THAT(closeness(graph, raw), near(oracle::closeness(graph, false)));
}

TEST_CASE("closeness: renaming vertices renames scores, to the bit", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = closeness(graph);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = closeness(renamed(graph, name, graph.size()));
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(other[name[v]] == scores[v]);

    std::vector<double> more = closeness(graph, raw);  // and a vertex alone changes no raw score
    more.push_back(0);
    CHECK(closeness(with_isolated(graph), raw) == more);
}

TEST_CASE("closeness of regular networks has a closed form", "[analysis]") {
    const double leaf = 4.0 / 7;  // 1 + 2 + 2 + 2 to the others
    CHECK_THAT(closeness(star(5)), near({1, leaf, leaf, leaf, leaf}));
    CHECK_THAT(closeness(star(5, Direction::directed)), near({0, 0.25, 0.25, 0.25, 0.25}));
    CHECK_THAT(closeness(star(5, Direction::directed), raw), near({0, 1, 1, 1, 1}));
    CHECK_THAT(closeness(complete(5)), near(std::vector<double>(5, 1)));
    CHECK_THAT(closeness(cycle(7)), near(std::vector<double>(7, 0.5)));  // 4 / (n + 1)
    CHECK_THAT(closeness(cycle(5, Direction::directed)), near(std::vector<double>(5, 0.4)));
    CHECK_THAT(closeness(cliques(2, 4)), near(std::vector<double>(8, 3.0 / 7)));
    CHECK_THAT(closeness(cliques(2, 4), raw), near(std::vector<double>(8, 1)));
    CHECK(closeness(path(0)).empty());
    CHECK(closeness(path(1)) == std::vector<double>{0});
    CHECK(closeness(path(1), raw) == std::vector<double>{0});
    CHECK(closeness(path(2)) == std::vector<double>{1, 1});
    CHECK(closeness(path(2, Direction::directed)) == std::vector<double>{0, 1});
}

TEST_CASE("closeness of large networks has a closed form", "[analysis]") {
    const auto n = GENERATE(65u, 513u, 1500u);
    const auto all = static_cast<double>(n);
    std::vector<double> expected(n, (all - 1) / (1 + 2 * (all - 2)));
    expected[0] = 1;
    CHECK_THAT(closeness(star(n)), near(expected));
    CHECK_THAT(closeness(complete(n)), near(std::vector<double>(n, 1)));
    const Network islands = cliques(n / 5, 5);
    CHECK_THAT(closeness(islands, raw), near(std::vector<double>(islands.size(), 1)));
}

TEST_CASE("closeness of a long path has a closed form", "[analysis]") {
    constexpr Vertex n = 200;  // more vertices than a chunk has
    std::vector<double> undirected;
    std::vector<double> directed;
    for (double v = 0; v < n; ++v) {
        const double after = n - 1 - v;
        undirected.push_back((n - 1) / (v * (v + 1) / 2 + after * (after + 1) / 2));
        directed.push_back(v == 0 ? 0 : 2 / (v + 1) * v / (n - 1));
    }
    CHECK_THAT(closeness(path(n)), near(undirected));
    CHECK_THAT(closeness(path(n, Direction::directed)), near(directed));
}

TEST_CASE("closeness has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto graph = GENERATE_COPY(sparse(300, 900, direction), sparse(1300, 3900, direction));
    const auto alone = closeness(graph);
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(closeness(graph, {}, {.threads = threads}) == alone);
}

TEST_CASE("closeness reports progress and stops when asked", "[analysis]") {
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) { seen.push_back(100 * done / total); };
    static_cast<void>(closeness(path(4), {}, run));
    CHECK(seen == std::vector<std::size_t>{0, 25, 50, 75, 100});

    std::stop_source source;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 3) source.request_stop();
    };
    CHECK_THROWS_AS(closeness(path(4), {}, run), Cancelled);
    CHECK(reports == 3);
}

TEST_CASE("closeness by distances equals its definition", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const auto lengths = oracle::arc_lengths(graph, distances);
    std::vector<double> expected = oracle::closeness(lengths, true);
    CHECK_THAT(closeness(graph, distances), near(expected));
    CHECK_THAT(closeness(graph, distances, raw), near(oracle::closeness(lengths, false)));
    for (double& c : expected) c /= 0.1;  // a tenth as far is ten times as close
    CHECK_THAT(closeness(graph, scaled(graph, distances, 0.1)), near(expected));

    const Distances ones = uniform<Distances>(graph, 1);
    CHECK(closeness(graph, ones) == closeness(graph));
    CHECK(closeness(graph, ones, raw) == closeness(graph, raw));
}

TEST_CASE("closeness by distances of simple networks", "[analysis]") {
    const double infinite = std::numeric_limits<double>::infinity();
    const auto of_path = [](double a, double b) {  // 0 -> 1 -> 2
        return closeness(path(3, Direction::directed),
                         Distances(path(3, Direction::directed), {a, b}));
    };
    CHECK_THAT(of_path(3, 1), near({0, 1.0 / 6, 2.0 / 5}));
    CHECK_THAT(of_path(3, infinite), near({0, 1.0 / 6, 0}));
    CHECK_THAT(of_path(infinite, infinite), near({0, 0, 0}));
    CHECK(of_path(1.5e308, 1.5e308)[2] == 1 / 1.5e308 * 0.5);  // vertex 0 is farther than a double
    const Distances two = uniform<Distances>(path(2), 4);
    CHECK(closeness(path(2), two) == std::vector<double>{0.25, 0.25});
    CHECK(closeness(path(0), uniform<Distances>(path(0), 1)).empty());
    CHECK(closeness(path(1), uniform<Distances>(path(1), 1)) == std::vector<double>{0});
    CHECK(closeness(path(1), uniform<Distances>(path(1), 1), raw) == std::vector<double>{0});
}

TEST_CASE("closeness by distances: renaming vertices renames scores, to the bit",
          "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Distances distances = scaled(graph, random_distances(graph, seed), 0.1);
    INFO("seed " << seed << ": " << describe(graph));

    const std::vector<double> scores = closeness(graph, distances, raw);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size() + 1);  // and a vertex alone
    const auto others = closeness(other, renamed(graph, distances, other, name), raw);
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(others[name[v]] == scores[v]);
    CHECK(others.back() == 0);
}

TEST_CASE("closeness by distances agrees with NetworkX", "[analysis]") {
    const Network club = karate_club();
    const Distances contexts =
        Distances::united(club, karate_edges(), karate_contexts(), Uniting::smallest);
    CHECK_THAT(closeness(club, contexts), near(networkx::karate_closeness));
    const Network example = networkx::directed_example();
    CHECK_THAT(closeness(example, networkx::directed_distances(example)),
               near(networkx::example_closeness));
}

TEST_CASE("closeness by distances has the same bits for any threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(300, 900, direction);
    const Distances distances = scaled(graph, random_distances(graph, 5), 0.1);
    const auto alone = closeness(graph, distances);
    CHECK(closeness(graph, distances, {}, {.threads = 2}) == alone);
    CHECK(closeness(graph, distances, {}, {.threads = 8}) == alone);
}

TEST_CASE("closeness by distances refuses those of another network", "[analysis]") {
    const Distances distances = uniform<Distances>(path(3), 1);
    CHECK_THROWS_WITH(static_cast<void>(closeness(path(4), distances)),
                      "4 weights for 6 arcs; give one for each arc of the network");
}

TEST_CASE("closeness by distances stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    const Distances ones = uniform<Distances>(path(4), 1);
    CHECK_THROWS_AS(closeness(path(4), ones, {}, {.stop = source.get_token()}), Cancelled);
}
