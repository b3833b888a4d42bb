#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_ego.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/components.hpp>
#include <actormap/analysis/participation.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;
using oracle::comparable;

using Numbers = std::vector<std::uint32_t>;

namespace {

/// A community from 0 to 4 for each vertex.
Numbers random_communities(const Network& graph, std::uint32_t seed) {
    std::mt19937 bits(seed ^ 0xc0);
    Numbers communities;
    for (Vertex v = 0; v < graph.size(); ++v)
        communities.push_back(static_cast<std::uint32_t>(bits() % 5));
    return communities;
}

std::string error_of(const auto& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("participation equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const Numbers communities = random_communities(graph, seed);
    const auto ones = uniform<Strengths>(graph, 1);
    const auto scores = comparable(participation(graph, communities));
    CHECK_THAT(
        scores,
        near(comparable(oracle::participation(oracle::tie_matrix(graph, ones), communities))));
    CHECK(comparable(participation(graph, ones, communities)) == scores);
    CHECK(comparable(participation(graph, uniform<Strengths>(graph, 7), communities)) == scores);

    const Strengths strengths = random_strengths(graph, seed);
    const auto weighted = comparable(participation(graph, strengths, communities));
    CHECK_THAT(
        weighted,
        near(comparable(oracle::participation(oracle::tie_matrix(graph, strengths), communities))));
    const auto rest = oracle::without_zeros(graph, strengths);
    CHECK(comparable(participation(rest.network, rest.strengths, communities)) == weighted);

    // Any numbers will do.
    Numbers others = communities;
    for (std::uint32_t& c : others) c = 4000000000U - c;
    CHECK_THAT(comparable(participation(graph, others)), near(scores));
    // All edges stay within a component.
    for (const double score : comparable(participation(graph, components(graph).of)))
        CHECK((score == 0 || score == -1));
}

TEST_CASE("participation: renaming vertices renames scores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    Numbers communities = random_communities(graph, seed);
    auto scores = comparable(participation(graph, communities));
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    Numbers moved(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) moved[name[v]] = communities[v];
    const auto other = comparable(participation(renamed(graph, name, graph.size()), moved));
    std::vector<double> back;
    for (const Vertex v : name) back.push_back(other[v]);
    CHECK(back == scores);
    scores.push_back(-1);
    communities.push_back(0);
    CHECK(comparable(participation(with_isolated(graph), communities)) == scores);
}

TEST_CASE("participation of simple networks", "[analysis]") {
    CHECK(participation(path(0), Numbers{}).empty());
    CHECK(comparable(participation(path(1), Numbers{0})) == std::vector<double>{-1});
    CHECK(participation(path(2), Numbers{0, 1}) == std::vector<double>{0, 0});
    CHECK(participation(path(3), Numbers{0, 1, 2}) == std::vector<double>{0, 0.5, 0});
    CHECK(participation(path(3, Direction::directed), Numbers{0, 1, 2}) ==
          std::vector<double>{0, 0.5, 0});
    CHECK(participation(path(3), Numbers{2, 1, 2}) == std::vector<double>{0, 0, 0});
    // A hub with as many leaves in each of 4 communities: 1 - 1 / 4.
    Numbers communities(101);
    for (std::uint32_t v = 0; v < 101; ++v) communities[v] = v % 4;
    std::vector<double> hub(101, 0);
    hub[0] = 0.75;
    CHECK_THAT(participation(star(101), communities), near(hub));
    // Ten tenths do not add up to a whole in doubles: still 0.
    CHECK(participation(complete(11), Numbers(11, 3)) == std::vector<double>(11, 0));
    // Shares of 1/4 and 3/4.
    const Strengths strengths(path(3), {1, 1, 3, 3});
    CHECK_THAT(participation(path(3), strengths, Numbers{0, 1, 2}), near({0, 0.375, 0}));
    const Strengths most = uniform<Strengths>(path(3), std::numeric_limits<double>::max());
    CHECK(participation(path(3), most, Numbers{0, 1, 2}) == std::vector<double>{0, 0.5, 0});
}

// The formula of the Brain Connectivity Toolbox's participation_coef in numpy, on
// nx.karate_club_graph() (networkx 2.8.8) without weights, and its "club" after the split.
TEST_CASE("participation of the karate club", "[analysis]") {
    const Numbers club{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0,
                       0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    CHECK_THAT(participation(karate_club(), club), near({0.1171875,
                                                         0.1975308641975309,
                                                         0.48,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.48,
                                                         0.5,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.31999999999999984,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.4444444444444445,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.0,
                                                         0.375,
                                                         0.4444444444444444,
                                                         0.0,
                                                         0.5,
                                                         0.2777777777777777,
                                                         0.2777777777777777,
                                                         0.2906574394463668}));
}

TEST_CASE("participation has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(2000, 20000, direction);
    const Numbers communities = random_communities(graph, 1);
    const Strengths strengths = random_strengths(graph, 1);
    const auto alone = comparable(participation(graph, communities));
    const auto weighted = comparable(participation(graph, strengths, communities));
    for (const unsigned threads : {2u, 8u}) {
        const Run run{.threads = threads};
        CHECK(comparable(participation(graph, communities, {}, run)) == alone);
        CHECK(comparable(participation(graph, strengths, communities, {}, run)) == weighted);
    }
}

TEST_CASE("participation refuses what does not fit, and stops", "[analysis]") {
    const std::string size =
        "communities-invalid: 2 communities for 3 vertices; give each vertex one";
    CHECK(error_of([] { return participation(path(3), Numbers{0, 1}); }) == size);
    CHECK(error_of([] {
              return participation(path(1), Numbers{0, 1});
          }) == "communities-invalid: 2 communities for 1 vertices; give each vertex one");
    CHECK(error_of([] {
              return participation(path(3), uniform<Strengths>(path(3), 1), Numbers{0, 1});
          }) == size);
    CHECK(error_of([] {
              return participation(path(3), uniform<Strengths>(path(4), 1), Numbers{0, 1, 2});
          }) == "weights-size: 6 weights for 4 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    const Numbers none(4, 0);
    CHECK_THROWS_AS(participation(path(4), none, {}, run), Cancelled);
    CHECK_THROWS_AS(participation(path(4), uniform<Strengths>(path(4), 1), none, {}, run),
                    Cancelled);
}
