#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_ego.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/constraint.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;
using oracle::comparable;

TEST_CASE("constraint equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const auto ones = uniform<Strengths>(graph, 1);
    const auto scores = comparable(constraint(graph));
    CHECK_THAT(scores, near(comparable(oracle::constraint(oracle::matrix(graph, ones)))));
    CHECK(comparable(constraint(graph, ones)) == scores);
    CHECK(comparable(constraint(graph, uniform<Strengths>(graph, 7))) == scores);

    const Strengths strengths = random_strengths(graph, seed);
    const auto weighted = comparable(constraint(graph, strengths));
    CHECK_THAT(weighted, near(comparable(oracle::constraint(oracle::matrix(graph, strengths)))));
    const auto rest = oracle::without_zeros(graph, strengths);
    CHECK(comparable(constraint(rest.network, rest.strengths)) == weighted);
}

TEST_CASE("constraint: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    auto scores = comparable(constraint(graph));
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const auto other = comparable(constraint(renamed(graph, name, graph.size())));
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK_THAT(back, near(scores));
    scores.push_back(-1);
    CHECK(comparable(constraint(with_isolated(graph))) == scores);
}

TEST_CASE("constraint of simple networks", "[analysis]") {
    CHECK(constraint(path(0)).empty());
    CHECK(comparable(constraint(path(1))) == std::vector<double>{-1});
    CHECK(constraint(path(2)) == std::vector<double>{1, 1});
    CHECK(constraint(path(2, Direction::directed)) == std::vector<double>{1, 1});
    CHECK(constraint(path(3)) == std::vector<double>{1, 0.5, 1});
    CHECK_THAT(constraint(cycle(3)), near({1.125, 1.125, 1.125}));
    CHECK(constraint(cycle(8)) == std::vector<double>(8, 0.5));
    std::vector<double> hub(101, 1);  // more vertices than a chunk has
    hub[0] = 0.01;
    CHECK_THAT(constraint(star(101)), near(hub));
    // p = 1 / (n - 1) to each, and n - 2 ways round: ((1 + (n - 2) / (n - 1)) / (n - 1))^2 each.
    const double invested = (1 + 68.0 / 69) / 69;
    CHECK_THAT(constraint(complete(70)), near(std::vector<double>(70, 69 * invested * invested)));
}

TEST_CASE("constraint counts strengths of any size", "[analysis]") {
    const double most = std::numeric_limits<double>::max();
    const double least = std::numeric_limits<double>::denorm_min();
    for (const double s : {most, least, 1e-200})
        CHECK_THAT(constraint(cycle(3), uniform<Strengths>(cycle(3), s)),
                   near({1.125, 1.125, 1.125}));
    // Both ways, the sum of strengths would overflow.
    const Network both = complete(3, Direction::directed);
    CHECK_THAT(constraint(both, uniform<Strengths>(both, most)), near({1.125, 1.125, 1.125}));
    const Strengths zeros = uniform<Strengths>(cycle(3), 0);
    CHECK(comparable(constraint(cycle(3), zeros)) == std::vector<double>{-1, -1, -1});
}

// networkx 2.8.8: nx.constraint(nx.karate_club_graph()), the same with weight="weight", and both of
// the directed example, except for vertex 21, which has arcs to it only, and which NetworkX has no
// value for; there it is that of the network with all arcs reversed. igraph 0.10.2 agrees with all.
TEST_CASE("constraint of the karate club is that of NetworkX", "[analysis]") {
    const Network club = karate_club();
    CHECK_THAT(constraint(club), near({0.15542329764660495,
                                       0.27953510802469134,
                                       0.18517663966049389,
                                       0.39665964720507535,
                                       0.5294174382716048,
                                       0.4774848090277778,
                                       0.4774848090277778,
                                       0.4427115885416667,
                                       0.3036007136678201,
                                       0.5,
                                       0.5294174382716048,
                                       1.0,
                                       0.6225043402777779,
                                       0.32333541666666676,
                                       0.5736795943867743,
                                       0.5736795943867743,
                                       0.78125,
                                       0.590868537808642,
                                       0.5736795943867743,
                                       0.37371935013717417,
                                       0.5736795943867743,
                                       0.590868537808642,
                                       0.5736795943867743,
                                       0.30582372164552096,
                                       0.4598765432098765,
                                       0.4598765432098765,
                                       0.6709018166089966,
                                       0.2850692041522491,
                                       0.3869131530607885,
                                       0.4494090013456363,
                                       0.3460064638600538,
                                       0.24457540369088812,
                                       0.2492233622751933,
                                       0.1564186851211073}));
    CHECK_THAT(
        constraint(club, karate_strengths(club)),
        near({0.19062348905638032, 0.3409019831285561,  0.25565383909645606, 0.4122226156115593,
              0.508088569654933,   0.49112922777491624, 0.5314047216519745,  0.527081950416345,
              0.3344147563587521,  0.5555555555555556,  0.5304976482780612,  1.0,
              0.7302295918367347,  0.3827486243156608,  0.6411266928285626,  0.6323943473973153,
              0.9397491245018718,  0.6653314075883578,  0.6670775837009678,  0.4391093639199636,
              0.7238213470731378,  0.6236083811249431,  0.6398342278393352,  0.3127739611655626,
              0.5124716553287981,  0.4563144985885511,  0.65316243881949,    0.3222101463859707,
              0.39898274124464594, 0.4389251973538791,  0.3944911707240065,  0.2754988351267919,
              0.2582561404837537,  0.18628728563229374}));
    const DirectedClub directed;
    CHECK_THAT(
        constraint(directed.network()),
        near({0.15674190041213645, 0.3045382837163322, 0.17818252794214334, 0.3611471828118463,
              0.5249793388429753,  0.4534733700642792, 0.5400901056014692,  0.45485122031232167,
              0.3176066080180195,  0.5555555555555556, 0.5915547520661156,  1.0,
              0.6384871441689622,  0.30807386046678,   0.5566029797335601,  0.6064854182413706,
              0.7802777777777778,  0.6767931843689419, 0.6059391928067523,  0.44685491276400363,
              0.6059391928067523,  0.6377984389348026, 0.5566029797335601,  0.2906044356518117,
              0.4248167438271605,  0.4248167438271605, 0.7964222726127488,  0.2961451247165533,
              0.38746283698664663, 0.4454042757149156, 0.36205722523384354, 0.2201989201030206,
              0.2286689831994462,  0.15818818115765662}));
    CHECK_THAT(
        constraint(directed.network(), directed.strengths()),
        near({0.16776960545551753, 0.3257562593098043,  0.23049021533624953, 0.36909370155811777,
              0.5339237755554347,  0.4705118417278714,  0.6415004194145009,  0.5130818011014308,
              0.33380156932670046, 0.5555555555555556,  0.6184098290190085,  1.0,
              0.8263641741349951,  0.35015345257844854, 0.6169651327148906,  0.6311790793312234,
              0.9079058786747221,  0.7904455195330532,  0.7462102711362426,  0.5089775726206279,
              0.6449510756770669,  0.619228330837774,   0.6161380339420007,  0.2996253574348497,
              0.5224984986702508,  0.43070290829019986, 0.8047979707299946,  0.32101257304855124,
              0.4785881292093588,  0.41414215821216904, 0.40892111764061456, 0.2335340832366804,
              0.26224451943029076, 0.18429235393708915}));
}

TEST_CASE("constraint has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(2000, 20000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    for (const unsigned threads : {2u, 8u}) {
        CHECK(constraint(graph, {}, {.threads = threads}) == constraint(graph));
        CHECK(constraint(graph, strengths, {}, {.threads = threads}) ==
              constraint(graph, strengths));
    }
}

TEST_CASE("constraint refuses foreign strengths and stops", "[analysis]") {
    try {
        static_cast<void>(constraint(path(3), uniform<Strengths>(path(4), 1)));
        FAIL("the strengths are of another network");
    } catch (const Error& e) {
        CHECK(e.id() == "weights-size");
    }
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(constraint(path(4), {}, run), Cancelled);
    CHECK_THROWS_AS(constraint(path(4), uniform<Strengths>(path(4), 1), {}, run), Cancelled);
}
