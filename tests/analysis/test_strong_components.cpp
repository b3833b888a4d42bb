#include "support/catch.hpp"
#include "support/oracle_structure.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/strong_components.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/strong_components.hpp>

#include <map>

using namespace actormap;
using namespace actormap::test;

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("strong components equal their definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    const auto reach = oracle::reaches(graph);
    const Components result = strong_components(graph);
    REQUIRE(result.of.size() == graph.size());
    std::uint32_t next = 0;  // a new number is one more than those before
    for (Vertex v = 0; v < graph.size(); ++v) {
        CHECK(result.of[v] <= next);
        if (result.of[v] == next) ++next;
        for (Vertex u = 0; u < v; ++u)
            CHECK((result.of[u] == result.of[v]) == (reach[u][v] && reach[v][u]));
    }
    CHECK(result.count == next);
    if (direction == Direction::undirected) CHECK(result.of == components(graph).of);
}

TEST_CASE("strong components of simple networks", "[analysis]") {
    CHECK(strong_components(path(0)).of.empty());
    CHECK(strong_components(path(0)).count == 0);
    CHECK(strong_components(path(1)).of == Numbers{0});
    CHECK(strong_components(path(3, Direction::directed)).of == Numbers{0, 1, 2});
    CHECK(strong_components(path(3)).of == Numbers{0, 0, 0});
    CHECK(strong_components(cycle(5, Direction::directed)).of == Numbers{0, 0, 0, 0, 0});
    CHECK(strong_components(cliques(2, 3, Direction::directed)).of == Numbers{0, 0, 0, 1, 1, 1});
    // 1 <-> 4 are found after 2 and 3, to which they lead.
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 2}, {1, 4}, {4, 1}, {4, 3}, {3, 2}};
    CHECK(strong_components(Network(Direction::directed, 5, edges)).of == Numbers{0, 1, 2, 3, 1});
}

TEST_CASE("strong components of long paths and cycles need no deep stack", "[analysis]") {
    constexpr std::size_t n = 200000;
    CHECK(strong_components(path(n, Direction::directed)).count == n);
    CHECK(strong_components(path(n)).count == 1);
    CHECK(strong_components(cycle(n, Direction::directed)).count == 1);
}

TEST_CASE("strong components agree with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(2000, 3000, Direction::directed);
    std::vector<std::size_t> other(network.size());
    const std::size_t count = boost::strong_components(
        network,
        boost::make_iterator_property_map(other.begin(), get(boost::vertex_index, network)));
    const Components result = strong_components(network);
    CHECK(result.count == count);
    CHECK(count < 1900);  // one of them is large
    std::map<std::size_t, std::uint32_t> name;
    for (Vertex v = 0; v < network.size(); ++v)
        CHECK(name.emplace(other[v], result.of[v]).first->second == result.of[v]);
    CHECK(name.size() == count);
}

TEST_CASE("strong components stop when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(strong_components(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
