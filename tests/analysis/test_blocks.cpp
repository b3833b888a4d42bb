#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_structure.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/blocks.hpp>
#include <actormap/network/boost_graph.hpp>

#include <boost/graph/biconnected_components.hpp>

#include <map>

using namespace actormap;
using namespace actormap::test;

using Numbers = std::vector<std::uint32_t>;
using Pairs = std::vector<std::pair<Vertex, Vertex>>;
using Vertices = std::vector<Vertex>;

TEST_CASE("blocks are the edges of common cycles on random graphs", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, Direction::undirected, 8);
    INFO("seed " << seed << ": " << describe(graph));

    const Blocks result = blocks(graph);
    REQUIRE(result.of_arcs.size() == graph.arcs());
    const auto together = oracle::CommonCycles(graph).together;
    std::uint32_t next = 0;  // a new number is one more than those before
    std::size_t arc = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            const std::size_t back = *graph.arc_index(w, v);
            CHECK(result.of_arcs[arc] == result.of_arcs[back]);
            CHECK(result.of_arcs[arc] <= next);
            if (result.of_arcs[arc] == next) ++next;
            for (std::size_t other = 0; other < arc; ++other) {
                CHECK((result.of_arcs[arc] == result.of_arcs[other]) ==
                      (other == back || together[arc][other]));
            }
            ++arc;
        }
    }
    CHECK(result.count == next);
}

TEST_CASE("articulation points and bridges break random graphs", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t whole = oracle::component_count(graph);
    Vertices points;
    Pairs bridges;
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto rest =
            oracle::without(graph, [&](Vertex a, Vertex b) { return a != v && b != v; });
        // The vertex itself is left over as a component of its own.
        if (oracle::component_count(rest) - 1 > whole) points.push_back(v);
        for (const Vertex w : graph.out(v)) {
            if (w < v) continue;
            const auto cut = oracle::without(
                graph, [&](Vertex a, Vertex b) { return std::minmax(a, b) != std::minmax(v, w); });
            if (oracle::component_count(cut) > whole) bridges.emplace_back(v, w);
        }
    }
    const Blocks result = blocks(graph);
    CHECK(result.articulation_points == points);
    CHECK(result.bridges == bridges);
}

TEST_CASE("blocks of simple networks", "[analysis]") {
    for (const std::size_t n : {0u, 1u}) {
        const Blocks none = blocks(path(n));
        CHECK(none.of_arcs.empty());
        CHECK(none.count == 0);
        CHECK(none.articulation_points.empty());
        CHECK(none.bridges.empty());
    }
    CHECK(blocks(path(2)).of_arcs == Numbers{0, 0});
    CHECK(blocks(path(2)).bridges == Pairs{{0, 1}});
    CHECK(blocks(path(2)).articulation_points.empty());
    CHECK(blocks(path(4)).of_arcs == Numbers{0, 0, 1, 1, 2, 2});
    CHECK(blocks(path(4)).bridges == Pairs{{0, 1}, {1, 2}, {2, 3}});
    CHECK(blocks(path(4)).articulation_points == Vertices{1, 2});
    CHECK(blocks(star(5)).count == 4);
    CHECK(blocks(star(5)).articulation_points == Vertices{0});
    CHECK(blocks(cycle(6)).of_arcs == Numbers(12, 0));
    CHECK(blocks(cycle(6)).bridges.empty());
    CHECK(blocks(complete(5)).count == 1);
    CHECK(blocks(cliques(2, 4)).count == 2);
    CHECK(blocks(cliques(2, 4)).articulation_points.empty());
    // Two triangles that share vertex 2: an articulation point without a bridge.
    const Pairs bow{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}};
    const Blocks tied = blocks(Network(Direction::undirected, 5, bow));
    CHECK(tied.count == 2);
    CHECK(tied.articulation_points == Vertices{2});
    CHECK(tied.bridges.empty());
}

TEST_CASE("blocks of long paths and cycles need no deep stack", "[analysis]") {
    constexpr std::size_t n = 200000;
    const Blocks chain = blocks(path(n));
    CHECK(chain.count == n - 1);
    CHECK(chain.bridges.size() == n - 1);
    CHECK(chain.articulation_points.size() == n - 2);
    CHECK(blocks(cycle(n)).count == 1);
}

// networkx 2.8.8 with nx.karate_club_graph(): articulation_points, bridges, and the sizes of
// biconnected_component_edges. igraph 0.10.2 agrees.
TEST_CASE("blocks of the karate club are those of NetworkX", "[analysis]") {
    const Blocks result = blocks(karate_club());
    CHECK(result.articulation_points == Vertices{0});
    CHECK(result.bridges == Pairs{{0, 11}});
    std::map<std::uint32_t, std::size_t> edges;
    for (const std::uint32_t b : result.of_arcs) ++edges[b];
    for (auto& [block, arcs] : edges) arcs /= 2;
    CHECK(edges == std::map<std::uint32_t, std::size_t>{{0, 67}, {1, 10}, {2, 1}});
}

TEST_CASE("blocks agree with Boost.Graph", "[analysis][boost]") {
    const Network network = sparse(3000, 3500, Direction::undirected);
    const UndirectedNetwork face(network);
    std::vector<std::size_t> number(network.edges());
    Vertices points;
    const auto [count, end] = boost::biconnected_components(
        face, boost::make_iterator_property_map(number.begin(), get(boost::edge_index, face)),
        std::back_inserter(points));
    static_cast<void>(end);
    std::sort(points.begin(), points.end());
    const Blocks result = blocks(network);
    CHECK(result.count == count);
    CHECK(result.articulation_points == points);
    std::map<std::size_t, std::uint32_t> name;
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            const std::uint32_t block = result.of_arcs[arc++];
            CHECK(name.emplace(number[face.edge_number(v, w)], block).first->second == block);
        }
    }
    CHECK(name.size() == count);
}

TEST_CASE("blocks are refused and stopped", "[analysis]") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(blocks(path(4), {}, {.stop = source.get_token()}), Cancelled);
    try {
        static_cast<void>(blocks(path(2, Direction::directed)));
        FAIL("a directed network has no blocks");
    } catch (const Error& e) {
        CHECK(e.id() == "network-direction");
        CHECK(std::string(e.what()) ==
              "blocks are for undirected networks; build the network with Direction::undirected");
    }
}
