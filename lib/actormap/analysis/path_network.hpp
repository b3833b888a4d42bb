#pragma once

#include <actormap/network/network.hpp>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace actormap {

/// A network made smaller for counting the shortest paths of another, the whole. Each of its
/// vertices stands for one or more vertices of the whole, its members, that have the same score.
///
/// Let sigma(s, t) count the shortest paths of `network` from s to t where passing through a vertex
/// v between them counts copies[v] times, let sigma(s, t | v) count those through one copy of v,
/// and let ends[v] be how many ends of pairs v stands for. The betweenness of a vertex x of the
/// whole, over ordered pairs, is then
///
///     settled[x]  +  sum over v that have x as a member, and over s != t other than v, of
///                    ends[s] ends[t] sigma(s, t | v) / sigma(s, t)
///
/// A reduction takes such a network to a smaller one for which the same holds.
struct PathNetwork {
    Network network;
    std::vector<double> copies;  ///< at least 1; whole numbers
    std::vector<double> ends;    ///< at least 1; whole numbers
    std::vector<std::size_t>
        first_member;             ///< first_member[v] .. first_member[v + 1] index members
    std::vector<Vertex> members;  ///< vertices of the whole
    std::vector<double> settled;  ///< by the vertices of the whole

    [[nodiscard]] std::span<const Vertex> members_of(Vertex v) const {
        return std::span(members).subspan(first_member[v], first_member[v + 1] - first_member[v]);
    }
};

/// The whole itself: each vertex stands for itself.
/// Cost        O(n + m) time and memory
[[nodiscard]] PathNetwork whole_paths(const Network& network);

}  // namespace actormap
