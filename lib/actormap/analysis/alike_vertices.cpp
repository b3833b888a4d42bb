#include <actormap/analysis/alike_vertices.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>

// Alike vertices have the same first neighbour: vertices are set down by it, and each of these
// small groups is sorted by its rows. Hashes only spare most comparisons of rows; where they agree
// by chance or by design, the rows decide.

namespace actormap {
namespace {

struct Candidate {
    std::uint64_t hash;  // of its row
    Vertex vertex;
};

std::uint64_t hash_of(std::span<const Vertex> row) {
    std::uint64_t hash = row.size();
    for (const Vertex w : row) {
        hash = (hash ^ w) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 32U;
    }
    return hash;
}

/// The vertices that have neighbours, by the first of these, then by number.
std::vector<Candidate> by_first_neighbour(const Network& network) {
    std::vector<std::size_t> next(network.size() + 1, 0);
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        if (!row.empty()) ++next[row.front() + std::size_t{1}];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Candidate> candidates(next.back());
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        if (!row.empty()) candidates[next[row.front()]++] = {hash_of(row), v};
    }
    return candidates;
}

bool same_rows(const Network& network, const Candidate& a, const Candidate& b) {
    const auto row_a = network.out(a.vertex);
    const auto row_b = network.out(b.vertex);
    return a.hash == b.hash && std::equal(row_a.begin(), row_a.end(), row_b.begin(), row_b.end());
}

/// The smallest vertex that each is alike to; itself if it is the smallest.
std::vector<Vertex> smallest_alike(const Network& network) {
    std::vector<Vertex> smallest(network.size());
    std::iota(smallest.begin(), smallest.end(), Vertex{0});
    std::optional<Vertex> isolated;  // the first vertex without neighbours
    for (Vertex v = 0; v < network.size(); ++v) {
        if (!network.out(v).empty()) continue;
        if (!isolated) isolated = v;
        smallest[v] = *isolated;
    }

    std::vector<Candidate> candidates = by_first_neighbour(network);
    const auto by_row = [&](const Candidate& a, const Candidate& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        const auto row_a = network.out(a.vertex);
        const auto row_b = network.out(b.vertex);
        const auto [at_a, at_b] =
            std::mismatch(row_a.begin(), row_a.end(), row_b.begin(), row_b.end());
        if (at_a == row_a.end() && at_b == row_b.end()) return a.vertex < b.vertex;
        if (at_a == row_a.end() || at_b == row_b.end()) return at_a == row_a.end();
        return *at_a < *at_b;
    };
    for (auto group = candidates.begin(); group != candidates.end();) {
        const Vertex shared = network.out(group->vertex).front();
        const auto end = std::find_if(group, candidates.end(), [&](const Candidate& c) {
            return network.out(c.vertex).front() != shared;
        });
        std::sort(group, end, by_row);
        for (auto c = group; ++c < end;) {
            if (same_rows(network, *(c - 1), *c)) smallest[c->vertex] = smallest[(c - 1)->vertex];
        }
        group = end;
    }
    return smallest;
}

}  // namespace

AlikeVertices alike_vertices(const Network& network) {
    AlikeVertices alike{.of = smallest_alike(network), .smallest = {}, .members = {}};
    for (Vertex v = 0; v < network.size(); ++v) {
        if (alike.of[v] == v) {
            alike.of[v] = static_cast<Vertex>(alike.smallest.size());
            alike.smallest.push_back(v);
            alike.members.push_back(1);
        } else {
            alike.of[v] = alike.of[alike.of[v]];
            ++alike.members[alike.of[v]];
        }
    }
    return alike;
}

}  // namespace actormap
