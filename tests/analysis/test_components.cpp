#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/components.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/connected_components.hpp>

#include <set>

using namespace actormap;
using namespace actormap::test;

using Numbers = std::vector<std::uint32_t>;

namespace {

/// Compares with the closure: components are numbered by their smallest vertex.
void check_closure(const Network& graph) {
    const std::vector<Vertex> smallest = oracle::smallest_connected(graph);
    const std::set<Vertex> roots(smallest.begin(), smallest.end());
    Numbers expected;
    for (const Vertex root : smallest)
        expected.push_back(
            static_cast<std::uint32_t>(std::distance(roots.begin(), roots.find(root))));
    const Components result = components(graph);
    CHECK(result.of == expected);
    CHECK(result.count == roots.size());
}

/// Dense groups of mixed names with a few edges between them, so that what joins two groups is
/// seldom among the first edges of either end.
Network groups(std::uint32_t seed, Direction direction) {
    std::mt19937 bits(seed);
    const std::size_t n = 20 + bits() % 20, size = 4 + bits() % 4, links = bits() % 8;
    const std::vector<Vertex> name = random_order(n, seed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex a = 0; a < n; ++a) {
        for (Vertex b = 0; b < n; ++b) {
            if (a / size == b / size && bits() % 4 != 0) edges.emplace_back(name[a], name[b]);
        }
    }
    for (std::size_t i = 0; i < links; ++i) {
        const auto from = static_cast<Vertex>(bits() % n);
        edges.emplace_back(from, static_cast<Vertex>(bits() % n));
    }
    return Network(direction, n, edges);
}

}  // namespace

TEST_CASE("components equal the closure on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    check_closure(graph);
}

TEST_CASE("components equal the closure where groups hang together by few edges",
          "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 200u));
    const Network graph = groups(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    check_closure(graph);
}

TEST_CASE("components of simple networks", "[analysis]") {
    CHECK(components(path(0)).of.empty());
    CHECK(components(path(0)).count == 0);
    CHECK(components(path(1)).of == Numbers{0});
    CHECK(components(path(300, Direction::directed)).count == 1);
    CHECK(components(cliques(2, 3)).of == Numbers{0, 0, 0, 1, 1, 1});
    CHECK(components(cliques(2, 3)).count == 2);
    const std::vector<std::pair<Vertex, Vertex>> edges{{3, 1}, {0, 4}};
    const Network network(Direction::directed, 5, edges);
    CHECK(components(network).of == Numbers{0, 1, 2, 1, 0});
}

TEST_CASE("components agree with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(1000, 700, Direction::undirected);
    const UndirectedNetwork face(network);
    Numbers expected(network.size());  // Boost.Graph numbers by the smallest vertex, too
    const std::size_t count = boost::connected_components(
        face, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, face)));
    CHECK(components(network).of == expected);
    CHECK(components(network).count == count);
}

TEST_CASE("components stop when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(components(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
