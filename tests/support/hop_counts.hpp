#pragma once

#include "support/random_graph.hpp"

#include <actormap/base/cpu.hpp>
#include <actormap/network/network.hpp>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace actormap::test {

/// [v][d]: how many vertices are at the distance d to v, by one search after the other.
inline std::vector<std::vector<std::size_t>> hop_counts(const Network& graph) {
    std::vector<std::vector<std::size_t>> counts;
    for (Vertex v = 0; v < graph.size(); ++v) {
        auto& of = counts.emplace_back();
        std::vector<bool> seen(graph.size(), false);
        seen[v] = true;
        std::vector<Vertex> level{v};
        while (!level.empty()) {
            of.push_back(level.size());
            std::vector<Vertex> next;
            for (const Vertex w : level) {
                for (const Vertex u : graph.in(w)) {
                    if (!seen[u]) next.push_back(u);
                    seen[u] = true;
                }
            }
            level = next;
        }
    }
    return counts;
}

/// At most `largest` vertices and from none to two arcs for each: leaves, trees, islands and a
/// core.
inline Network random_sparse(std::uint32_t seed, Direction direction, std::size_t largest) {
    std::mt19937 bits(seed);
    const std::size_t n = 1 + bits() % largest;
    const std::size_t arcs = bits() % (2 * n);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (std::size_t i = 0; i < arcs; ++i) {
        const auto from = static_cast<Vertex>(bits() % n);
        edges.emplace_back(from, static_cast<Vertex>(bits() % n));
    }
    return Network(direction, n, edges);
}

/// The one beside the other, whose vertices come after.
inline Network side_by_side(const Network& one, const Network& other) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < one.size(); ++v)
        for (const Vertex w : one.out(v)) edges.emplace_back(v, w);
    const auto after = static_cast<Vertex>(one.size());
    for (Vertex v = 0; v < other.size(); ++v)
        for (const Vertex w : other.out(v)) edges.emplace_back(after + v, after + w);
    return Network(one.direction(), one.size() + other.size(), edges);
}

/// The versions of a kernel that this processor can run.
inline std::vector<Cpu> processors() {
    std::vector<Cpu> all;
    for (const Cpu one : {Cpu::plain, Cpu::avx2, Cpu::avx512})
        if (one <= cpu()) all.push_back(one);
    return all;
}

}  // namespace actormap::test
