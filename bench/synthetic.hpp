#pragma once

#include <actormap/analysis/random_bits.hpp>
#include <actormap/network/network.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

// Synthetic networks for the benchmarks. Whole numbers decide everything, or doubles that are
// multiplied and never added, so a seed gives the same edges on every machine.

namespace actormap::bench {

using Edges = std::vector<std::pair<Vertex, Vertex>>;

/// Without loops and repetitions, ascending; undirected, the smaller end is first.
inline void tidy(Edges& edges, Direction direction) {
    std::erase_if(edges, [](const auto& edge) { return edge.first == edge.second; });
    if (direction == Direction::undirected)
        for (auto& [a, b] : edges)
            if (a > b) std::swap(a, b);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
}

/// Gives the vertices other numbers, at random, so that these tell nothing of what a vertex is.
inline void renumber(Edges& edges, std::size_t vertices, RandomBits& random) {
    std::vector<Vertex> number(vertices);
    std::iota(number.begin(), number.end(), Vertex{0});
    random.shuffle(std::span(number));
    for (auto& [a, b] : edges) {
        a = number[a];
        b = number[b];
    }
}

/// A network as maps of threat actors are, undirected: of the vertices
///
///     a fifth are a core, whose edges lead from any of it to a hub;
///     two fifths are leaves, with one edge to a hub;
///     two fifths are alike: groups of 2 to 16 with the same 2 to 5 hubs as neighbours.
///
/// A hub is drawn from the core with a chance that falls like 1 / sqrt(its rank). Exactly `count`
/// edges. Throws std::invalid_argument if these are too few or too many for that.
inline Edges actor_edges(std::size_t vertices, std::size_t count, std::uint64_t seed = 1) {
    const std::size_t core = vertices / 5;
    const std::size_t leaves = 2 * vertices / 5;
    RandomBits random(seed);
    const auto hub = [&] {
        const double share = random.unit();
        return static_cast<Vertex>(static_cast<double>(core) * (share * share));
    };
    const auto any = [&] { return random.below(static_cast<std::uint32_t>(core)); };

    if (core < 10) throw std::invalid_argument("an actor network has at least 50 vertices");
    Edges edges;
    for (std::size_t i = 0; i < leaves; ++i)
        edges.emplace_back(hub(), static_cast<Vertex>(core + i));
    for (std::size_t next = core + leaves; next < vertices;) {
        const std::size_t last = std::min<std::size_t>(vertices, next + 2 + random.below(15));
        std::vector<Vertex> common(2 + random.below(4));
        for (Vertex& v : common) v = hub();
        for (; next < last; ++next)
            for (const Vertex v : common) edges.emplace_back(v, static_cast<Vertex>(next));
    }
    tidy(edges, Direction::undirected);
    if (count < edges.size() + core || count > edges.size() + core * core / 4)
        throw std::invalid_argument("too few or too many edges for so many vertices");
    while (edges.size() < count) {
        for (std::size_t missing = count - edges.size(); missing > 0; --missing) {
            const Vertex from = any();  // first: arguments have no order
            edges.emplace_back(from, hub());
        }
        tidy(edges, Direction::undirected);
    }
    renumber(edges, vertices, random);
    tidy(edges, Direction::undirected);
    return edges;
}

/// R-MAT: 16 arcs a vertex are drawn among 2^scale vertices, each by halving the matrix `scale`
/// times with the chances 0.57, 0.19, 0.19 and 0.05 of its quarters. Cyclic, few leaves. Fewer
/// remain, since loops are dropped and repeated arcs united.
/// Reference   D. Chakrabarti, Y. Zhan and C. Faloutsos, R-MAT: a recursive model for graph mining,
///             SDM (2004) 442-446, https://doi.org/10.1137/1.9781611972740.43
inline Edges rmat_edges(unsigned scale, Direction direction, std::uint64_t seed = 1) {
    if (scale < 1 || scale > 27) throw std::invalid_argument("the scale is not 1 to 27");
    const std::size_t vertices = std::size_t{1} << scale;
    RandomBits random(seed);
    Edges edges(16 * vertices);
    for (auto& [from, to] : edges) {
        for (unsigned level = 0; level < scale; ++level) {
            const std::uint32_t percent = random.below(100);
            const bool below = percent >= 57 + 19;  // the lower half: the two last quarters
            const bool right = percent >= 57 && (percent < 57 + 19 || percent >= 57 + 19 + 19);
            from = 2 * from + (below ? 1U : 0U);
            to = 2 * to + (right ? 1U : 0U);
        }
    }
    renumber(edges, vertices, random);
    tidy(edges, direction);
    return edges;
}

}  // namespace actormap::bench
