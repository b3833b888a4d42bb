#pragma once

#include <actormap/network/network.hpp>

#include <utility>
#include <vector>

namespace actormap::test {

/// Arcs from 0 through two chains of `steps` diamonds each to the last vertex: paths double with
/// each. But the last `plain` steps of the weak chain have one middle.
struct TwoChains {
    Network network;
    Vertex last = 0;
    Vertex weak_end = 0;
    Vertex strong_end = 0;
};

inline TwoChains two_chains(int steps, int plain, bool weak_first) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    std::vector<Vertex> ends;
    Vertex next = 1;
    for (const bool weak : {weak_first, !weak_first}) {
        Vertex hub = next++;
        edges.emplace_back(Vertex{0}, hub);
        for (int step = 1; step <= steps; ++step) {
            const Vertex middles = weak && step > steps - plain ? 1 : 2;
            for (Vertex i = 0; i < middles; ++i) {
                edges.emplace_back(hub, next + i);
                edges.emplace_back(next + i, next + middles);
            }
            hub = next + middles;
            next = hub + 1;
        }
        ends.push_back(hub);
    }
    for (const Vertex end : ends) edges.emplace_back(end, next);
    return {Network(Direction::directed, next + 1, edges), next, ends[weak_first ? 0 : 1],
            ends[weak_first ? 1 : 0]};
}

}  // namespace actormap::test
