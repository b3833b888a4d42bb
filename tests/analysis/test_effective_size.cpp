#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_ego.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/effective_size.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;
using oracle::comparable;

TEST_CASE("effective size equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const auto ones = uniform<Strengths>(graph, 1);
    const auto scores = comparable(effective_size(graph));
    CHECK_THAT(scores, near(comparable(oracle::effective_size(oracle::matrix(graph, ones)))));
    CHECK(comparable(effective_size(graph, ones)) == scores);
    CHECK(comparable(effective_size(graph, uniform<Strengths>(graph, 7))) == scores);

    const Strengths strengths = random_strengths(graph, seed);
    auto weighted = comparable(effective_size(graph, strengths));
    CHECK_THAT(weighted,
               near(comparable(oracle::effective_size(oracle::matrix(graph, strengths)))));
    const auto rest = oracle::without_zeros(graph, strengths);
    CHECK(comparable(effective_size(rest.network, rest.strengths)) == weighted);

    const auto a = oracle::mutual(oracle::matrix(graph, strengths));
    for (std::size_t v = 0; v < graph.size(); ++v) {
        const auto none = std::count(a[v].begin(), a[v].end(), 0.0);
        const auto neighbours = static_cast<double>(graph.size()) - static_cast<double>(none);
        if (neighbours > 0) weighted[v] /= neighbours;
    }
    CHECK_THAT(comparable(effective_size(graph, strengths, {.normalized = true})), near(weighted));
}

TEST_CASE("effective size follows Borgatti's formula", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, Direction::undirected);
    std::vector<double> expected;
    for (Vertex v = 0; v < graph.size(); ++v) {
        double ends = 0;  // two for each edge among the neighbours
        for (const Vertex j : graph.out(v)) {
            for (const Vertex k : graph.out(v)) ends += graph.arc_index(j, k) ? 1 : 0;
        }
        const auto neighbours = static_cast<double>(graph.out(v).size());
        expected.push_back(neighbours > 0 ? neighbours - ends / neighbours : -1);
    }
    CHECK_THAT(comparable(effective_size(graph)), near(expected));
}

TEST_CASE("effective size: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    auto scores = comparable(effective_size(graph));
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = comparable(effective_size(renamed(graph, name, graph.size())));
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK_THAT(back, near(scores));
    scores.push_back(-1);
    CHECK(comparable(effective_size(with_isolated(graph))) == scores);
}

TEST_CASE("effective size of simple networks", "[analysis]") {
    CHECK(effective_size(path(0)).empty());
    CHECK(comparable(effective_size(path(1))) == std::vector<double>{-1});
    CHECK(effective_size(path(2)) == std::vector<double>{1, 1});
    CHECK(effective_size(path(3, Direction::directed)) == std::vector<double>{1, 2, 1});
    CHECK(effective_size(cycle(8)) == std::vector<double>(8, 2));
    CHECK_THAT(effective_size(complete(70)), near(std::vector<double>(70, 1)));
    std::vector<double> hub(101, 1);  // more vertices than a chunk has
    hub[0] = 100;
    CHECK(effective_size(star(101)) == hub);
    CHECK(effective_size(star(101), {.normalized = true}) == std::vector<double>(101, 1));
    CHECK_THAT(effective_size(complete(5), {.normalized = true}),
               near(std::vector<double>(5, 0.25)));
    const Strengths zeros = uniform<Strengths>(cycle(3), 0);
    CHECK(comparable(effective_size(cycle(3), zeros)) == std::vector<double>{-1, -1, -1});
    const Strengths most = uniform<Strengths>(cycle(3), std::numeric_limits<double>::max());
    CHECK(effective_size(cycle(3), most) == std::vector<double>{1, 1, 1});
}

// networkx 2.8.8: nx.effective_size(nx.karate_club_graph()), the same with weight="weight", and
// both of the directed example, except for vertex 21, which has arcs to it only: NetworkX has no
// value there, and this is its value in the network with all arcs reversed.
TEST_CASE("effective size of the karate club is that of NetworkX", "[analysis]") {
    const Network club = karate_club();
    CHECK_THAT(effective_size(club), near({13.75,
                                           6.333333333333334,
                                           7.8,
                                           2.6666666666666665,
                                           1.6666666666666667,
                                           2.5,
                                           2.5,
                                           1.0,
                                           3.0,
                                           2.0,
                                           1.6666666666666667,
                                           1.0,
                                           1.0,
                                           2.6,
                                           1.0,
                                           1.0,
                                           1.0,
                                           1.0,
                                           1.0,
                                           2.3333333333333335,
                                           1.0,
                                           1.0,
                                           1.0,
                                           3.4,
                                           2.3333333333333335,
                                           2.3333333333333335,
                                           1.0,
                                           3.5,
                                           2.3333333333333335,
                                           2.0,
                                           2.5,
                                           5.0,
                                           9.833333333333334,
                                           15.235294117647058}));
    CHECK_THAT(effective_size(club, karate_strengths(club)), near({13.775000000000002,
                                                                   6.4672413793103445,
                                                                   7.946969696969697,
                                                                   3.6333333333333333,
                                                                   2.225,
                                                                   2.942857142857143,
                                                                   2.7846153846153845,
                                                                   1.4615384615384617,
                                                                   3.396078431372549,
                                                                   2.0,
                                                                   2.15,
                                                                   1.0,
                                                                   1.3,
                                                                   2.923529411764706,
                                                                   1.0,
                                                                   1.0,
                                                                   1.0,
                                                                   1.288888888888889,
                                                                   1.0,
                                                                   2.413333333333333,
                                                                   1.0,
                                                                   1.2666666666666666,
                                                                   1.0,
                                                                   3.723809523809524,
                                                                   2.428571428571429,
                                                                   2.6258503401360542,
                                                                   1.5666666666666669,
                                                                   3.5076923076923077,
                                                                   2.5428571428571427,
                                                                   2.4923076923076923,
                                                                   2.690909090909091,
                                                                   5.141043083900226,
                                                                   10.089285714285714,
                                                                   15.22891865079365}));
    const DirectedClub directed;
    CHECK_THAT(effective_size(directed.network()), near({14.454545454545451,
                                                         7.083333333333333,
                                                         8.692307692307692,
                                                         4.0625,
                                                         2.1,
                                                         3.0,
                                                         2.75,
                                                         2.0,
                                                         3.6666666666666665,
                                                         2.0,
                                                         2.0,
                                                         1.0,
                                                         1.5,
                                                         3.666666666666667,
                                                         1.5,
                                                         1.5,
                                                         1.1666666666666667,
                                                         1.0,
                                                         1.5,
                                                         2.25,
                                                         1.5,
                                                         1.0,
                                                         1.5,
                                                         4.142857142857143,
                                                         2.75,
                                                         2.75,
                                                         1.0,
                                                         3.8,
                                                         2.7,
                                                         2.833333333333334,
                                                         3.0,
                                                         5.555555555555556,
                                                         10.625,
                                                         15.761904761904765}));
    CHECK_THAT(effective_size(directed.network(), directed.strengths()),
               near({14.440045155993433,
                     7.190277777777778,
                     8.496967120181406,
                     4.207275132275132,
                     2.357142857142857,
                     3.352631578947369,
                     2.7884615384615383,
                     2.1447368421052633,
                     3.6026785714285716,
                     2.0,
                     2.175,
                     1.0,
                     1.625,
                     3.5555555555555554,
                     1.2142857142857142,
                     1.20995670995671,
                     1.1022727272727273,
                     1.375,
                     1.2619047619047619,
                     2.4642857142857144,
                     1.246031746031746,
                     1.375,
                     1.2380952380952381,
                     4.025714285714286,
                     2.659090909090909,
                     2.8487394957983194,
                     1.1666666666666665,
                     3.7254901960784315,
                     2.515873015873016,
                     2.853174603174603,
                     2.707792207792208,
                     5.535714285714285,
                     10.234802431610943,
                     15.523506860371265}));
}

TEST_CASE("effective size has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(2000, 20000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    for (const unsigned threads : {2u, 8u}) {
        CHECK(effective_size(graph, {}, {.threads = threads}) == effective_size(graph));
        CHECK(effective_size(graph, strengths, {}, {.threads = threads}) ==
              effective_size(graph, strengths));
    }
}

TEST_CASE("effective size refuses foreign strengths and stops", "[analysis]") {
    try {
        static_cast<void>(effective_size(path(3), uniform<Strengths>(path(4), 1)));
        FAIL("the strengths are of another network");
    } catch (const Error& e) {
        CHECK(e.id() == "weights-size");
    }
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(effective_size(path(4), {}, run), Cancelled);
    CHECK_THROWS_AS(effective_size(path(4), uniform<Strengths>(path(4), 1), {}, run), Cancelled);
}
