#pragma once

#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/path_network.hpp>

#include <random>
#include <string>
#include <vector>

namespace actormap::test {

/// A random network with what the reductions look for: vertices that copy the row of another,
/// joined to it or not, and trees that hang on to some.
inline Network reducible_graph(std::uint32_t seed, Direction direction, std::size_t core = 7,
                               std::size_t more = 12) {
    std::mt19937 bits(seed);
    const Network start = random_graph(seed * 31 + 7, direction, core);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < start.size(); ++v)
        for (const Vertex w : start.out(v)) edges.emplace_back(v, w);
    std::size_t n = start.size();
    for (std::size_t i = 0; n > 0 && i < more; ++i) {
        const auto of = static_cast<Vertex>(bits() % n);
        const auto v = static_cast<Vertex>(n++);
        const unsigned kind = bits() % 4;
        if (kind < 2) {  // a twin
            const auto known = edges;
            for (const auto& [a, b] : known) {
                if (a == of) edges.emplace_back(v, b);
                if (b == of) edges.emplace_back(a, v);
            }
            if (kind == 1) edges.emplace_back(v, of);
            if (kind == 1 && direction == Direction::directed) edges.emplace_back(of, v);
        } else if (kind == 2) {
            edges.emplace_back(of, v);  // a leaf
        } else {
            edges.emplace_back(v, of);
        }
    }
    return Network(direction, n, edges);
}

/// The betweenness that a `PathNetwork` is defined to have, over ordered pairs, from the distances
/// of all pairs: shares no idea with a search from one source.
inline std::vector<double> defined_scores(const PathNetwork& paths) {
    const Network& network = paths.network;
    const auto n = static_cast<Vertex>(network.size());
    const auto d = oracle::distances(network).d;
    // By length: a path to t is one to the vertex before it, in as many ways as that has copies.
    std::vector<std::vector<double>> sigma(n, std::vector<double>(n, 0));
    for (Vertex s = 0; s < n; ++s) {
        sigma[s][s] = 1;
        for (int length = 1; length < static_cast<int>(n); ++length) {
            for (Vertex t = 0; t < n; ++t) {
                if (s == t || d[s][t] != length) continue;
                for (const Vertex u : network.in(t)) {
                    const int before = s == u ? 0 : d[s][u];
                    if (before == length - 1)
                        sigma[s][t] += sigma[s][u] * (u == s ? 1 : paths.copies[u]);
                }
            }
        }
    }
    std::vector<double> scores = paths.settled;
    for (Vertex v = 0; v < n; ++v) {
        double score = 0;
        for (Vertex s = 0; s < n; ++s) {
            for (Vertex t = 0; t < n; ++t) {
                if (s == t || v == s || v == t || d[s][t] >= oracle::far) continue;
                if (d[s][v] + d[v][t] != d[s][t]) continue;
                score += paths.ends[s] * paths.ends[t] * sigma[s][v] * sigma[v][t] / sigma[s][t];
            }
        }
        for (const Vertex x : paths.members_of(v)) scores[x] += score;
    }
    return scores;
}

/// The betweenness of a network over ordered pairs, from its definition.
inline std::vector<double> defined_scores(const Network& network) {
    std::vector<double> scores = oracle::betweenness(network);
    for (double& score : scores) score *= network.directed() ? 1 : 2;
    return scores;
}

}  // namespace actormap::test
