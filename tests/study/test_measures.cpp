#include "support/catch.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/clustering.hpp>
#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/analysis/participation.hpp>
#include <actormap/base/error.hpp>
#include <actormap/study/estimate.hpp>
#include <actormap/study/measures.hpp>

#include <cmath>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<Measure> all_measures() {
    std::vector<Measure> result;
    for (const auto word : measure_words()) result.push_back(parse_measure(word).value());
    return result;
}

Weighting random_weighting(const Network& network, std::uint32_t seed) {
    return weigh(network, random_strengths(network, seed), DistanceRule::reciprocal);
}

}  // namespace

TEST_CASE("every measure gives each vertex a value or says why not", "[study][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 60u));
    const bool weighted = seed % 2 == 0;
    const Network network = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(network));
    const Weighting weighting = weighted ? random_weighting(network, seed) : Weighting{};
    for (const Measure measure : all_measures()) {
        INFO(to_string(measure));
        try {
            const auto values = compute(network, weighting, measure);
            CHECK(values.size() == network.size());
            const bool partial = measure == Measure::constraint ||
                                 measure == Measure::effective_size ||
                                 measure == Measure::participation;
            for (const double value : values) CHECK((partial || std::isfinite(value)));
        } catch (const Error& error) {
            CHECK(error.id() == "measure-undefined");
        }
    }
}

TEST_CASE("weights of one are no weights", "[study][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(100u, 140u));
    const Network network = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(network));
    const Weighting ones = weigh(network, uniform<Strengths>(network, 1), DistanceRule::reciprocal);
    for (const Measure measure : all_measures()) {
        INFO(to_string(measure));
        try {
            const auto plain = compute(network, {}, measure);
            const auto weighted = compute(network, ones, measure);
            REQUIRE(plain.size() == weighted.size());
            for (std::size_t v = 0; v < plain.size(); ++v) {
                CHECK(std::isnan(plain[v]) == std::isnan(weighted[v]));
                CHECK((std::isnan(plain[v]) || std::abs(plain[v] - weighted[v]) < 1e-9));
            }
        } catch (const Error& error) {
            CHECK(error.id() == "measure-undefined");
        }
    }
}

TEST_CASE("paths take distances, walks and ties take strengths", "[study]") {
    const Network network = cycle(6);
    double next = 0;
    const Strengths strengths(network, arc_values(network, [&] { return ++next; }));
    const Distances lengths = distances(network, strengths, DistanceRule::logarithmic);
    const Weighting weighting = weigh(network, strengths, DistanceRule::logarithmic);
    CHECK(compute(network, weighting, Measure::betweenness) == betweenness(network, lengths));
    CHECK(compute(network, weighting, Measure::pagerank) == pagerank(network, strengths).scores);
    CHECK(compute(network, weighting, Measure::clustering) == clustering(network, strengths));
    CHECK(compute(network, weighting, Measure::betweenness, {.normalized = false})[0] ==
          betweenness(network, lengths, {.normalized = false})[0]);
    CHECK(
        compute(network, {}, Measure::pagerank, {.damping = 0.5, .teleport = {1, 0, 0, 0, 0, 0}}) ==
        pagerank(network, {.damping = 0.5, .teleport = {1, 0, 0, 0, 0, 0}}).scores);
}

TEST_CASE("participation is between the communities of the undirected network", "[study]") {
    // Two directed triangles and an arc between them: undirected, two cliques with a bridge.
    const Network network(Direction::directed, 6,
                          std::vector<std::pair<Vertex, Vertex>>{
                              {0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {2, 3}});
    const std::vector<std::uint32_t> triangles{0, 0, 0, 1, 1, 1};
    CHECK(compute(network, {}, Measure::participation) == participation(network, triangles));
}

TEST_CASE("an estimate tries the measure on the network", "[study]") {
    const Network network = cycle(500);
    const Estimate whole = estimate(network, {}, Measure::betweenness);
    CHECK(whole.measure == Measure::betweenness);
    CHECK(whole.seconds > 0);
    CHECK(whole.bytes > 500 * 8);
    // A trial of no time ends at the first search, and what it says is of all of them.
    const Estimate brief =
        estimate(network, {}, Measure::betweenness, {}, {}, std::chrono::milliseconds(0));
    CHECK(brief.seconds > 0);
    CHECK(brief.bytes == whole.bytes);
    CHECK(estimate(network, {}, Measure::betweenness, {}, {.threads = 2}).bytes > whole.bytes);

    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(estimate(network, {}, Measure::betweenness, {}, {.stop = stop.get_token()}),
                    Cancelled);
}
