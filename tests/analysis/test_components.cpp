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

TEST_CASE("components equal the closure on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

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
