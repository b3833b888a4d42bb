#pragma once

#include <actormap/base/error.hpp>
#include <actormap/network/network.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace actormap {

/// The undirected face of an undirected network, which must outlive it: an edge has one number,
/// whichever end it is seen from. Boost.Graph's undirected algorithms run on it, see
/// boost_graph.hpp.
///
/// Memory      8 bytes a vertex
class UndirectedNetwork {
  public:
    /// Throws Error "network-direction" if the network is directed.
    explicit UndirectedNetwork(const Network& network) : network_(&network) {
        if (network.directed()) throw Error("network-direction", "the network is directed");
        std::size_t edges = 0;
        for (Vertex v = 0; v < network.size(); ++v) {
            first_edge_.push_back(edges);
            edges += network.out(v).size() - smaller(v);
        }
    }

    [[nodiscard]] const Network& network() const { return *network_; }

    /// The number of an edge, from 0 to network().edges() - 1: by smaller end, then larger.
    [[nodiscard]] std::size_t edge_number(Vertex a, Vertex b) const {
        const auto [low, high] = std::minmax(a, b);
        const std::size_t place = *network_->arc_index(low, high) - network_->first_arc(low);
        return first_edge_[low] + place - smaller(low);
    }

  private:
    /// How many neighbours of v are smaller than v.
    [[nodiscard]] std::size_t smaller(Vertex v) const {
        const auto row = network_->out(v);
        return static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), v) - row.begin());
    }

    const Network* network_;
    std::vector<std::size_t> first_edge_;  // the number of the first edge to a larger vertex
};

}  // namespace actormap
