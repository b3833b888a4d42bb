#include <actormap/base/error.hpp>
#include <actormap/network/draft_rows.hpp>
#include <actormap/network/network.hpp>

#include <algorithm>
#include <limits>
#include <string>

// Edges are grouped by their heads and then transposed, which leaves the rows ascending. An
// undirected edge is an arc from its smaller end to its larger one until the last step, so that it
// is moved three times and not four.

namespace actormap {
namespace {

using Edges = std::span<const std::pair<Vertex, Vertex>>;

void check(std::size_t vertices, Edges edges) {
    constexpr std::size_t limit = std::numeric_limits<Vertex>::max();
    if (vertices > limit) {
        throw Error("network-size",
                    std::to_string(vertices) + " vertices are more than " + std::to_string(limit));
    }
    for (const auto& [from, to] : edges) {
        if (from >= vertices || to >= vertices) {
            throw Error("network-vertex", "edge " + std::to_string(from) + " " +
                                              std::to_string(to) + " is out of range; there are " +
                                              std::to_string(vertices) + " vertices");
        }
    }
}

}  // namespace

/// Makes a network in two steps: the edges are not needed for the second.
template <typename Count>
class NetworkBuilder {
  public:
    NetworkBuilder(Direction direction, std::size_t vertices, Edges edges) : direction_(direction) {
        RowFiller<Count> by_head(vertices);
        for (const auto& [from, to] : edges) {
            if (from == to)
                ++loops_;
            else
                by_head.count(head(from, to));
        }
        by_head.place();
        for (const auto& [from, to] : edges) {
            const Vertex end = head(from, to);
            if (from != to) by_head.append(end, end == to ? from : to);
        }
        by_head_ = by_head.take();
    }

    [[nodiscard]] NetworkBuild finish() {
        NetworkBuild build;
        DraftRows<Count> by_tail = transposed(by_head_);
        by_head_ = {};
        build.loops = loops_;
        build.parallel = unite_equal(by_tail);
        Network& network = build.network;
        network.direction_ = direction_;
        if (network.directed()) {
            by_tail.target.shrink_to_fit();
            network.in_ = frozen(transposed(by_tail));
            network.out_ = frozen(std::move(by_tail));
        } else {
            network.out_ = frozen(both_ways(by_tail));
        }
        return build;
    }

  private:
    [[nodiscard]] Vertex head(Vertex from, Vertex to) const {
        return direction_ == Direction::directed ? to : std::max(from, to);
    }
    [[nodiscard]] static Network::Rows frozen(DraftRows<Count> rows) {
        return {RowOffsets(std::move(rows.first)), std::move(rows.target)};
    }

    Direction direction_;
    std::size_t loops_ = 0;
    DraftRows<Count> by_head_;  // the tails of each vertex, in the order of the edges
};

namespace {

/// `Holder` is a list of edges, or a view of one.
template <typename Count, typename Holder>
NetworkBuild build(Direction direction, std::size_t vertices, Holder edges) {
    NetworkBuilder<Count> builder(direction, vertices, edges);
    edges = Holder();  // `{}` would keep the memory of a list
    return builder.finish();
}

template <typename Holder>
NetworkBuild checked_build(Direction direction, std::size_t vertices, Holder edges) {
    check(vertices, edges);
    if (edges.size() <= std::numeric_limits<std::uint32_t>::max() / 2)
        return build<std::uint32_t>(direction, vertices, std::move(edges));
    return build<std::uint64_t>(direction, vertices, std::move(edges));
}

}  // namespace

NetworkBuild build_network(Direction direction, std::size_t vertices, Edges edges) {
    return checked_build(direction, vertices, edges);
}

NetworkBuild build_network(Direction direction, std::size_t vertices,
                           std::vector<std::pair<Vertex, Vertex>>&& edges) {
    return checked_build(direction, vertices, std::move(edges));
}

Network::Network(Direction direction, std::size_t vertices,
                 std::span<const std::pair<Vertex, Vertex>> edges)
    : Network(build_network(direction, vertices, edges).network) {}

std::optional<std::size_t> Network::arc_index(Vertex from, Vertex to) const {
    if (from >= size()) return std::nullopt;
    const auto row = out(from);
    const auto found = std::lower_bound(row.begin(), row.end(), to);
    if (found == row.end() || *found != to) return std::nullopt;
    return first_arc(from) + static_cast<std::size_t>(found - row.begin());
}

}  // namespace actormap
