#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle.hpp"
#include "support/oracle_ego.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/clustering.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/clustering_coefficient.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("clustering equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const auto ones = uniform<Strengths>(graph, 1);
    const std::vector<double> scores = clustering(graph);
    CHECK_THAT(scores, near(oracle::clustering(oracle::matrix(graph, ones), graph.directed())));
    CHECK(clustering(graph, ones) == scores);
    CHECK(clustering(graph, uniform<Strengths>(graph, 7)) == scores);

    const Strengths strengths = random_strengths(graph, seed);
    const std::vector<double> weighted = clustering(graph, strengths);
    CHECK_THAT(weighted,
               near(oracle::clustering(oracle::matrix(graph, strengths), graph.directed())));
    // A strength of 0 is no edge.
    const auto rest = oracle::without_zeros(graph, strengths);
    CHECK(clustering(rest.network, rest.strengths) == weighted);
}

TEST_CASE("clustering: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    std::vector<double> scores = clustering(graph);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = clustering(renamed(graph, name, graph.size()));
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK(back == scores);
    scores.push_back(0);
    CHECK(clustering(with_isolated(graph)) == scores);
}

TEST_CASE("clustering does not care which way all arcs point", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, Direction::directed);
    std::vector<std::pair<Vertex, Vertex>> arcs;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) arcs.emplace_back(w, v);
    }
    CHECK(clustering(Network(Direction::directed, graph.size(), arcs)) == clustering(graph));
}

TEST_CASE("clustering of simple networks", "[analysis]") {
    CHECK(clustering(path(0)).empty());
    CHECK(clustering(path(1)) == std::vector<double>{0});
    CHECK(clustering(path(2)) == std::vector<double>{0, 0});
    CHECK(clustering(path(3)) == std::vector<double>{0, 0, 0});
    CHECK(clustering(star(300)) == std::vector<double>(300, 0));
    CHECK(clustering(cycle(3)) == std::vector<double>{1, 1, 1});
    CHECK(clustering(cycle(4)) == std::vector<double>(4, 0));
    CHECK(clustering(complete(70)) == std::vector<double>(70, 1));  // more than a chunk
    CHECK(clustering(complete(70, Direction::directed)) == std::vector<double>(70, 1));
    CHECK(clustering(cliques(2, 4)) == std::vector<double>(8, 1));
    // Two arcs at each vertex, and one of the two ways to close them.
    CHECK(clustering(cycle(3, Direction::directed)) == std::vector<double>{0.5, 0.5, 0.5});
    // An arc each way is one neighbour.
    CHECK(clustering(complete(2, Direction::directed)) == std::vector<double>{0, 0});
}

TEST_CASE("clustering of a hub with many leaves", "[analysis]") {
    // A triangle of which two vertices have very different degrees, so that rows are searched.
    constexpr Vertex leaves = 1000;
    std::vector<std::pair<Vertex, Vertex>> edges{{0, leaves + 1}, {0, 500}, {leaves + 1, 500}};
    for (Vertex v = 1; v <= leaves; ++v) edges.emplace_back(Vertex{0}, v);
    const auto scores = clustering(Network(Direction::undirected, leaves + 2, edges));
    CHECK(scores[0] == 2.0 / (1001.0 * 1000));
    CHECK(scores[500] == 1);
    CHECK(scores[leaves + 1] == 1);
    CHECK(scores[1] == 0);
}

TEST_CASE("clustering weighs by the geometric mean", "[analysis]") {
    const Network triangle = cycle(3);
    // Arcs 0-1, 0-2, 1-0, 1-2, 2-0, 2-1.
    const Strengths strengths(triangle, {8, 1, 8, 64, 1, 64});
    const double intensity = std::cbrt(8.0 * 1 * 64) / 64;
    CHECK_THAT(clustering(triangle, strengths), near({intensity, intensity, intensity}));
    const Strengths zeros = uniform<Strengths>(triangle, 0);
    CHECK(clustering(triangle, zeros) == std::vector<double>{0, 0, 0});
    // Neither overflows nor vanishes.
    for (const double s :
         {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), 1e-200}) {
        CHECK(clustering(triangle, uniform<Strengths>(triangle, s)) ==
              std::vector<double>{1, 1, 1});
    }
    const Strengths apart(triangle, {1e-200, 1e-200, 1e-200, 1e200, 1e-200, 1e200});
    CHECK_THAT(clustering(triangle, apart)[0] / std::pow(10, -800.0 / 3),
               Catch::Matchers::WithinAbs(1, 1e-12));
}

// networkx 2.8.8: nx.clustering(nx.karate_club_graph()), the same with weight="weight", and both of
// the directed example. igraph 0.10.2 agrees on the first.
TEST_CASE("clustering of the karate club is that of NetworkX", "[analysis]") {
    const Network club = karate_club();
    CHECK_THAT(clustering(club), near({0.15,
                                       0.3333333333333333,
                                       0.24444444444444444,
                                       0.6666666666666666,
                                       0.6666666666666666,
                                       0.5,
                                       0.5,
                                       1.0,
                                       0.5,
                                       0.0,
                                       0.6666666666666666,
                                       0.0,
                                       1.0,
                                       0.6,
                                       1.0,
                                       1.0,
                                       1.0,
                                       1.0,
                                       1.0,
                                       0.3333333333333333,
                                       1.0,
                                       1.0,
                                       1.0,
                                       0.4,
                                       0.3333333333333333,
                                       0.3333333333333333,
                                       1.0,
                                       0.16666666666666666,
                                       0.3333333333333333,
                                       0.6666666666666666,
                                       0.5,
                                       0.2,
                                       0.19696969696969696,
                                       0.11029411764705882}));
    CHECK_THAT(clustering(club, karate_strengths(club)),
               near({0.06631121196141879, 0.16691488397650842,
                     0.13142659927282047, 0.3000014925962803,
                     0.2495944184960854,  0.23177447626640532,
                     0.23177447626640532, 0.4856715918928874,
                     0.24297226992368195, 0.0,
                     0.2495944184960854,  0.0,
                     0.2971548318645577,  0.3072865570958022,
                     0.44389035799340837, 0.5592668058812662,
                     0.5081276149271519,  0.2857142857142857,
                     0.3077763842902691,  0.11999248094236886,
                     0.3523160106186386,  0.3599774428271066,
                     0.44389035799340837, 0.22058508021994944,
                     0.14459947485122202, 0.14459947485122202,
                     0.3599774428271066,  0.09523809523809523,
                     0.11999248094236886, 0.3033133517839719,
                     0.23473382269963547, 0.09395524239742073,
                     0.09656764202868078, 0.05233010615463943}));
    const DirectedClub directed;
    CHECK_THAT(clustering(directed.network()), near({0.09555555555555556,
                                                     0.25396825396825395,
                                                     0.12666666666666668,
                                                     0.34615384615384615,
                                                     0.375,
                                                     0.2222222222222222,
                                                     0.4166666666666667,
                                                     0.6923076923076923,
                                                     0.2857142857142857,
                                                     0.0,
                                                     0.5,
                                                     0.0,
                                                     0.5,
                                                     0.2857142857142857,
                                                     0.5,
                                                     0.5,
                                                     0.5,
                                                     1.0,
                                                     0.5,
                                                     0.4,
                                                     0.5,
                                                     1.0,
                                                     0.5,
                                                     0.18421052631578946,
                                                     0.1,
                                                     0.1,
                                                     1.0,
                                                     0.05555555555555555,
                                                     0.125,
                                                     0.38461538461538464,
                                                     0.3333333333333333,
                                                     0.07575757575757576,
                                                     0.09913793103448276,
                                                     0.06553398058252427}));
    CHECK_THAT(clustering(directed.network(), directed.strengths()),
               near({0.03691382574255373, 0.10416816190917683,
                     0.06836474444298829, 0.1592380953093306,
                     0.14124778262985568, 0.1107277089658553,
                     0.20043083893229272, 0.3063679028524703,
                     0.13790897470296154, 0.0,
                     0.1847893216275574,  0.0,
                     0.15605401100566313, 0.1404753284465647,
                     0.22194517899670418, 0.2937048936154511,
                     0.2776448796785289,  0.249699968046748,
                     0.15388819214513455, 0.11734980433594129,
                     0.23869197860140057, 0.2933745108398532,
                     0.22194517899670418, 0.08927341716538592,
                     0.04337984245536661, 0.04337984245536661,
                     0.34620606162540096, 0.031746031746031744,
                     0.05303387493877803, 0.16164457019680473,
                     0.15308119706410347, 0.03463132026337116,
                     0.04738297384263731, 0.030392893806975785}));
}

TEST_CASE("clustering agrees with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(300, 3000, Direction::undirected);
    const UndirectedNetwork face(network);
    std::vector<double> expected(network.size());
    boost::all_clustering_coefficients(
        face, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, face)));
    CHECK_THAT(clustering(network), near(expected));
}

TEST_CASE("clustering has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(2000, 20000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    for (const unsigned threads : {2u, 8u}) {
        CHECK(clustering(graph, {}, {.threads = threads}) == clustering(graph));
        CHECK(clustering(graph, strengths, {}, {.threads = threads}) ==
              clustering(graph, strengths));
    }
}

TEST_CASE("clustering refuses foreign strengths, tells its progress and stops", "[analysis]") {
    try {
        static_cast<void>(clustering(path(3), uniform<Strengths>(path(4), 1)));
        FAIL("the strengths are of another network");
    } catch (const Error& e) {
        CHECK(e.id() == "weights-size");
    }
    std::vector<std::size_t> told;
    static_cast<void>(clustering(
        path(100), {}, {.progress = [&](std::size_t done, std::size_t) { told.push_back(done); }}));
    CHECK(told == std::vector<std::size_t>{0, 0, 1, 2});
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(clustering(path(4), {}, run), Cancelled);
    CHECK_THROWS_AS(clustering(path(4), uniform<Strengths>(path(4), 1), {}, run), Cancelled);
}
