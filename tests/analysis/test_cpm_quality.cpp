#include "support/catch.hpp"
#include "support/karate_sides.hpp"
#include "support/oracle_communities.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/cpm_quality.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

auto close_to(double expected) {
    return Catch::Matchers::WithinAbs(expected, 1e-11);
}

template <class... Arguments>
std::string error_of(const Arguments&... arguments) {
    try {
        static_cast<void>(cpm_quality(arguments...));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

const std::string directed =
    "network-direction: the constant Potts model is for undirected networks; build the network "
    "with Direction::undirected";

}  // namespace

TEST_CASE("cpm_quality equals its definition on random graphs", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));

    Labels of = random_order(graph.size(), seed);  // numbers with gaps
    for (std::uint32_t& c : of) c -= c % (1 + seed % 4);
    const double resolution = static_cast<double>(seed % 7) / 4;
    const Strengths ones = uniform<Strengths>(graph, 1);
    const double expected = oracle::cpm(oracle::matrix(graph, ones), of, resolution);
    CHECK_THAT(cpm_quality(graph, of, {.resolution = resolution}), close_to(expected));
    CHECK(cpm_quality(graph, ones, of, {.resolution = resolution}) ==
          cpm_quality(graph, of, {.resolution = resolution}));  // the same bits

    const Strengths strengths = random_strengths(graph, seed);
    const oracle::Matrix a = oracle::matrix(graph, strengths);
    CHECK_THAT(cpm_quality(graph, strengths, of, {.resolution = resolution}),
               close_to(oracle::cpm(a, of, resolution)));

    // Without a resolution it is the mean strength of the pairs, and so the whole adds up to 0.
    CHECK_THAT(cpm_quality(graph, strengths, of),
               close_to(oracle::cpm(a, of, cpm_resolution(graph, strengths))));
    CHECK_THAT(cpm_quality(graph, of),
               close_to(oracle::cpm(oracle::matrix(graph, ones), of, cpm_resolution(graph))));
    const Labels whole(graph.size(), 0);
    CHECK_THAT(cpm_quality(graph, whole), close_to(0));
    CHECK_THAT(cpm_quality(graph, strengths, whole), close_to(0));
}

TEST_CASE("cpm_quality has closed forms", "[analysis]") {
    CHECK(cpm_quality(path(0), Labels{}) == 0);
    CHECK(cpm_quality(path(1), Labels{0}) == 0);
    CHECK(cpm_quality(complete(5), Labels{0, 1, 2, 3, 4}, {.resolution = 3}) == 0);
    CHECK(cpm_quality(complete(5), Labels(5, 2), {.resolution = 0.25}) == 7.5);
    CHECK(cpm_quality(cycle(6), Labels{0, 0, 0, 1, 1, 1}, {.resolution = 0.5}) == 1);
    CHECK(cpm_quality(star(6), Labels(6, 0), {.resolution = 0}) == 5);
    CHECK(cpm_quality(star(6), uniform<Strengths>(star(6), 2.5), Labels(6, 0),
                      {.resolution = 0.5}) == 5);
    constexpr std::size_t n = 100001;  // the pairs of all are more than 2^32
    CHECK(cpm_quality(star(n), Labels(n, 0), {.resolution = 1}) ==
          100000 - 100000.0 * 100001.0 / 2);

    CHECK(cpm_resolution(path(0)) == 0);
    CHECK(cpm_resolution(path(1)) == 0);
    CHECK(cpm_resolution(path(2)) == 1);
    CHECK(cpm_resolution(complete(7)) == 1);
    CHECK(cpm_resolution(cycle(5)) == 0.5);
    CHECK(cpm_resolution(cycle(5), uniform<Strengths>(cycle(5), 3)) == 1.5);
    CHECK(cpm_resolution(Network(Direction::undirected, 5, {})) == 0);
}

TEST_CASE("cpm_quality of the karate club", "[analysis]") {
    // networkx 2.8.8: subgraph(side).size() is 35 and 32, and 106 and 100 with weights.
    const Network network = karate_club();
    CHECK_THAT(cpm_quality(network, karate_sides(), {.resolution = 0.1}), close_to(67 - 27.2));
    CHECK_THAT(cpm_quality(network, karate_strengths(network), karate_sides(), {.resolution = 0.1}),
               close_to(206 - 27.2));
}

TEST_CASE("cpm_quality refuses what is out of range", "[analysis]") {
    CHECK(error_of(path(3), Labels{0, 1}) ==
          "communities-invalid: 2 communities for 3 vertices; give each vertex one");
    const std::string range = "option-range: resolution must be from 0 to 1e100";
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double resolution : {-0.1, 1.1e100, nan})
        CHECK(error_of(path(3), Labels{0, 0, 0}, CpmOptions{resolution}) == range);
    CHECK(error_of(path(3), Labels{0, 0, 0}, CpmOptions{0}) == "none");
    CHECK(error_of(path(3), Labels{0, 0, 0}, CpmOptions{1e100}) == "none");
    CHECK(error_of(path(3), uniform<Strengths>(path(4), 1), Labels{0, 0, 0}) ==
          "weights-size: 6 weights for 4 arcs; give one for each arc of the network");
    CHECK(error_of(path(3), uniform<Strengths>(path(4), 1), Labels{0, 0, 0}, CpmOptions{1}) ==
          "weights-size: 6 weights for 4 arcs; give one for each arc of the network");
    const Network arcs = path(3, Direction::directed);
    CHECK(error_of(arcs, Labels{0, 0, 0}) == directed);
    CHECK(error_of(arcs, Labels{0, 0, 0}, CpmOptions{1}) == directed);
    CHECK(error_of(arcs, uniform<Strengths>(arcs, 1), Labels{0, 0, 0}) == directed);
    CHECK_THROWS_AS(cpm_resolution(arcs), Error);
    CHECK_THROWS_AS(cpm_resolution(arcs, uniform<Strengths>(arcs, 1)), Error);
    CHECK_THROWS_AS(cpm_resolution(path(3), uniform<Strengths>(path(4), 1)), Error);

    const Strengths huge = uniform<Strengths>(path(3), std::numeric_limits<double>::max());
    const std::string sum =
        "weights-overflow: the strengths add up to more than a double holds; divide them all by "
        "the "
        "largest";
    CHECK(error_of(path(3), huge, Labels{0, 0, 0}) == sum);
    CHECK(error_of(path(3), huge, Labels{0, 1, 2}) == sum);  // the resolution is none
    CHECK(error_of(path(3), huge, Labels{0, 0, 0}, CpmOptions{1}) == sum);
    CHECK(cpm_quality(path(3), huge, Labels{0, 1, 2}, {.resolution = 1}) == 0);
}

TEST_CASE("cpm_quality stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(cpm_quality(path(3), Labels{0, 0, 0}, {}, run), Cancelled);
    CHECK_THROWS_AS(cpm_quality(path(3), uniform<Strengths>(path(3), 1), Labels{0, 0, 0}, {}, run),
                    Cancelled);
}
