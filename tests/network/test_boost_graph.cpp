#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/network/boost_graph.hpp>

#include <boost/concept/assert.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>

#include <set>
#include <unordered_map>

using namespace actormap;
using namespace actormap::test;

namespace {

template <class Face>
void assert_concepts() {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Face>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Face>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Face>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Face>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Face>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<Face>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Face, Vertex, boost::vertex_index_t>));
    using Edge = typename boost::graph_traits<Face>::edge_descriptor;
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Face, Edge, boost::edge_index_t>));
}

/// Two triangles joined by a bridge, a leaf, and a vertex alone.
Network two_triangles(Direction direction) {
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 0}, {2, 3},
                                                       {3, 4}, {4, 5}, {5, 3}, {5, 6}};
    return Network(direction, 8, edges);
}

template <class Face>
auto vertex_map(std::vector<double>& values, const Face& face) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, face));
}

}  // namespace

TEST_CASE("boost: both faces model the concepts", "[network][boost]") {
    assert_concepts<Network>();
    assert_concepts<UndirectedNetwork>();
    CHECK_THROWS_AS(UndirectedNetwork(two_triangles(Direction::directed)), Error);
    CHECK(boost::is_undirected(UndirectedNetwork(two_triangles(Direction::undirected))));
    CHECK(boost::is_directed(two_triangles(Direction::undirected)));
}

TEST_CASE("boost: the network face lists the arcs", "[network][boost][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network network = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(network));

    CHECK(num_vertices(network) == network.size());
    CHECK(num_edges(network) == network.arcs());
    std::size_t next = 0;
    for (auto [e, end] = edges(network); e != end; ++e) {
        CHECK(network.arc_index(source(*e, network), target(*e, network)) == next);
        CHECK(get(boost::edge_index, network, *e) == next);
        CHECK(get(boost::edge_index, network)[*e] == next);
        CHECK(edge(source(*e, network), target(*e, network), network) == std::pair(*e, true));
        ++next;
    }
    CHECK(next == network.arcs());
    for (auto [v, end] = vertices(network); v != end; ++v) {
        CHECK(get(boost::vertex_index, network, *v) == *v);
        std::vector<Vertex> heads;
        std::vector<Vertex> tails;
        for (auto [e, last] = out_edges(*v, network); e != last; ++e) {
            CHECK(source(*e, network) == *v);
            heads.push_back(target(*e, network));
        }
        for (auto [e, last] = in_edges(*v, network); e != last; ++e) {
            CHECK(target(*e, network) == *v);
            tails.push_back(source(*e, network));
        }
        const auto [near, far] = adjacent_vertices(*v, network);
        CHECK(heads == std::vector<Vertex>(near, far));
        CHECK(heads == std::vector<Vertex>(network.out(*v).begin(), network.out(*v).end()));
        CHECK(tails == std::vector<Vertex>(network.in(*v).begin(), network.in(*v).end()));
        CHECK(out_degree(*v, network) == heads.size());
        CHECK(in_degree(*v, network) == tails.size());
        CHECK(degree(*v, network) == heads.size() + tails.size());
    }
    CHECK_FALSE(edge(0, 0, network).second);
}

TEST_CASE("boost: the undirected face lists each edge once", "[network][boost][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    const Network network = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(network));
    const UndirectedNetwork face(network);

    CHECK(num_vertices(face) == network.size());
    CHECK(num_edges(face) == network.edges());
    std::size_t next = 0;
    for (auto [e, end] = edges(face); e != end; ++e) {
        const Vertex a = source(*e, face);
        const Vertex b = target(*e, face);
        const auto back = edge(b, a, face).first;
        CHECK(a < b);
        CHECK(source(back, face) == b);  // seen from b ...
        CHECK(back == *e);               // ... it is the same edge
        CHECK_FALSE(back != *e);
        CHECK_FALSE((back < *e || *e < back));
        CHECK(hash_value(back) == hash_value(*e));
        CHECK(get(boost::edge_index, face, *e) == next);
        CHECK(get(boost::edge_index, face, back) == next);
        ++next;
    }
    CHECK(next == network.edges());
    for (auto [v, end] = vertices(face); v != end; ++v) {
        CHECK(out_degree(*v, face) == network.out(*v).size());
        CHECK(in_degree(*v, face) == network.out(*v).size());
        CHECK(degree(*v, face) == network.out(*v).size());
        for (auto [e, last] = in_edges(*v, face); e != last; ++e) CHECK(target(*e, face) == *v);
        for (auto [e, last] = out_edges(*v, face); e != last; ++e) CHECK(source(*e, face) == *v);
    }
}

TEST_CASE("boost: arcs are equal only with their direction", "[network][boost]") {
    const Network network = two_triangles(Direction::undirected);
    const auto there = edge(0, 1, network).first;
    const auto back = edge(1, 0, network).first;
    CHECK(there != back);
    CHECK(there < back);
    CHECK(hash_value(there) != hash_value(back));
    CHECK(get(boost::edge_index, network, there) != get(boost::edge_index, network, back));
}

TEST_CASE("boost: breadth_first_search measures distances", "[network][boost]") {
    const Network network = two_triangles(Direction::directed);
    std::vector<double> distance(network.size(), -1);
    distance[0] = 0;
    const auto recorder =
        boost::record_distances(vertex_map(distance, network), boost::on_tree_edge());
    boost::breadth_first_search(network, Vertex{0},
                                boost::visitor(boost::make_bfs_visitor(recorder)));
    CHECK(distance == std::vector<double>{0, 1, 2, 3, 4, 5, 6, -1});
}

TEST_CASE("boost: connected_components and strong_components", "[network][boost]") {
    const Network network = two_triangles(Direction::undirected);
    const UndirectedNetwork face(network);
    std::vector<double> component(network.size());
    CHECK(boost::connected_components(face, vertex_map(component, face)) == 2);
    CHECK(component == std::vector<double>{0, 0, 0, 0, 0, 0, 0, 1});

    const Network directed = two_triangles(Direction::directed);
    CHECK(boost::strong_components(directed, vertex_map(component, directed)) == 4);
    CHECK(component[0] == component[2]);
    CHECK(component[3] == component[5]);
    CHECK(std::set<double>(component.begin(), component.end()).size() == 4);
}

TEST_CASE("boost: biconnected_components label edges", "[network][boost]") {
    const Network network = two_triangles(Direction::undirected);
    const UndirectedNetwork face(network);
    std::vector<std::size_t> block(num_edges(face));
    const auto blocks =
        boost::make_iterator_property_map(block.begin(), get(boost::edge_index, face));
    std::vector<Vertex> cuts;
    const auto [count, end] = boost::biconnected_components(face, blocks, std::back_inserter(cuts));
    static_cast<void>(end);
    CHECK(count == 4);
    std::sort(cuts.begin(), cuts.end());
    CHECK(cuts == std::vector<Vertex>{2, 3, 5});
    // Edges in the order of their numbers: 01 02 12 23 34 35 45 56.
    CHECK(block[0] == block[1]);
    CHECK(block[0] == block[2]);
    CHECK(block[4] == block[5]);
    CHECK(block[4] == block[6]);
    CHECK(std::set<std::size_t>(block.begin(), block.end()).size() == 4);
}

TEST_CASE("boost: brandes_betweenness_centrality of vertices and edges", "[network][boost]") {
    const std::vector<std::pair<Vertex, Vertex>> path{{0, 1}, {1, 2}, {2, 3}};
    const Network network(Direction::undirected, 4, path);

    const UndirectedNetwork face(network);
    std::vector<double> vertex(4);
    std::vector<double> edge(num_edges(face));
    boost::brandes_betweenness_centrality(
        face, vertex_map(vertex, face),
        boost::make_iterator_property_map(edge.begin(), get(boost::edge_index, face)));
    CHECK(vertex == std::vector<double>{0, 2, 2, 0});
    CHECK(edge == std::vector<double>{3, 4, 3});

    // The arcs are counted in both directions.
    std::vector<double> arc(num_edges(network));
    boost::brandes_betweenness_centrality(
        network, vertex_map(vertex, network),
        boost::make_iterator_property_map(arc.begin(), get(boost::edge_index, network)));
    CHECK(vertex == std::vector<double>{0, 4, 4, 0});
    CHECK(arc == std::vector<double>{3, 3, 4, 4, 3, 3});
}

TEST_CASE("boost: core_numbers", "[network][boost]") {
    const Network network = two_triangles(Direction::undirected);
    const UndirectedNetwork face(network);
    std::vector<double> core(network.size());
    boost::core_numbers(face, vertex_map(core, face));
    CHECK(core == std::vector<double>{2, 2, 2, 2, 2, 2, 1, 0});
}

TEST_CASE("boost: edges are keys of a hash table", "[network][boost]") {
    const Network network = two_triangles(Direction::undirected);
    const UndirectedNetwork face(network);
    using Edge = boost::graph_traits<UndirectedNetwork>::edge_descriptor;
    std::unordered_map<Edge, int, boost::hash<Edge>> visits;
    for (auto [v, end] = vertices(face); v != end; ++v) {
        for (auto [e, last] = out_edges(*v, face); e != last; ++e) ++visits[*e];
    }
    CHECK(visits.size() == num_edges(face));
    for (const auto& [e, count] : visits) CHECK(count == 2);
}
