#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_cuts.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/minimum_cut.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <cmath>
#include <limits>

using namespace actormap;
using namespace actormap::test;

using Pairs = std::vector<std::pair<Vertex, Vertex>>;
using Vertices = std::vector<Vertex>;

namespace {

std::vector<double> values(const Strengths& strengths) {
    return {strengths.values().begin(), strengths.values().end()};
}

oracle::Set set_of(const Vertices& vertices) {
    oracle::Set set = 0;
    for (const Vertex v : vertices) set |= oracle::Set{1} << v;
    return set;
}

/// The edges of the cut are all from its side to the other, and without them no path is left.
void check_certificate(const Network& graph, const Strengths& capacities, Vertex to,
                       const Cut& cut) {
    const auto removed = [&](Vertex a, Vertex b) {
        if (!graph.directed() && b < a) std::swap(a, b);
        return std::find(cut.edges.begin(), cut.edges.end(), std::pair(a, b)) != cut.edges.end();
    };
    const auto rest = oracle::without(graph, [&](Vertex a, Vertex b) {
        return !removed(a, b) && capacities[*graph.arc_index(a, b)] > 0;
    });
    const auto reach = oracle::reaches(rest);
    for (const Vertex v : cut.source_side) CHECK(!reach[v][to]);
    double value = 0;
    for (const auto& [a, b] : cut.edges) value += capacities[*graph.arc_index(a, b)];
    CHECK_THAT(std::vector<double>{cut.value}, near({value}));
    CHECK(std::is_sorted(cut.edges.begin(), cut.edges.end()));
    CHECK(std::is_sorted(cut.source_side.begin(), cut.source_side.end()));
}

double by_boost(const Network& symmetric, const Strengths& capacities, Vertex from, Vertex to) {
    using Edge = bgl::Edge<true>;
    const auto index = get(boost::edge_index, symmetric);
    std::vector<double> room(symmetric.arcs());
    const auto back = boost::make_function_property_map<Edge>([](const Edge& e) {
        return Edge{e.to, e.from};
    });
    const std::vector<double> capacity = values(capacities);
    std::vector<Edge> before(symmetric.size());
    std::vector<boost::default_color_type> color(symmetric.size());
    std::vector<long> distance(symmetric.size());
    const auto of_vertices = get(boost::vertex_index, symmetric);
    return boost::boykov_kolmogorov_max_flow(
        symmetric, boost::make_iterator_property_map(capacity.begin(), index),
        boost::make_iterator_property_map(room.begin(), index), back,
        boost::make_iterator_property_map(before.begin(), of_vertices),
        boost::make_iterator_property_map(color.begin(), of_vertices),
        boost::make_iterator_property_map(distance.begin(), of_vertices), of_vertices, from, to);
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

TEST_CASE("minimum cuts are the least of all on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction, 9);
    if (graph.size() < 2) return;
    INFO("seed " << seed << ": " << describe(graph));
    const auto from = static_cast<Vertex>(seed % graph.size());
    const auto to = static_cast<Vertex>((from + 1 + seed / 16 % (graph.size() - 1)) % graph.size());
    INFO("from " << from << " to " << to);

    const auto ones = uniform<Strengths>(graph, 1);
    const Cut plain = minimum_cut(graph, from, to);
    const auto least = oracle::minimum_cut(graph, values(ones), from, to);
    CHECK(plain.value == least.value);
    CHECK(set_of(plain.source_side) == least.source_side);
    CHECK(static_cast<double>(plain.edges.size()) == least.value);
    check_certificate(graph, ones, to, plain);
    CHECK(minimum_cut(graph, ones, from, to).source_side == plain.source_side);
    CHECK(minimum_cut(graph, ones, from, to).edges == plain.edges);

    const Strengths strengths = random_strengths(graph, seed);
    const Cut cut = minimum_cut(graph, strengths, from, to);
    const auto weighted = oracle::minimum_cut(graph, values(strengths), from, to);
    CHECK(cut.value == weighted.value);
    CHECK(set_of(cut.source_side) == weighted.source_side);
    check_certificate(graph, strengths, to, cut);
    for (const auto& [a, b] : cut.edges) CHECK(strengths[*graph.arc_index(a, b)] > 0);
}

TEST_CASE("minimum cuts of real capacities are the least, too", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction, 8);
    if (graph.size() < 2) return;
    INFO("seed " << seed << ": " << describe(graph));
    std::mt19937 bits(seed);
    const double scale = std::pow(10, static_cast<double>(seed % 7) * 100 - 300);
    const Strengths capacities(graph, arc_values(graph, [&] {
                                   return std::log(static_cast<double>(bits() % 1000 + 1)) * scale;
                               }));
    const auto to = static_cast<Vertex>(graph.size() - 1);
    const Cut cut = minimum_cut(graph, capacities, 0, to);
    const auto least = oracle::minimum_cut(graph, values(capacities), 0, to);
    CHECK_THAT(std::vector<double>{cut.value / scale}, near({least.value / scale}));
    if (least.ties == 1) CHECK(set_of(cut.source_side) == least.source_side);
    for (const auto& [a, b] : cut.edges) CHECK(capacities[*graph.arc_index(a, b)] > 0);
}

TEST_CASE("minimum cuts of simple networks", "[analysis]") {
    const Cut one = minimum_cut(path(2), 0, 1);
    CHECK(one.value == 1);
    CHECK(one.edges == Pairs{{0, 1}});
    CHECK(one.source_side == Vertices{0});
    CHECK(minimum_cut(path(2), 1, 0).edges == Pairs{{0, 1}});      // smaller end first
    CHECK(minimum_cut(path(5), 4, 0).source_side == Vertices{4});  // nearest to the source
    const Cut apart = minimum_cut(cliques(2, 3), 1, 4);
    CHECK(apart.value == 0);
    CHECK(apart.edges.empty());
    CHECK(apart.source_side == Vertices{0, 1, 2});
    const Cut against = minimum_cut(path(3, Direction::directed), 2, 0);
    CHECK(against.value == 0);
    CHECK(against.source_side == Vertices{2});
    CHECK(minimum_cut(complete(40), 0, 39).value == 39);
    CHECK(minimum_cut(cycle(9), 2, 6).value == 2);
    CHECK(minimum_cut(star(50), 0, 7).edges == Pairs{{0, 7}});
    const auto zeros = uniform<Strengths>(path(3), 0);
    CHECK(minimum_cut(path(3), zeros, 0, 2).value == 0);
    CHECK(minimum_cut(path(3), zeros, 0, 2).edges.empty());
    CHECK(minimum_cut(path(3), zeros, 0, 2).source_side == Vertices{0});
    // An arc each way, of different capacities.
    const Network both(Direction::directed, 2, Pairs{{0, 1}, {1, 0}});
    CHECK(minimum_cut(both, Strengths(both, {3, 5}), 0, 1).value == 3);
    CHECK(minimum_cut(both, Strengths(both, {3, 5}), 1, 0).value == 5);
}

TEST_CASE("minimum cuts are found where a flow must be taken back", "[analysis]") {
    // The shortest way 0-1-2-3 is filled first. But 0-4-5-2-3 needs its last edge, and makes what
    // came from 1 to 2 go by 6 and 7.
    const Pairs arcs{{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 5}, {5, 2}, {1, 6}, {6, 7}, {7, 3}};
    const Network network(Direction::directed, 8, arcs);
    const Cut cut = minimum_cut(network, uniform<Strengths>(network, 5), 0, 3);
    CHECK(cut.value == 10);
    CHECK(cut.source_side == Vertices{0});
}

TEST_CASE("minimum cuts of large whole numbers are exact", "[analysis]") {
    // Three ways of 2^53 - 1 and one more: no double holds the sum, but the cut is right.
    const Network network(Direction::directed, 4, Pairs{{0, 1}, {1, 3}, {0, 2}, {2, 3}});
    const double large = 9007199254740991;
    const Cut cut = minimum_cut(network, Strengths(network, {large, 1, large - 1, large}), 0, 3);
    CHECK(cut.edges == Pairs{{0, 2}, {1, 3}});
    CHECK(cut.source_side == Vertices{0, 1});
    // The smallest and the largest doubles.
    for (const double s : {std::numeric_limits<double>::denorm_min(), 1e308})
        CHECK(minimum_cut(path(3), uniform<Strengths>(path(3), s), 0, 2).value == s);
}

TEST_CASE("the minimum cut of a long path needs no deep stack", "[analysis]") {
    constexpr std::size_t n = 200000;
    const Cut cut = minimum_cut(path(n), 0, n - 1);
    CHECK(cut.edges == Pairs{{0, 1}});
    CHECK(minimum_cut(path(n, Direction::directed), 0, n - 1).source_side == Vertices{0});
}

// networkx 2.8.8: nx.minimum_cut_value(G, from, to, capacity), with all capacities 1 and with the
// weights, for nx.karate_club_graph() and the directed example. igraph 0.10.2 agrees.
TEST_CASE("minimum cuts of the karate club have the values of NetworkX", "[analysis]") {
    struct Example {
        Vertex from, to;
        double plain, weighted, directed, directed_weighted;
    };
    const Network club = karate_club();
    const Strengths strengths = karate_strengths(club);
    const DirectedClub other;
    const Network directed = other.network();
    for (const Example& e : std::vector<Example>{{0, 33, 10, 22, 8, 22},
                                                 {5, 26, 2, 6, 1, 2},
                                                 {33, 0, 10, 22, 2, 2},
                                                 {11, 16, 1, 3, 1, 5},
                                                 {16, 29, 2, 6, 1, 2},
                                                 {32, 3, 6, 16, 2, 2}}) {
        CHECK(minimum_cut(club, e.from, e.to).value == e.plain);
        CHECK(minimum_cut(club, strengths, e.from, e.to).value == e.weighted);
        CHECK(minimum_cut(directed, e.from, e.to).value == e.directed);
        CHECK(minimum_cut(directed, other.strengths(), e.from, e.to).value == e.directed_weighted);
    }
}

TEST_CASE("minimum cuts agree with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(400, 3000, Direction::undirected);
    const Strengths capacities = random_strengths(network, 3);
    for (Vertex v = 1; v < 30; ++v) {
        CHECK(minimum_cut(network, capacities, 0, v).value == by_boost(network, capacities, 0, v));
        CHECK(minimum_cut(network, 0, v).value ==
              by_boost(network, uniform<Strengths>(network, 1), 0, v));
    }
}

TEST_CASE("minimum cuts name what is wrong, and stop", "[analysis]") {
    CHECK(error_of([] { return minimum_cut(path(3), 0, 3); }) ==
          "network-vertex: vertex 3 is out of range; there are 3 vertices");
    CHECK(error_of([] { return minimum_cut(path(3), 5, 1); }) ==
          "network-vertex: vertex 5 is out of range; there are 3 vertices");
    const std::string same =
        "measure-undefined: nothing cuts vertex 1 off from itself; name two vertices";
    const auto ones = uniform<Strengths>(path(3), 1);
    CHECK(error_of([] { return minimum_cut(path(3), 1, 1); }) == same);
    CHECK(error_of([&] { return minimum_cut(path(3), ones, 1, 1); }) == same);
    CHECK(error_of([&] { return minimum_cut(path(4), ones, 0, 1); }) ==
          "weights-size: 4 weights for 6 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    CHECK_THROWS_AS(minimum_cut(path(4), 0, 3, {}, run), Cancelled);
    CHECK_THROWS_AS(minimum_cut(cliques(2, 3), 0, 5, {}, run), Cancelled);
    CHECK_THROWS_AS(minimum_cut(path(4), uniform<Strengths>(path(4), 1), 0, 3, {}, run), Cancelled);
}
