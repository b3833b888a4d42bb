#pragma once

#include <actormap/network/network.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace actormap::test {

/// 0 to `largest` vertices, from no edges to most of them; the same graph for the same seed
/// anywhere (raw engine bits only: the standard distributions differ between libraries).
inline Network random_graph(std::uint32_t seed, Direction direction, std::size_t largest = 12) {
    std::mt19937 bits(seed);
    const std::size_t n = bits() % (largest + 1);
    const auto density = bits() % 100;
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex a = 0; a < n; ++a) {
        for (Vertex b = 0; b < n; ++b) {
            if (bits() % 100 < density) edges.emplace_back(a, b);
        }
    }
    return Network(direction, n, edges);
}

/// Reads like DOT, so that a failing graph can be pasted into a test or drawn.
inline std::string describe(const Network& graph) {
    std::string text = graph.directed() ? "digraph {" : "graph {";
    for (Vertex v = 0; v < graph.size(); ++v) {
        text += ' ' + std::to_string(v) + ';';
        for (const Vertex w : graph.out(v)) {
            if (graph.directed() || v < w) {
                text += ' ' + std::to_string(v) + (graph.directed() ? "->" : "--") +
                        std::to_string(w) + ';';
            }
        }
    }
    return text + " }";
}

/// 0, 1, ... n - 1 in an order that depends on the seed.
inline std::vector<Vertex> random_order(std::size_t n, std::uint32_t seed) {
    std::vector<Vertex> order(n);
    std::iota(order.begin(), order.end(), Vertex{0});
    std::mt19937 bits(seed);
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[bits() % i]);
    return order;
}

/// The arcs of the network with vertex v renamed to name[v], among `vertices` vertices.
inline Network renamed(const Network& graph, std::span<const Vertex> name, std::size_t vertices) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) edges.emplace_back(name[v], name[w]);
    }
    return Network(graph.direction(), vertices, edges);
}

/// The same network and one more vertex, without edges.
inline Network with_isolated(const Network& graph) {
    std::vector<Vertex> name(graph.size());
    std::iota(name.begin(), name.end(), Vertex{0});
    return renamed(graph, name, graph.size() + 1);
}

inline Network path(std::size_t n, Direction direction = Direction::undirected) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 1; v < n; ++v) edges.emplace_back(v - 1, v);
    return Network(direction, n, edges);
}

inline Network cycle(std::size_t n, Direction direction = Direction::undirected) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < n; ++v) edges.emplace_back(v, static_cast<Vertex>((v + 1) % n));
    return Network(direction, n, edges);
}

/// Vertex 0 and n - 1 leaves; arcs go to the leaves.
inline Network star(std::size_t n, Direction direction = Direction::undirected) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 1; v < n; ++v) edges.emplace_back(Vertex{0}, v);
    return Network(direction, n, edges);
}

/// Cliques of k vertices each, without edges between them; arcs go both ways.
inline Network cliques(std::size_t count, std::size_t k,
                       Direction direction = Direction::undirected) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex a = 0; a < count * k; ++a) {
        for (Vertex b = 0; b < count * k; ++b) {
            if (a != b && a / k == b / k) edges.emplace_back(a, b);
        }
    }
    return Network(direction, count * k, edges);
}

inline Network complete(std::size_t n, Direction direction = Direction::undirected) {
    return cliques(1, n, direction);
}

/// n vertices, and about `arcs` arcs between random pairs of them.
inline Network sparse(std::size_t n, std::size_t arcs, Direction direction) {
    std::mt19937 bits(1);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (std::size_t i = 0; i < arcs; ++i) {
        const auto from = static_cast<Vertex>(bits() % n);
        edges.emplace_back(from, static_cast<Vertex>(bits() % n));
    }
    return Network(direction, n, edges);
}

}  // namespace actormap::test
