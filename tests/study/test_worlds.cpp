#include "lens/record.hpp"
#include "study/worlds_oracle.hpp"
#include "support/catch.hpp"

#include <actormap/lens/combine.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/study/world_ranking.hpp>

#include <cmath>

using namespace actormap;
using namespace actormap::test;

namespace {

const RankingOptions raw_degree{{Measure::degree}, {.normalized = false}};

std::size_t number_of(const ActorGraph& graph, EntityId id) {
    return static_cast<std::size_t>(std::stoi(graph[id].id.substr(1)));
}

void check_against(const Expected& expected, const ActorGraph& graph, const WorldRanking& ranking) {
    for (std::size_t i = 0; i < ranking.rows.size(); ++i) {
        const RankingRow& row = ranking.ranking.rows[i];
        const WorldRow& over = ranking.rows[i];
        const Distribution& degree = expected.degree[number_of(graph, row.entity)];
        const Distribution& rank = expected.rank[number_of(graph, row.entity)];
        const WorldValue& value = over.values[0];
        CHECK(std::abs(value.mean - mean_of(degree)) < 1e-9);
        CHECK(value.mean_low == value.mean);
        CHECK(value.mean_high == value.mean);
        CHECK(value.low == quantile_of(degree, 0.05));
        CHECK(value.high == quantile_of(degree, 0.95));
        CHECK(over.rank_low == static_cast<std::size_t>(quantile_of(rank, 0.05)));
        CHECK(over.rank_high == static_cast<std::size_t>(quantile_of(rank, 0.95)));
        CHECK(std::abs(over.in_top - at_most(rank, 2)) < 1e-9);
    }
}

WorldRanking exactly(const ActorGraph& graph, const Lens& lens, WorldsBy by) {
    return rank_in_worlds(graph, apply(graph, lens), {.method = WorldsMethod::exact, .by = by}, 2,
                          raw_degree);
}

}  // namespace

TEST_CASE("all worlds are what the definition says", "[study][property]") {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        const Planted plan = planted(seed, seed % 8);
        const ActorGraph graph = graph_of(plan);
        check_against(by_relation(plan), graph, exactly(graph, {}, WorldsBy::relation));
    }
}

TEST_CASE("a speaker that is wrong is wrong about all it said", "[study][property]") {
    for (std::uint32_t seed = 0; seed < 25; ++seed) {
        INFO("seed " << seed);
        const Planted plan = planted(seed, 2 + seed % 5, 10);
        const ActorGraph graph = graph_of(plan);
        check_against(by_speaker(plan, false), graph, exactly(graph, {}, WorldsBy::speaker));
        // Without sources a claim's source is its speaker.
        check_against(by_speaker(plan, false), graph, exactly(graph, {}, WorldsBy::source));
        Lens independent;
        independent.combining.combine = Combine::independent;
        check_against(by_speaker(plan, true), graph,
                      exactly(graph, independent, WorldsBy::speaker));
    }
}

TEST_CASE("a repetition stands or falls with its root, and a denial may fell it", "[study]") {
    const ActorGraph graph = read_text(R"({"actormap": 1,
      "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "press"},
                   {"id": "u", "kind": "government"}],
      "sources": [{"id": "p", "publisher": "t"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
                   {"id": "c", "type": "tool", "name": "C"}],
      "relations": [
        {"from": "a", "type": "related-to", "to": "b", "claims": [
          {"id": "k", "source": "p", "by": "s", "confidence": 40}]},
        {"from": "b", "type": "related-to", "to": "c", "claims": [
          {"by": "t", "confidence": 40, "cites": "k"},
          {"by": "u", "stance": "denies", "confidence": 50}]}]})");
    const auto degrees_of_b = [&](WorldsBy by, Denials denials) {
        Lens lens;
        lens.combining.denials = denials;
        const View view = apply(graph, lens);
        const Worlds all =
            worlds(graph, view, {.method = WorldsMethod::exact, .by = by}, raw_degree);
        Distribution distribution;
        for (std::size_t w = 0; w < all.count; ++w)
            distribution[all.values[0][all.count + w]] += all.weights[w];
        return distribution;
    };
    const auto near = [](const Distribution& a, const Distribution& b) {
        for (const auto& [v, p] : b) {
            const auto at = a.find(v);
            if (at == a.end() || std::abs(at->second - p) > 1e-12) return false;
        }
        return a.size() == b.size();
    };
    Lens weigh;
    weigh.combining.denials = Denials::weigh;
    CHECK(WorldModel(graph, apply(graph, {}), WorldsBy::source).coins() == 1);
    CHECK(WorldModel(graph, apply(graph, {}), WorldsBy::source).outcomes(100) == 2);
    CHECK(WorldModel(graph, apply(graph, weigh), WorldsBy::source).coins() == 2);
    CHECK(
        near(degrees_of_b(WorldsBy::relation, Denials::ignore), {{0, 0.36}, {1, 0.48}, {2, 0.16}}));
    // Both go back to what stands in `p`.
    CHECK(near(degrees_of_b(WorldsBy::source, Denials::ignore), {{0, 0.6}, {2, 0.4}}));
    CHECK(near(degrees_of_b(WorldsBy::speaker, Denials::ignore), {{0, 0.6}, {2, 0.4}}));
    CHECK(near(degrees_of_b(WorldsBy::source, Denials::weigh), {{0, 0.6}, {1, 0.2}, {2, 0.2}}));
    CHECK(near(degrees_of_b(WorldsBy::speaker, Denials::weigh), {{0, 0.6}, {1, 0.2}, {2, 0.2}}));
    CHECK(near(degrees_of_b(WorldsBy::relation, Denials::weigh),
               {{0, 0.6 * 0.8}, {1, 0.4 * 0.8 + 0.6 * 0.2}, {2, 0.4 * 0.2}}));
}

TEST_CASE("a denial in the same source has a coin of its own", "[study]") {
    const ActorGraph graph = read_text(R"({"actormap": 1,
      "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "government"}],
      "sources": [{"id": "p", "publisher": "s"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"}],
      "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [
        {"source": "p", "confidence": 50},
        {"source": "p", "by": "t", "stance": "denies", "confidence": 50}]}]})");
    Lens lens;
    lens.combining.denials = Denials::weigh;
    for (const WorldsBy by : {WorldsBy::relation, WorldsBy::source, WorldsBy::speaker})
        CHECK(exactly(graph, lens, by).rows[0].values[0].mean == 0.25);
}

TEST_CASE("an endorsement goes by the coin of what it endorses", "[study]") {
    const ActorGraph graph = read_text(R"({"actormap": 1,
      "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "government"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
                   {"id": "c", "type": "tool", "name": "C"}],
      "relations": [
        {"from": "a", "type": "related-to", "to": "b", "claims": [
          {"by": "s", "confidence": 60}, {"by": "t", "stance": "supports", "confidence": 90}]},
        {"from": "a", "type": "related-to", "to": "c", "claims": [{"by": "s", "confidence": 90}]}]})");
    for (const Combine combine : {Combine::max, Combine::independent}) {
        Lens lens;
        lens.combining.combine = combine;
        const View view = apply(graph, lens);
        CHECK(WorldModel(graph, view, WorldsBy::speaker).outcomes(100) == 2);
    }
}

TEST_CASE("sampled worlds are those of the seed, whatever the threads", "[study]") {
    const ActorGraph graph = graph_of(planted(3, 12));
    const View view = apply(graph, {});
    const auto sample = [&](std::size_t count, std::uint64_t seed, unsigned threads) {
        return worlds(graph, view, {.count = count, .seed = seed},
                      {{Measure::betweenness, Measure::degree}, {}}, {}, {.threads = threads});
    };
    const Worlds one = sample(300, 5, 1);
    for (const unsigned threads : {2U, 3U, 8U}) {
        CHECK(sample(300, 5, threads).values == one.values);
        CHECK(sample(300, 5, threads).ranks == one.ranks);
    }
    CHECK(sample(300, 6, 1).values != one.values);
    CHECK_FALSE(one.exact);
    CHECK(one.coins == 12);
    // The first worlds of more are the same.
    const Worlds more = sample(400, 5, 1);
    for (std::size_t w = 0; w < 300; ++w) CHECK(more.values[1][w] == one.values[1][w]);
    // All of them are gone through once they are no more than that.
    CHECK(sample(4096, 5, 1).exact);
    CHECK_FALSE(sample(4095, 5, 1).exact);
}

TEST_CASE("an edge weighs in a world what it weighs in the view", "[study]") {
    const ActorGraph graph = graph_of(planted(11, 6));
    const View view = apply(graph, {}, Direction::directed);
    const Weighting weighting =
        weigh(view.network, edge_strengths(graph, view, {EdgeWeight::confidence}),
              DistanceRule::reciprocal);
    const Worlds all =
        worlds(graph, view, {.method = WorldsMethod::exact},
               {{Measure::strength, Measure::degree}, {.normalized = false}}, weighting);
    // Where nothing is missing, the values are those of the view.
    std::vector<double> most(all.listed.size(), 0);
    for (std::size_t i = 0; i < most.size(); ++i) {
        for (std::size_t w = 0; w < all.count; ++w)
            most[i] = std::max(most[i], all.values[0][i * all.count + w]);
    }
    CHECK(most == compute(view.network, weighting, Measure::strength, {.normalized = false}));
    // With one edge gone, its weight is.
    double mean = 0, expected = 0;
    for (std::size_t w = 0; w < all.count; ++w) mean += all.weights[w] * all.values[0][w];
    const WorldModel model(graph, view, WorldsBy::relation);
    const Strengths strengths = *weighting.strengths;
    for (std::size_t e = 0; e < view.edges.size(); ++e) {
        const ViewEdge& edge = view.edges[e];
        if (edge.from != 0 && edge.to != 0) continue;
        double none = 1;
        for (const RelationId r : edge.relations) none *= 1 - belief(graph, view.selection, r);
        expected += (1 - none) * strengths[*view.network.arc_index(edge.from, edge.to)];
    }
    CHECK(std::abs(mean - expected) < 1e-12);
}

TEST_CASE("worlds without the measure have no value and no rank", "[study]") {
    const ActorGraph graph = read_text(R"({"actormap": 1,
      "speakers": [{"id": "s", "kind": "vendor"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
                   {"id": "c", "type": "tool", "name": "C"}],
      "relations": [
        {"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s", "confidence": 30}]},
        {"from": "a", "type": "related-to", "to": "c", "claims": [{"by": "s", "confidence": 30}]}]})");
    const View view = apply(graph, {});
    const auto close = [](double a, double b) { return std::abs(a - b) < 1e-12; };
    const auto of = [&](Measure measure, bool ascending, const char* id) {
        const WorldRanking ranking = rank_in_worlds(
            graph, view, {.method = WorldsMethod::exact}, 1,
            {.measures = {measure, Measure::degree}, .measuring = {}, .ascending = ascending});
        for (std::size_t i = 0; i < ranking.rows.size(); ++i) {
            if (graph[ranking.ranking.rows[i].entity].id == id) return ranking.rows[i];
        }
        return WorldRow();
    };
    // Worlds: none 0.49, a-b alone 0.21, a-c alone 0.21, both 0.09. Without edges there are no
    // eigenvectors; c is first only where a-c is alone.
    const WorldRow c = of(Measure::eigenvector, false, "c");
    CHECK(close(c.values[0].exists, 0.51));
    CHECK(close(c.values[1].exists, 1));
    CHECK(close(c.in_top, 0.21));
    CHECK(c.rank_low == 1);
    CHECK(c.rank_high == 3);
    CHECK(close(c.values[0].mean, (0.21 * std::sqrt(0.5) + 0.09 * 0.5) / 0.51));
    CHECK(close(c.values[1].mean, 0.15));
    // Constraint exists for those who have neighbours; others are in no top.
    const WorldRow b = of(Measure::constraint, true, "b");
    CHECK(close(b.values[0].exists, 0.3));
    CHECK(close(b.in_top, 0.21));
    CHECK(b.rank_high == 2);  // where both hold, a is less constrained
}

TEST_CASE("what never has a value has no rank", "[study]") {
    const ActorGraph graph = read_text(R"({"actormap": 1,
      "entities": [{"id": "a", "type": "tool", "name": "A"}]})");
    const WorldRanking ranking =
        rank_in_worlds(graph, apply(graph, {}), {.count = 10}, 1, {{Measure::constraint}, {}});
    CHECK(ranking.rows.front().rank_low == 0);
    CHECK(ranking.rows.front().in_top == 0);
    CHECK(std::isnan(ranking.rows.front().values[0].mean));
}

TEST_CASE("what is certain makes one world", "[study]") {
    const ActorGraph graph = graph_of(planted(2, 0));
    const View view = apply(graph, {});
    const Worlds all = worlds(graph, view, {.count = 1000}, raw_degree);
    CHECK(all.exact);
    CHECK(all.count == 1);
    CHECK(all.coins == 0);
    CHECK(all.values[0] == compute(view.network, {}, Measure::degree, {.normalized = false}));
}

TEST_CASE("coins that decide nothing are left out", "[study]") {
    const auto coins = [](const std::string& claims, WorldsBy by) {
        const ActorGraph graph = read_text(R"({"actormap": 1,
          "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "press"}],
          "entities": [{"id": "a", "type": "tool", "name": "A"},
                       {"id": "b", "type": "tool", "name": "B"}],
          "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [)" +
                                           claims + "]}]}");
        Lens lens;
        lens.combining = {.combine = Combine::independent, .denials = Denials::weigh};
        return WorldModel(graph, apply(graph, lens), by).coins();
    };
    const std::string denial = R"(, {"by": "t", "stance": "denies", "confidence": 50})";
    for (const WorldsBy by : {WorldsBy::relation, WorldsBy::speaker}) {
        CHECK(coins(R"({"by": "s", "confidence": 100})", by) == 0);
        CHECK(coins(R"({"by": "s", "confidence": 0})", by) == 0);
        CHECK(coins(R"({"by": "s", "confidence": 0})" + denial, by) == 0);
        CHECK(coins(R"({"by": "s", "confidence": 100})" + denial, by) == 1);
        CHECK(coins(R"({"by": "s", "confidence": 50}, {"by": "t", "confidence": 100})", by) == 0);
    }
    CHECK(coins(R"({"by": "s", "confidence": 50})" + denial, WorldsBy::speaker) == 2);
}

TEST_CASE("ranks go by the first measure, and shares are of all worlds", "[study]") {
    const ActorGraph graph = graph_of(planted(5, 9));
    const View view = apply(graph, {});
    const RankingOptions options{{Measure::degree, Measure::clustering}, {.normalized = false}};
    const WorldsOptions sampled{.count = 200, .method = WorldsMethod::sampled};
    const Worlds all = worlds(graph, view, sampled, options);
    const WorldRanking ranking = rank_in_worlds(graph, view, sampled, 2, options);
    for (std::size_t i = 0; i < ranking.rows.size(); ++i) {
        const Vertex v = *view.vertex(ranking.ranking.rows[i].entity);
        std::size_t first = 0;
        for (std::size_t w = 0; w < all.count; ++w) {
            std::size_t better = 0;
            for (Vertex u = 0; u < all.listed.size(); ++u) {
                const auto& degrees = all.values[0];
                if (degrees[u * all.count + w] > degrees[v * all.count + w]) ++better;
            }
            CHECK(all.ranks[v * all.count + w] == better + 1);
            first += better < 2 ? 1 : 0;
        }
        CHECK(ranking.rows[i].in_top == static_cast<double>(first) / 200);
    }
}

TEST_CASE("quantiles, means and bounds follow their definitions", "[study]") {
    const std::vector<double> values{3, 1, 2, std::nan(""), 2};
    CHECK(quantile(values, {}, 0) == 1);
    CHECK(quantile(values, {}, 0.25) == 1);
    CHECK(quantile(values, {}, 0.26) == 2);
    CHECK(quantile(values, {}, 0.75) == 2);
    CHECK(quantile(values, {}, 0.76) == 3);
    CHECK(quantile(values, {}, 1) == 3);
    const std::vector<double> weights{0.1, 0.2, 0.3, 0, 0.4};
    CHECK(quantile(values, weights, 0.2) == 1);
    CHECK(quantile(values, weights, 0.95) == 3);
    CHECK(std::isnan(quantile({}, {}, 0.5)));
    const MeanInterval mean = mean_interval(values, {}, false);
    CHECK(mean.mean == 2);
    const double reach = 1.6448536269514722 * std::sqrt(2.0 / 3 / 4);
    CHECK(std::abs(mean.high - 2 - reach) < 1e-15);
    CHECK(std::abs(2 - mean.low - reach) < 1e-15);
    CHECK(mean_interval(values, {}, true).high == 2);
    CHECK(std::isnan(mean_interval({}, {}, false).mean));
    const std::vector<double> one{2};
    CHECK(mean_interval(one, {}, false).mean == 2);
    CHECK(std::isnan(mean_interval(one, {}, false).low));
    CHECK(std::abs(sampling_error(1000, 0.01) - std::sqrt(std::log(200) / 2000)) < 1e-15);
}

TEST_CASE("worlds that can't be had are refused", "[study]") {
    const ActorGraph graph = graph_of(planted(3, 21));
    const View view = apply(graph, {});
    CHECK(error_of([&] {
              (void)worlds(graph, view, {.method = WorldsMethod::exact}, raw_degree);
          }) == "worlds-exact: there are more than 1048576 worlds; sample them: --worlds 1000");
    CHECK(error_of([&] { (void)worlds(graph, view, {.count = 0}, raw_degree); }) ==
          "option-range: give at least one world");
    CHECK(error_of([&] {
              (void)worlds(graph, view, {.count = std::size_t{1} << 60}, raw_degree);
          }).starts_with("worlds-size: "));
    // Asked for more than there are, but more than are ever gone through: they are sampled.
    CHECK_FALSE(worlds(graph, view, {.count = WorldsOptions::most_exact + 5},
                       {{Measure::degree}, {}, {"tool"}})
                    .exact);
    CHECK(error_of([&] { (void)rank_in_worlds(graph, view, {.count = 10}, 0, raw_degree); }) ==
          "option-range: the top holds at least one; give 1 or more");
    std::stop_source stop;
    stop.request_stop();
    CHECK(error_of([&] {
              (void)worlds(graph, view, {.count = 10}, raw_degree, {}, {.stop = stop.get_token()});
          }).starts_with("cancelled: "));
}
