#pragma once

#include <actormap/network/network.hpp>
#include <actormap/network/undirected_network.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <type_traits>
#include <utility>

// Boost.Graph's algorithms run on a network without a copy of it.
//
// Boost.Graph asks the type of a graph whether it is directed, and a Network knows it only when
// it runs; so there are two faces:
//
//     const Network       a directed, bidirectional graph of arcs, whatever the network. An
//                         undirected network is its symmetric digraph: num_edges is arcs()
//     UndirectedNetwork   an undirected graph: num_edges is edges(), and the edge (u, v) equals
//                         (v, u). For algorithms that ask for one (connected_components,
//                         biconnected_components) or that count pairs (brandes_betweenness...)
//
// Both model VertexListGraph, IncidenceGraph, BidirectionalGraph, AdjacencyGraph and
// EdgeListGraph, with the maps vertex_index and edge_index.

namespace actormap {
namespace bgl {

/// Boost.Graph's edge descriptor of the two faces.
template <bool is_directed>
struct Edge {
    Vertex from = 0;
    Vertex to = 0;

    friend bool operator==(const Edge& a, const Edge& b) { return a.key() == b.key(); }
    friend bool operator!=(const Edge& a, const Edge& b) { return a.key() != b.key(); }
    friend bool operator<(const Edge& a, const Edge& b) { return a.key() < b.key(); }
    friend std::size_t hash_value(const Edge& e) {
        return std::hash<std::uint64_t>()(std::uint64_t{e.key().first} << 32U | e.key().second);
    }

  private:
    [[nodiscard]] std::pair<Vertex, Vertex> key() const {
        if (!is_directed && to < from) return {to, from};
        return {from, to};
    }
};

/// The edge between one vertex and a neighbour, from it or to it.
template <bool is_directed, bool outgoing>
struct EdgeWith {
    Vertex v = 0;

    Edge<is_directed> operator()(Vertex neighbour) const {
        if constexpr (outgoing)
            return {v, neighbour};
        else
            return {neighbour, v};
    }
};
template <bool is_directed, bool outgoing>
using RowIterator = boost::transform_iterator<EdgeWith<is_directed, outgoing>, const Vertex*>;

/// All arcs in their order; if undirected those to a larger vertex, so that each edge comes once.
template <bool is_directed>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<is_directed>, Edge<is_directed>,
                                                   std::forward_iterator_tag, Edge<is_directed>> {
  public:
    EdgeIterator() = default;
    EdgeIterator(const Network& network, Vertex v) : network_(&network), v_(v) { settle(); }

  private:
    friend class boost::iterator_core_access;

    [[nodiscard]] Edge<is_directed> dereference() const { return {v_, network_->out(v_)[place_]}; }
    [[nodiscard]] bool equal(const EdgeIterator& other) const {
        return v_ == other.v_ && place_ == other.place_;
    }
    void increment() {
        ++place_;
        settle();
    }
    /// Goes on to the next arc that counts, unless it is at one.
    void settle() {
        for (; v_ < network_->size(); ++v_, place_ = 0) {
            const auto row = network_->out(v_);
            if (!is_directed) {
                while (place_ < row.size() && row[place_] < v_) ++place_;
            }
            if (place_ < row.size()) return;
        }
    }

    const Network* network_ = nullptr;
    Vertex v_ = 0;
    std::size_t place_ = 0;
};

/// boost::graph_traits of the face that is directed or not.
template <bool is_directed>
struct Traits {
    struct traversal_category : boost::bidirectional_graph_tag,
                                boost::adjacency_graph_tag,
                                boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag {};
    using directed_category =
        std::conditional_t<is_directed, boost::bidirectional_tag, boost::undirected_tag>;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    using vertex_descriptor = Vertex;
    using edge_descriptor = Edge<is_directed>;
    using vertex_iterator = boost::counting_iterator<Vertex>;
    using adjacency_iterator = const Vertex*;
    using out_edge_iterator = RowIterator<is_directed, true>;
    using in_edge_iterator = RowIterator<is_directed, false>;
    using edge_iterator = EdgeIterator<is_directed>;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;

    static constexpr Vertex null_vertex() { return std::numeric_limits<Vertex>::max(); }
};

/// The number of an edge as a readable property map.
template <class Face>
struct EdgeIndexMap {
    using key_type = typename boost::graph_traits<Face>::edge_descriptor;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    const Face* face;

    friend std::size_t get(const EdgeIndexMap& map, const key_type& e) {
        if constexpr (std::is_same_v<Face, Network>)
            return *map.face->arc_index(e.from, e.to);
        else
            return map.face->edge_number(e.from, e.to);
    }
    std::size_t operator[](const key_type& e) const { return get(*this, e); }
};

template <class Face>
concept IsFace = std::is_same_v<Face, Network> || std::is_same_v<Face, UndirectedNetwork>;

inline const Network& network_of(const Network& face) {
    return face;
}
inline const Network& network_of(const UndirectedNetwork& face) {
    return face.network();
}

}  // namespace bgl
}  // namespace actormap

namespace boost {

template <>
struct graph_traits<actormap::Network> : actormap::bgl::Traits<true> {};
template <>
struct graph_traits<const actormap::Network> : actormap::bgl::Traits<true> {};
template <>
struct graph_traits<actormap::UndirectedNetwork> : actormap::bgl::Traits<false> {};
template <>
struct graph_traits<const actormap::UndirectedNetwork> : actormap::bgl::Traits<false> {};

template <actormap::bgl::IsFace Face>
struct property_map<Face, vertex_index_t> {
    using type = typed_identity_property_map<actormap::Vertex>;
    using const_type = type;
};
template <actormap::bgl::IsFace Face>
struct property_map<Face, edge_index_t> {
    using type = actormap::bgl::EdgeIndexMap<Face>;
    using const_type = type;
};

}  // namespace boost

// The functions that Boost.Graph's concepts ask for; it finds them here by their arguments.
namespace actormap {

template <bgl::IsFace Face>
auto vertices(const Face& face) {
    using Iterator = boost::counting_iterator<Vertex>;
    const auto size = static_cast<Vertex>(bgl::network_of(face).size());
    return std::pair(Iterator(0), Iterator(size));
}
template <bgl::IsFace Face>
std::size_t num_vertices(const Face& face) {
    return bgl::network_of(face).size();
}

template <bgl::IsFace Face>
auto edges(const Face& face) {
    using Iterator = typename boost::graph_traits<Face>::edge_iterator;
    const Network& network = bgl::network_of(face);
    return std::pair(Iterator(network, 0), Iterator(network, static_cast<Vertex>(network.size())));
}
inline std::size_t num_edges(const Network& face) {
    return face.arcs();
}
inline std::size_t num_edges(const UndirectedNetwork& face) {
    return face.network().edges();
}

template <bool is_directed>
Vertex source(const bgl::Edge<is_directed>& e, const auto&) {
    return e.from;
}
template <bool is_directed>
Vertex target(const bgl::Edge<is_directed>& e, const auto&) {
    return e.to;
}

template <bgl::IsFace Face>
auto out_edges(Vertex v, const Face& face) {
    using Iterator = typename boost::graph_traits<Face>::out_edge_iterator;
    const auto row = bgl::network_of(face).out(v);
    return std::pair(Iterator(row.data(), {v}), Iterator(row.data() + row.size(), {v}));
}
template <bgl::IsFace Face>
std::size_t out_degree(Vertex v, const Face& face) {
    return bgl::network_of(face).out(v).size();
}
template <bgl::IsFace Face>
auto in_edges(Vertex v, const Face& face) {
    using Iterator = typename boost::graph_traits<Face>::in_edge_iterator;
    const auto row = bgl::network_of(face).in(v);
    return std::pair(Iterator(row.data(), {v}), Iterator(row.data() + row.size(), {v}));
}
template <bgl::IsFace Face>
std::size_t in_degree(Vertex v, const Face& face) {
    return bgl::network_of(face).in(v).size();
}
inline std::size_t degree(Vertex v, const Network& face) {
    return face.out(v).size() + face.in(v).size();
}
inline std::size_t degree(Vertex v, const UndirectedNetwork& face) {
    return out_degree(v, face);
}

template <bgl::IsFace Face>
auto adjacent_vertices(Vertex v, const Face& face) {
    const auto row = bgl::network_of(face).out(v);
    return std::pair(row.data(), row.data() + row.size());
}
template <bgl::IsFace Face>
auto edge(Vertex from, Vertex to, const Face& face) {
    using Edge = typename boost::graph_traits<Face>::edge_descriptor;
    return std::pair(Edge{from, to}, bgl::network_of(face).arc_index(from, to).has_value());
}

template <bgl::IsFace Face>
auto get(boost::vertex_index_t, const Face&) {
    return boost::typed_identity_property_map<Vertex>();
}
template <bgl::IsFace Face>
std::size_t get(boost::vertex_index_t, const Face&, Vertex v) {
    return v;
}
template <bgl::IsFace Face>
auto get(boost::edge_index_t, const Face& face) {
    return bgl::EdgeIndexMap<Face>{&face};
}
template <bgl::IsFace Face, bool is_directed>
std::size_t get(boost::edge_index_t, const Face& face, const bgl::Edge<is_directed>& e) {
    return get(bgl::EdgeIndexMap<Face>{&face}, e);
}

}  // namespace actormap
