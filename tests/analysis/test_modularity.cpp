#include "support/catch.hpp"
#include "support/karate_sides.hpp"
#include "support/oracle_communities.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/modularity.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

auto close_to(double expected) {
    return Catch::Matchers::WithinAbs(expected, 1e-12);
}

/// A partition into about `count` communities.
Labels random_labels(std::size_t n, std::uint32_t seed, std::uint32_t count) {
    std::mt19937 bits(seed ^ 0xc0de);
    Labels of(n);
    for (std::uint32_t& c : of) c = static_cast<std::uint32_t>(bits() % count % n);
    return of;
}

template <class... Arguments>
std::string error_of(const Arguments&... arguments) {
    try {
        static_cast<void>(modularity(arguments...));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

const std::string undefined =
    "measure-undefined: modularity shares out the edges, and the network has none; use a network "
    "with edges of a strength above 0";

/// nx.DiGraph([(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (5, 0), (1, 4), (0, 2)])
Network small_digraph() {
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4},
                                                       {4, 5}, {5, 3}, {5, 0}, {1, 4}, {0, 2}};
    return Network(Direction::directed, 6, edges);
}

}  // namespace

TEST_CASE("modularity equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const Labels of = random_labels(graph.size(), seed, 1 + seed % 5);
    const double resolution = static_cast<double>(seed % 7) / 2;
    const Strengths ones = uniform<Strengths>(graph, 1);
    if (graph.arcs() == 0) {
        CHECK(error_of(graph, of) == undefined);
        CHECK(error_of(graph, ones, of) == undefined);
        return;
    }
    const double expected = oracle::modularity(oracle::matrix(graph, ones), of, 1);
    CHECK_THAT(modularity(graph, of), close_to(expected));
    CHECK(modularity(graph, ones, of) == modularity(graph, of));  // the same bits
    CHECK_THAT(modularity(graph, of, {.resolution = resolution}),
               close_to(oracle::modularity(oracle::matrix(graph, ones), of, resolution)));

    const Strengths strengths = random_strengths(graph, seed);
    const oracle::Matrix a = oracle::matrix(graph, strengths);
    if (!(oracle::modularity(a, of, 1) > -9)) {  // all strengths are 0
        CHECK(error_of(graph, strengths, of) == undefined);
        return;
    }
    CHECK_THAT(modularity(graph, strengths, of), close_to(oracle::modularity(a, of, 1)));
    CHECK_THAT(modularity(graph, strengths, of, {.resolution = resolution}),
               close_to(oracle::modularity(a, of, resolution)));
}

TEST_CASE("modularity: names, direction and scale do not matter", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    if (graph.arcs() == 0) return;

    const Labels of = random_labels(graph.size(), seed, 4);
    const double q = modularity(graph, of);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    Labels moved(graph.size());
    for (std::size_t v = 0; v < of.size(); ++v) moved[name[v]] = of[v];
    CHECK_THAT(modularity(renamed(graph, name, graph.size()), moved), close_to(q));

    Labels relabelled;  // with gaps, and the first not 0
    for (const std::uint32_t c : of)
        relabelled.push_back(static_cast<std::uint32_t>(graph.size() - 1 - c));
    CHECK_THAT(modularity(graph, relabelled), close_to(q));

    Labels more = of;  // a vertex alone adds nothing, wherever it is
    more.push_back(of[0]);
    CHECK_THAT(modularity(with_isolated(graph), more), close_to(q));

    for (const double scale : {3.0, 1e300, 1e-300, std::numeric_limits<double>::denorm_min(),
                               std::numeric_limits<double>::max()})
        CHECK_THAT(modularity(graph, uniform<Strengths>(graph, scale), of), close_to(q));
}

TEST_CASE("modularity: strengths whose sum is beyond all numbers are no matter", "[analysis]") {
    // The first is too small to count beside the others, which are as large as can be.
    const Network graph = path(5, Direction::directed);
    constexpr double most = std::numeric_limits<double>::max();
    for (const double first : {0.0, 1e-300}) {
        const Strengths huge(graph, {first, most, most, most}), plain(graph, {0, 1, 1, 1});
        const Labels of{0, 0, 0, 1, 1};
        CHECK_THAT(modularity(graph, huge, of), close_to(modularity(graph, plain, of)));
    }
}

TEST_CASE("modularity has closed forms", "[analysis]") {
    CHECK(modularity(complete(5), Labels(5, 3)) == 0);
    CHECK_THAT(modularity(complete(4), Labels{0, 1, 2, 3}), close_to(-0.25));  // -1 / n
    CHECK_THAT(modularity(cliques(5, 4),
                          Labels{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4}),
               close_to(0.8));  // 1 - 1 / cliques
    CHECK_THAT(modularity(path(2), Labels{0, 1}), close_to(-0.5));
    CHECK_THAT(modularity(path(2, Direction::directed), Labels{0, 1}), close_to(0));
    CHECK_THAT(modularity(path(3), Labels{0, 0, 1}, {.resolution = 0}), close_to(0.5));
    CHECK_THAT(modularity(cycle(6, Direction::directed), Labels{0, 0, 0, 1, 1, 1}),
               close_to(2.0 / 3 - 0.5));
    constexpr std::size_t n = 20000;  // arcs of pairs: 1 - 2 / n
    Labels pairs;
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < n; v += 2) {
        edges.emplace_back(v, v + 1);
        pairs.insert(pairs.end(), 2, v);
    }
    CHECK_THAT(modularity(Network(Direction::undirected, n, edges), pairs), close_to(1 - 2.0 / n));
}

TEST_CASE("modularity of the karate club is NetworkX's", "[analysis]") {
    // networkx 2.8.8: community.modularity(karate_club_graph(), sides, weight, resolution); igraph
    // 0.10.2, Graph.modularity, gives the same.
    const Network network = karate_club();
    const Strengths strengths = karate_strengths(network);
    const Labels& sides = karate_sides();
    CHECK_THAT(modularity(network, sides), close_to(0.3582347140039448));
    CHECK_THAT(modularity(network, sides, {.resolution = 0.5}), close_to(0.6086045364891519));
    CHECK_THAT(modularity(network, sides, {.resolution = 2}), close_to(-0.14250493096646943));
    CHECK_THAT(modularity(network, strengths, sides), close_to(0.39143756676224206));
    CHECK_THAT(modularity(network, strengths, sides, {.resolution = 0.5}),
               close_to(0.6416062292685669));
    CHECK_THAT(modularity(network, strengths, sides, {.resolution = 2}),
               close_to(-0.10889975825040765));
}

TEST_CASE("modularity of a directed network is NetworkX's", "[analysis]") {
    // networkx 2.8.8: community.modularity(D, partition, weight, resolution), where the weight of
    // (u, v) is u + 1; igraph 0.10.2, Graph.modularity with directed=True, gives the same.
    const Network network = small_digraph();
    std::vector<double> weights;
    for (Vertex v = 0; v < 6; ++v) weights.insert(weights.end(), network.out(v).size(), v + 1.0);
    const Strengths strengths(network, weights);
    const Labels two{0, 0, 0, 1, 1, 1};
    const Labels three{0, 0, 1, 1, 2, 2};
    CHECK_THAT(modularity(network, two), close_to(0.2));
    CHECK_THAT(modularity(network, two, {.resolution = 0.5}), close_to(0.45));
    CHECK_THAT(modularity(network, strengths, two), close_to(0.1377410468319559));
    CHECK_THAT(modularity(network, strengths, two, {.resolution = 0.5}),
               close_to(0.40220385674931125));
    CHECK_THAT(modularity(network, three), close_to(-0.03));
    CHECK_THAT(modularity(network, strengths, three), close_to(-0.06427915518824609));
}

TEST_CASE("modularity refuses what is out of range", "[analysis]") {
    CHECK(error_of(path(3), Labels{0, 1}) ==
          "communities-invalid: 2 communities for 3 vertices; give each vertex one");
    CHECK(error_of(path(3), uniform<Strengths>(path(3), 1), Labels{0, 1, 0, 0}) ==
          "communities-invalid: 4 communities for 3 vertices; give each vertex one");
    CHECK(error_of(path(3), Labels{0, 3, 1}) ==
          "communities-invalid: vertex 1 has the community 3; number them below 3");
    CHECK(error_of(path(3), Labels{0, 2, 1}) == "none");
    const std::string range = "option-range: resolution must be from 0 to 1e100";
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double resolution : {-0.1, 1.1e100, nan})
        CHECK(error_of(path(3), Labels{0, 0, 0}, ModularityOptions{resolution}) == range);
    CHECK(error_of(path(3), Labels{0, 0, 0}, ModularityOptions{0}) == "none");
    CHECK(error_of(path(3), Labels{0, 0, 0}, ModularityOptions{1e100}) == "none");
    CHECK(error_of(path(3), uniform<Strengths>(path(4), 1), Labels{0, 0, 0}) ==
          "weights-size: 6 weights for 4 arcs; give one for each arc of the network");
    CHECK(error_of(path(0), Labels{}) == undefined);
    CHECK(error_of(path(1), Labels{0}) == undefined);
    CHECK(error_of(path(3), uniform<Strengths>(path(3), 0), Labels{0, 0, 0}) == undefined);
}

TEST_CASE("modularity stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(modularity(path(3), Labels{0, 0, 0}, {}, run), Cancelled);
    CHECK_THROWS_AS(modularity(path(3), uniform<Strengths>(path(3), 1), Labels{0, 0, 0}, {}, run),
                    Cancelled);
}
