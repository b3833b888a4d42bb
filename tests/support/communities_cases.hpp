#pragma once

#include <actormap/analysis/communities.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace actormap::test {

/// Both searches promise the same but for connectedness.
template <class... Arguments>
Communities search(bool leiden_search, const Arguments&... arguments) {
    return leiden_search ? leiden(arguments...) : louvain(arguments...);
}

template <class... Arguments>
std::string search_error(const Arguments&... arguments) {
    try {
        static_cast<void>(search(arguments...));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

/// The cliques and an edge from the last vertex of each to the first of the next.
inline Network ring_of_cliques(std::size_t count, std::size_t k, bool closed = true) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    const std::size_t n = count * k;
    for (Vertex a = 0; a < n; ++a) {
        for (Vertex b = 0; b < a; ++b) {
            if (a / k == b / k) edges.emplace_back(a, b);
        }
        if (a % k == k - 1 && (closed || a + 1 < n))
            edges.emplace_back(a, static_cast<Vertex>((a + 1) % n));
    }
    return Network(Direction::undirected, n, edges);
}

/// 0, 0, ... 1, 1, ...: k of each.
inline std::vector<std::uint32_t> blocks(std::size_t count, std::size_t k) {
    std::vector<std::uint32_t> of;
    for (std::uint32_t c = 0; c < count; ++c) of.insert(of.end(), k, c);
    return of;
}

}  // namespace actormap::test
