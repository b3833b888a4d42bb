#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/analysis/sampled_betweenness.hpp>
#include <actormap/study/sampled_ranking.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("a ranking by sampling is that of the sampled values", "[study][sampling]") {
    const ActorGraph graph =
        read_text("a b\nb c\nc d\nd e\nc f\n", InputFormat::edges).result.graph;
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const bool normalized = GENERATE(true, false);
    const View view = apply(graph, {}, direction);
    RankingOptions options{.measures = {Measure::betweenness}, .top = 4};
    options.measuring.normalized = normalized;
    options.measuring.seed = 5;
    const SampledRanking found = rank_sampled(graph, view, {0.2, 0.9}, options);

    const SampledBetweenness expected = sampled_betweenness(
        view.network, {.epsilon = 0.2, .probability = 0.9, .seed = 5, .normalized = normalized});
    const Ranking plain = rank(graph, view, {expected.scores}, options);
    REQUIRE(found.ranking.rows.size() == 4);
    for (std::size_t i = 0; i < plain.rows.size(); ++i) {
        CHECK(found.ranking.rows[i].entity == plain.rows[i].entity);
        CHECK(found.ranking.rows[i].values == plain.rows[i].values);
    }
    CHECK(found.samples == expected.samples);
    CHECK(found.epsilon == 0.2);
    CHECK(found.probability == 0.9);
    CHECK(found.seed == 5);
    const double pairs = view.network.directed() ? 20 : 10;
    CHECK_THAT(std::vector<double>{found.error}, near({normalized ? 0.2 : 0.2 * pairs}));
}

TEST_CASE("a ranking by sampling is of betweenness alone", "[study][sampling]") {
    const ActorGraph graph = read_text("a b\nb c\n", InputFormat::edges).result.graph;
    const View view = apply(graph, {}, Direction::undirected);
    for (const auto& measures : std::vector<std::vector<Measure>>{
             {Measure::degree}, {Measure::betweenness, Measure::degree}, {}}) {
        try {
            (void)rank_sampled(graph, view, {}, {.measures = measures});
            FAIL("nothing was thrown");
        } catch (const Error& error) {
            CHECK(error.id() == "unknown-measure");
        }
    }
}
