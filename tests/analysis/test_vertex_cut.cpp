#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_cuts.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/vertex_cut.hpp>

using namespace actormap;
using namespace actormap::test;

using Pairs = std::vector<std::pair<Vertex, Vertex>>;
using Vertices = std::vector<Vertex>;

namespace {

std::string error_of(const Network& network, Vertex from, Vertex to) {
    try {
        static_cast<void>(vertex_cut(network, from, to));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("vertex cuts are the smallest and nearest on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction, 8);
    INFO("seed " << seed << ": " << describe(graph));
    for (Vertex from = 0; from < graph.size(); ++from) {
        const Vertex to = static_cast<Vertex>((from + 1 + seed % 3) % graph.size());
        if (from == to || graph.arc_index(from, to)) continue;
        INFO("from " << from << " to " << to);
        const auto all = oracle::vertex_cuts(graph, from, to);
        const auto size = std::popcount(all.front());
        const Vertices cut = vertex_cut(graph, from, to);
        REQUIRE(cut.size() == static_cast<std::size_t>(size));
        CHECK(std::is_sorted(cut.begin(), cut.end()));
        oracle::Set set = 0;
        for (const Vertex v : cut) set |= oracle::Set{1} << v;
        CHECK(std::find(all.begin(), all.end(), set) != all.end());
        const oracle::Set reached = oracle::reach_without(graph, set, from);
        for (const oracle::Set other : all)
            CHECK((reached & ~oracle::reach_without(graph, other, from)) == 0);
    }
}

TEST_CASE("vertex cuts of simple networks", "[analysis]") {
    CHECK(vertex_cut(path(3), 0, 2) == Vertices{1});
    CHECK(vertex_cut(path(6), 0, 5) == Vertices{1});
    CHECK(vertex_cut(path(6), 5, 0) == Vertices{4});
    CHECK(vertex_cut(path(6, Direction::directed), 5, 0).empty());
    CHECK(vertex_cut(path(2, Direction::directed), 1, 0).empty());  // an arc against it only
    CHECK(vertex_cut(cliques(2, 3), 0, 5).empty());
    CHECK(vertex_cut(star(300), 3, 299) == Vertices{0});
    CHECK(vertex_cut(cycle(10), 0, 5) == Vertices{1, 9});
    // A complete network but for one edge: all the others.
    Pairs edges;
    for (Vertex a = 0; a < 30; ++a) {
        for (Vertex b = a + 1; b < 30; ++b) {
            if (a != 4 || b != 20) edges.emplace_back(a, b);
        }
    }
    CHECK(vertex_cut(Network(Direction::undirected, 30, edges), 4, 20).size() == 28);
    constexpr std::size_t n = 200000;
    CHECK(vertex_cut(path(n), 0, n - 1) == Vertices{1});
}

// networkx 2.8.8: the sizes of nx.minimum_node_cut(G, from, to) for nx.karate_club_graph() and the
// directed example. igraph 0.10.2 agrees.
TEST_CASE("vertex cuts of the karate club have the sizes of NetworkX", "[analysis]") {
    struct Example {
        Vertex from, to;
        std::size_t undirected, directed;
    };
    const DirectedClub other;
    for (const Example& e : std::vector<Example>{
             {0, 33, 6, 6}, {5, 26, 1, 1}, {33, 0, 6, 1}, {11, 16, 1, 1}, {32, 3, 4, 1}}) {
        CHECK(vertex_cut(karate_club(), e.from, e.to).size() == e.undirected);
        CHECK(vertex_cut(other.network(), e.from, e.to).size() == e.directed);
    }
    CHECK(vertex_cut(karate_club(), 5, 26) == Vertices{0});
}

TEST_CASE("vertex cuts name what is wrong, and stop", "[analysis]") {
    CHECK(error_of(path(3), 0, 3) ==
          "network-vertex: vertex 3 is out of range; there are 3 vertices");
    CHECK(error_of(path(3), 2, 2) ==
          "measure-undefined: nothing cuts vertex 2 off from itself; name two vertices");
    CHECK(error_of(path(3), 1, 2) ==
          "measure-undefined: an edge leads from vertex 1 to vertex 2, so no other vertices "
          "separate them; ask for the minimum cut of edges");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(vertex_cut(path(4), 0, 3, {}, {.stop = source.get_token()}), Cancelled);
}
