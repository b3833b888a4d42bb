#pragma once

#include <actormap/network/network.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace actormap::oracle {

/// reach[u][v] if a path leads from u to v, by Warshall's closure.
inline std::vector<std::vector<bool>> reaches(const Network& graph) {
    const std::size_t n = graph.size();
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
    for (Vertex v = 0; v < n; ++v) {
        reach[v][v] = true;
        for (const Vertex w : graph.out(v)) reach[v][w] = true;
    }
    for (Vertex k = 0; k < n; ++k) {
        for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
                if (reach[s][k] && reach[k][t]) reach[s][t] = true;
            }
        }
    }
    return reach;
}

/// The network of the arcs of which keep(from, to) is true, among the same vertices.
template <class Keep>
Network without(const Network& graph, const Keep& keep) {
    std::vector<std::pair<Vertex, Vertex>> arcs;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            if (keep(v, w)) arcs.emplace_back(v, w);
        }
    }
    return Network(graph.direction(), graph.size(), arcs);
}

/// How many components an undirected network has.
inline std::size_t component_count(const Network& graph) {
    const auto reach = reaches(graph);
    const std::set<std::vector<bool>> rows(reach.begin(), reach.end());
    return rows.size();
}

/// together[a][b] if one cycle without a repeated vertex passes the edges of arcs a and b. Every
/// cycle of an undirected network of a few vertices.
class CommonCycles {
  public:
    explicit CommonCycles(const Network& graph)
        : together(graph.arcs(), std::vector<bool>(graph.arcs(), false)), graph_(graph) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            path_.assign(1, v);
            extend();
        }
    }

    std::vector<std::vector<bool>> together;

  private:
    void extend() {
        for (const Vertex w : graph_.out(path_.back())) {
            if (w == path_.front() && path_.size() > 2) note();
            if (w < path_.front() || std::find(path_.begin(), path_.end(), w) != path_.end())
                continue;
            path_.push_back(w);
            extend();
            path_.pop_back();
        }
    }
    void note() {
        std::vector<std::size_t> arcs;
        for (std::size_t i = 0; i < path_.size(); ++i) {
            const Vertex next = path_[(i + 1) % path_.size()];
            arcs.push_back(*graph_.arc_index(path_[i], next));
            arcs.push_back(*graph_.arc_index(next, path_[i]));
        }
        for (const std::size_t a : arcs) {
            for (const std::size_t b : arcs) together[a][b] = true;
        }
    }

    const Network& graph_;
    std::vector<Vertex> path_;
};

}  // namespace actormap::oracle
