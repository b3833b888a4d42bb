#pragma once

#include <actormap/network/row_offsets.hpp>
#include <actormap/network/vertex.hpp>

#include <cassert>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace actormap {

enum class Direction { directed, undirected };

struct NetworkBuild;

/// A frozen simple graph in compressed sparse row form: at most one arc per ordered pair,
/// no loops, neighbours ascending. An undirected edge is stored as its two arcs; a directed
/// network also keeps its arcs by their heads.
///
/// Memory      8 bytes an edge, and 4 a vertex; twice the latter if directed
/// Threads     immutable: share it freely
class Network {
  public:
    Network() = default;  ///< undirected, without vertices

    /// The network of `edges` among `vertices` vertices. Loops are dropped and parallel edges
    /// united; `build_network` does the same and counts them. In an undirected network (a, b)
    /// and (b, a) are the same edge.
    ///
    /// Cost        O(vertices + edges) time; 4 bytes an edge and 8 a vertex beside the network
    /// Throws      Error "network-vertex" if an edge names a vertex out of range, "network-size"
    ///             if there are more than 2^32 - 1 vertices
    Network(Direction direction, std::size_t vertices,
            std::span<const std::pair<Vertex, Vertex>> edges);

    [[nodiscard]] bool directed() const { return direction_ == Direction::directed; }
    [[nodiscard]] Direction direction() const { return direction_; }

    /// How many vertices: they are 0 to size() - 1.
    [[nodiscard]] std::size_t size() const { return out_.first.size(); }
    /// How many edges; an undirected one counts once.
    [[nodiscard]] std::size_t edges() const { return directed() ? arcs() : arcs() / 2; }
    /// How many ordered pairs of adjacent vertices: twice the edges if undirected.
    [[nodiscard]] std::size_t arcs() const { return out_.target.size(); }

    /// The vertices that v has an arc to, ascending.
    [[nodiscard]] std::span<const Vertex> out(Vertex v) const { return out_.row(v); }
    /// The vertices that have an arc to v, ascending; the same as out(v) if undirected.
    [[nodiscard]] std::span<const Vertex> in(Vertex v) const {
        return directed() ? in_.row(v) : out_.row(v);
    }
    /// How many edges v is an end of: incoming and outgoing if directed.
    [[nodiscard]] std::size_t degree(Vertex v) const {
        return out_.first.length(v) + (directed() ? in_.first.length(v) : 0);
    }

    /// Arcs are numbered 0 to arcs() - 1 by tail, then head: out(v)[i] is the head of arc
    /// first_arc(v) + i. A vector in this order holds a value for each arc.
    [[nodiscard]] std::size_t first_arc(Vertex v) const {
        assert(v < size());
        return out_.first[v];
    }
    /// The same of the arcs ordered by head, then tail: in(v)[i] is the tail of the arc that is
    /// number first_arc_in(v) + i in that order.
    [[nodiscard]] std::size_t first_arc_in(Vertex v) const {
        assert(v < size());
        return (directed() ? in_ : out_).first[v];
    }
    /// The number of the arc, or nothing if there is none or a vertex is out of range.
    /// O(log degree).
    [[nodiscard]] std::optional<std::size_t> arc_index(Vertex from, Vertex to) const;

    /// How much memory the rows take, in bytes: what `Memory` says above.
    [[nodiscard]] std::size_t bytes() const {
        return out_.bytes() + (directed() ? in_.bytes() : 0);
    }

    friend bool operator==(const Network&, const Network&) = default;

  private:
    template <typename Count>
    friend class NetworkBuilder;

    struct Rows {
        RowOffsets first;  // first[v] .. first[v + 1] index v's targets
        std::vector<Vertex> target;

        [[nodiscard]] std::span<const Vertex> row(Vertex v) const {
            assert(v < first.size());
            return {target.data() + first[v], first.length(v)};
        }
        [[nodiscard]] std::size_t bytes() const {
            return first.bytes() + target.capacity() * sizeof(Vertex);
        }
        friend bool operator==(const Rows&, const Rows&) = default;
    };

    Direction direction_ = Direction::undirected;
    Rows out_;
    Rows in_;  // empty unless directed
};

/// A network, and what was left out of it to make it simple.
struct NetworkBuild {
    Network network;
    std::size_t loops = 0;     ///< edges from a vertex to itself, dropped
    std::size_t parallel = 0;  ///< edges beyond the first of their pair, united with it
};

/// The network of `edges`, as the constructor of `Network` makes it, with counts. For all
/// input, network.edges() + loops + parallel == edges.size().
[[nodiscard]] NetworkBuild build_network(Direction direction, std::size_t vertices,
                                         std::span<const std::pair<Vertex, Vertex>> edges);
/// The same; the memory of the edges is free before that of the network is taken.
[[nodiscard]] NetworkBuild build_network(Direction direction, std::size_t vertices,
                                         std::vector<std::pair<Vertex, Vertex>>&& edges);

}  // namespace actormap
