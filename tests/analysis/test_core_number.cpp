#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/core_number.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/core_numbers.hpp>

using namespace actormap;
using namespace actormap::test;

using Cores = std::vector<std::uint32_t>;

TEST_CASE("core_number equals its definition on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    CHECK(core_number(graph) == oracle::core_number(graph));
}

TEST_CASE("core_number: renaming vertices renames cores", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));

    Cores cores = core_number(graph);
    const std::vector<Vertex> name = random_order(graph.size(), seed);
    const Cores other = core_number(renamed(graph, name, graph.size()));
    for (Vertex v = 0; v < graph.size(); ++v) CHECK(other[name[v]] == cores[v]);

    cores.push_back(0);
    CHECK(core_number(with_isolated(graph)) == cores);
}

TEST_CASE("core_number of regular networks has a closed form", "[analysis]") {
    CHECK(core_number(path(0)).empty());
    CHECK(core_number(path(1)) == Cores{0});
    CHECK(core_number(path(2)) == Cores{1, 1});
    CHECK(core_number(path(300)) == Cores(300, 1));
    CHECK(core_number(star(300)) == Cores(300, 1));
    CHECK(core_number(cycle(300)) == Cores(300, 2));
    CHECK(core_number(complete(40)) == Cores(40, 39));
    CHECK(core_number(cliques(2, 4)) == Cores(8, 3));
    CHECK(core_number(path(2, Direction::directed)) == Cores{1, 1});
    // An edge each way counts twice.
    CHECK(core_number(complete(4, Direction::directed)) == Cores(4, 6));
}

TEST_CASE("core_number agrees with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(500, 3000, Direction::undirected);
    const UndirectedNetwork face(network);
    Cores expected(network.size());
    boost::core_numbers(
        face, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, face)));
    CHECK(core_number(network) == expected);
}

TEST_CASE("core_number stops when asked", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(core_number(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
