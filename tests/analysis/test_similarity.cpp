#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_similarity.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/similarity.hpp>
#include <actormap/base/error.hpp>

#include <cmath>
#include <functional>
#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<double> random_weights(std::size_t n, std::uint32_t seed) {
    std::mt19937 bits(seed);
    std::vector<double> weights(n);
    for (double& weight : weights) weight = static_cast<double>(bits() % 4) * 0.7;  // some are 0
    return weights;
}

/// Id and message of what is thrown.
std::string thrown(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return std::string(error.id()) + ": " + error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("similarity equals its definition on random graphs", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    const std::vector<double> ones(graph.size(), 1);
    const std::vector<double> weights = random_weights(graph.size(), seed);
    for (Vertex v = 0; v < graph.size(); ++v) {
        CHECK_THAT(jaccard(graph, v), near(oracle::weighted_jaccard(graph, v, ones)));
        CHECK(weighted_jaccard(graph, v, ones) == jaccard(graph, v));
        CHECK_THAT(weighted_jaccard(graph, v, weights),
                   near(oracle::weighted_jaccard(graph, v, weights)));
        CHECK_THAT(adamic_adar(graph, v), near(oracle::adamic_adar(graph, v)));
    }
}

TEST_CASE("similarity is the same both ways, in range, and 1 for the same neighbours",
          "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    const std::vector<double> weights = rarity(graph);
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto of_v = weighted_jaccard(graph, v, weights);
        for (Vertex u = 0; u < graph.size(); ++u) {
            const bool same = std::ranges::equal(graph.out(u), graph.out(v));
            CHECK((of_v[u] >= 0 && of_v[u] <= 1));
            CHECK((of_v[u] == 1) == (u != v && same && graph.degree(u) > 0));
            CHECK(std::abs(weighted_jaccard(graph, u, weights)[v] - of_v[u]) < 1e-15);
            CHECK(std::abs(adamic_adar(graph, u)[v] - adamic_adar(graph, v)[u]) < 1e-14);
        }
    }
}

TEST_CASE("similarity: renaming vertices renames scores", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size());
    const auto rarities = rarity(graph), other_rarities = rarity(other);
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto here = jaccard(graph, v), there = jaccard(other, name[v]);
        const auto rare_here = weighted_jaccard(graph, v, rarities),
                   rare_there = weighted_jaccard(other, name[v], other_rarities);
        const auto adamic_here = adamic_adar(graph, v), adamic_there = adamic_adar(other, name[v]);
        CHECK(other_rarities[name[v]] == rarities[v]);
        for (Vertex u = 0; u < graph.size(); ++u) {
            CHECK(there[name[u]] == here[u]);
            CHECK(std::abs(rare_there[name[u]] - rare_here[u]) < 1e-14);
            CHECK(std::abs(adamic_there[name[u]] - adamic_here[u]) < 1e-14);
        }
        if (v != 0) continue;
        auto more = here;  // and a vertex alone is like nobody
        more.push_back(0);
        CHECK(jaccard(with_isolated(graph), v) == more);
    }
}

TEST_CASE("similarity: the scale of weights does not matter", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 50u));
    const Network graph = random_graph(seed, Direction::undirected);
    std::vector<double> weights = random_weights(graph.size(), seed), eightfold = weights;
    for (double& weight : eightfold) weight *= 8;
    for (Vertex v = 0; v < graph.size(); ++v)
        CHECK(weighted_jaccard(graph, v, weights) == weighted_jaccard(graph, v, eightfold));
}

TEST_CASE("similarity of regular networks has a closed form", "[analysis]") {
    CHECK(jaccard(star(5), 1) == std::vector<double>{0, 0, 1, 1, 1});
    CHECK(jaccard(star(5), 0) == std::vector<double>{0, 0, 0, 0, 0});
    CHECK(jaccard(path(5), 0) == std::vector<double>{0, 0, 0.5, 0, 0});
    CHECK(jaccard(path(5), 2) == std::vector<double>{0.5, 0, 0, 0, 0.5});
    CHECK_THAT(jaccard(cycle(5), 0), near({0, 0, 1.0 / 3, 1.0 / 3, 0}));
    CHECK(jaccard(cycle(4), 0) == std::vector<double>{0, 0, 1, 0});
    // Of a clique of k, two share k - 2 others, and are themselves in the union.
    CHECK_THAT(jaccard(complete(5), 2), near({0.6, 0.6, 0, 0.6, 0.6}));
    CHECK_THAT(jaccard(cliques(2, 3), 0), near({0, 1.0 / 3, 1.0 / 3, 0, 0, 0}));
    CHECK(jaccard(path(1), 0) == std::vector<double>{0});
    CHECK(jaccard(path(2), 0) == std::vector<double>{0, 0});

    CHECK_THAT(adamic_adar(star(5), 1),
               near({0, 0, 1 / std::log(4), 1 / std::log(4), 1 / std::log(4)}));
    CHECK_THAT(adamic_adar(complete(4), 0),
               near(std::vector<double>{0, 2 / std::log(3), 2 / std::log(3), 2 / std::log(3)}));
    CHECK(adamic_adar(path(2), 0) == std::vector<double>{0, 0});
    CHECK(adamic_adar(path(1), 0) == std::vector<double>{0});

    // 1 and 3 share 2 alone, of 0, 2, 4.
    const std::vector<double> weights{1, 9, 6, 9, 5};
    CHECK_THAT(weighted_jaccard(path(5), 1, weights), near({0, 0, 0, 0.5, 0}));
    CHECK(weighted_jaccard(star(3), 1, std::vector<double>{0, 1, 1}) ==
          std::vector<double>{0, 0, 0});
}

TEST_CASE("rarity is the logarithm of vertices by neighbours", "[analysis]") {
    CHECK_THAT(rarity(star(5)),
               near({std::log(1.25), std::log(5), std::log(5), std::log(5), std::log(5)}));
    CHECK_THAT(rarity(complete(4)), near(std::vector<double>(4, std::log(4.0 / 3))));
    CHECK(rarity(path(1)) == std::vector<double>{0});
    CHECK(rarity(path(0)).empty());
    CHECK(rarity(0, 7) == 0);
    CHECK(rarity(8, 7) == 0);
    CHECK(rarity(2, 7) == std::log(4));
    CHECK(rarity(7, 7) > 0);
}

TEST_CASE("similarity of a large star and of a large sparse network", "[analysis]") {
    const std::size_t n = 100'000;
    std::vector<double> expected(n, 1);
    expected[0] = expected[7] = 0;
    const Network wheel = star(n);
    CHECK(jaccard(wheel, 7) == expected);
    CHECK(weighted_jaccard(wheel, 7, rarity(wheel)) == expected);

    const Network graph = sparse(3000, 20'000, Direction::undirected);
    const auto scores = jaccard(graph, 17);
    for (Vertex u = 0; u < graph.size(); ++u) {
        std::vector<Vertex> both, either;
        const auto a = graph.out(17), b = graph.out(u);
        std::ranges::set_intersection(a, b, std::back_inserter(both));
        std::ranges::set_union(a, b, std::back_inserter(either));
        const double share = static_cast<double>(both.size()) / static_cast<double>(either.size());
        if (u != 17) CHECK(std::abs(scores[u] - share) < 1e-15);
    }
}

TEST_CASE("similarity in Zachary's karate club", "[analysis]") {
    const Network club = karate_club();
    // NetworkX 2.8.8, jaccard_coefficient(karate_club_graph(), [(33, u)]) for each u; igraph
    // 0.10.2, similarity_jaccard(pairs=[(33, u)], loops=False), gives the same.
    CHECK_THAT(jaccard(club, 33), near({0.13793103448275862,
                                        0.13043478260869565,
                                        0.2857142857142857,
                                        0.045454545454545456,
                                        0.0,
                                        0.0,
                                        0.0,
                                        0.0,
                                        0.1,
                                        0.0,
                                        0.0,
                                        0.0,
                                        0.0,
                                        0.0,
                                        0.05555555555555555,
                                        0.05555555555555555,
                                        0.0,
                                        0.0,
                                        0.05555555555555555,
                                        0.0,
                                        0.05555555555555555,
                                        0.0,
                                        0.05555555555555555,
                                        0.15789473684210525,
                                        0.1111111111111111,
                                        0.1111111111111111,
                                        0.05555555555555555,
                                        0.05,
                                        0.05263157894736842,
                                        0.16666666666666666,
                                        0.10526315789473684,
                                        0.09523809523809523,
                                        0.5263157894736842,
                                        0}));
    // adamic_adar_index of the same pairs; igraph's similarity_inverse_log_weighted(vertices=[33]).
    CHECK_THAT(adamic_adar(club, 33), near({2.7110197222973085,
                                            2.252921681630931,
                                            4.719381261461351,
                                            0.6213349345596119,
                                            0,
                                            0,
                                            0,
                                            0,
                                            1.1237771248263264,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0.40242960438184466,
                                            0.40242960438184466,
                                            0,
                                            0,
                                            0.40242960438184466,
                                            0,
                                            0.40242960438184466,
                                            0,
                                            0.40242960438184466,
                                            1.845124645270808,
                                            1.279458146995729,
                                            1.179445561110859,
                                            0.7213475204444817,
                                            0.6213349345596119,
                                            0.5581106265512472,
                                            2.46645957983042,
                                            1.0237645389414565,
                                            1.312668831008682,
                                            10.456950741004253,
                                            0}));
}

TEST_CASE("similarity refuses what it is not defined for", "[analysis]") {
    const Network graph = path(3), directed = path(3, Direction::directed);
    const std::vector<double> ones(3, 1);
    const std::string direction =
        "network-direction: likeness is defined for undirected networks, and this one is directed";
    CHECK(thrown([&] { (void)jaccard(directed, 0); }) == direction);
    CHECK(thrown([&] { (void)weighted_jaccard(directed, 0, ones); }) == direction);
    CHECK(thrown([&] { (void)adamic_adar(directed, 0); }) == direction);
    CHECK(thrown([&] { (void)rarity(directed); }) == direction);
    const std::string vertex = "network-vertex: vertex 3 is out of range; there are 3 vertices";
    CHECK(thrown([&] { (void)jaccard(graph, 3); }) == vertex);
    CHECK(thrown([&] { (void)weighted_jaccard(graph, 3, ones); }) == vertex);
    CHECK(thrown([&] { (void)adamic_adar(graph, 3); }) == vertex);

    const auto with = [&](const std::vector<double>& weights) {
        return thrown([&] { (void)weighted_jaccard(graph, 0, weights); });
    };
    CHECK(with({1, 1}) == "weights-size: 2 weights for 3 vertices; give one for each");
    CHECK(with({1, 1, 1, 1}) == "weights-size: 4 weights for 3 vertices; give one for each");
    const std::string range = "; give finite ones of at least 0 with a finite sum";
    CHECK(with({1, -1, 1}) == "weight-range: a vertex has the weight -1.000000" + range);
    CHECK(with({2, -0.5, 1}) == "weight-range: a vertex has the weight -0.500000" + range);
    constexpr double most = std::numeric_limits<double>::max();
    CHECK(with({1, std::nan(""), 1}).starts_with("weight-range: "));
    CHECK(with({1, std::numeric_limits<double>::infinity(), 1}).starts_with("weight-range: "));
    CHECK(with({most, 0, most}).starts_with("weight-range: "));
    CHECK(with({0, 0, 0}) == "nothing");

    std::stop_source stop;
    stop.request_stop();
    const Run stopped{.stop = stop.get_token()};
    CHECK_THROWS_AS(jaccard(graph, 0, stopped), Cancelled);
    CHECK_THROWS_AS(weighted_jaccard(graph, 0, ones, stopped), Cancelled);
    CHECK_THROWS_AS(adamic_adar(graph, 0, stopped), Cancelled);
    CHECK_THROWS_AS(rarity(graph, stopped), Cancelled);
}
