#include <actormap/analysis/max_flow.hpp>
#include <actormap/analysis/vertex_cut.hpp>

#include <string>
#include <utility>

// Each vertex v becomes an arc of capacity 1 from its entry 2 v to its exit 2 v + 1. The arcs of
// the network lead from exits to entries with a capacity of 2. So no minimum cut has one: the
// vertex at one of its ends is neither `from` nor `to`, and costs less.

namespace actormap {
namespace {

Network split(const Network& network) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(network.size() + network.arcs());
    for (Vertex v = 0; v < network.size(); ++v) {
        edges.emplace_back(2 * v, 2 * v + 1);
        for (const Vertex w : network.out(v)) edges.emplace_back(2 * v + 1, 2 * w);
    }
    return Network(Direction::undirected, 2 * network.size(), edges);
}

std::int64_t capacity(Vertex from, Vertex to) {
    const bool within = from / 2 == to / 2;
    const bool enters = to % 2 == 0;
    if (within) return enters ? 0 : 1;
    return enters ? 2 : 0;
}

void check(const Network& network, Vertex from, Vertex to) {
    check_ends(network, from, to);
    if (network.arc_index(from, to)) {
        throw Error("measure-undefined", "an edge leads from vertex " + std::to_string(from) +
                                             " to vertex " + std::to_string(to) +
                                             ", so no other vertices separate them; ask for the "
                                             "minimum cut of edges");
    }
}

}  // namespace

std::vector<Vertex> vertex_cut(const Network& network, Vertex from, Vertex to,
                               const VertexCutOptions&, const Run& run) {
    check(network, from, to);
    const Network halves = split(network);
    std::vector<std::int64_t> capacities;
    capacities.reserve(halves.arcs());
    for (Vertex v = 0; v < halves.size(); ++v) {
        for (const Vertex w : halves.out(v)) capacities.push_back(capacity(v, w));
    }
    const std::vector<bool> reached =
        reach_of_max_flow(halves, std::move(capacities), 2 * from + 1, 2 * to, run);
    std::vector<Vertex> cut;
    for (std::size_t v = 0; v < network.size(); ++v) {
        if (reached[2 * v] && !reached[2 * v + 1]) cut.push_back(static_cast<Vertex>(v));
    }
    return cut;
}

}  // namespace actormap
