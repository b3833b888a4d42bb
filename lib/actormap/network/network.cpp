#include <actormap/base/error.hpp>
#include <actormap/network/network.hpp>

#include <algorithm>
#include <limits>
#include <string>

// Rows are filled by counting. Transposing rows leaves every row ascending, because it visits
// the targets' new rows in the order of their sources; so nothing is sorted.

namespace actormap {
namespace {

/// first[v + 1] counts the targets of v: turns the counts into offsets.
void accumulate(std::vector<std::size_t>& first) {
    for (std::size_t v = 1; v < first.size(); ++v) first[v] += first[v - 1];
}

void check(std::size_t vertices, std::span<const std::pair<Vertex, Vertex>> edges) {
    constexpr std::size_t limit = std::numeric_limits<Vertex>::max();
    if (vertices > limit) {
        throw Error("network-size",
                    std::to_string(vertices) + " vertices are more than " + std::to_string(limit));
    }
    for (const auto& [from, to] : edges) {
        if (from >= vertices || to >= vertices) {
            throw Error("network-vertex", "edge " + std::to_string(from) + " " +
                                              std::to_string(to) + " is out of range; there are " +
                                              std::to_string(vertices) + " vertices");
        }
    }
}

}  // namespace

Network::Rows Network::Rows::transposed() const {
    Rows result;
    const std::size_t n = first.size() - 1;
    result.first.assign(n + 1, 0);
    for (const Vertex to : target) ++result.first[to + std::size_t{1}];
    accumulate(result.first);
    result.target.resize(target.size());
    std::vector<std::size_t> next(result.first.begin(), result.first.end() - 1);
    for (std::size_t v = 0; v < n; ++v) {
        for (const Vertex to : row(static_cast<Vertex>(v)))
            result.target[next[to]++] = static_cast<Vertex>(v);
    }
    return result;
}

/// Needs ascending rows. Removes equal neighbours, and says how many.
std::size_t Network::Rows::unite() {
    std::size_t kept = 0;
    std::size_t begin = 0;
    for (std::size_t v = 0; v + 1 < first.size(); ++v) {
        const std::size_t end = first[v + 1];
        for (std::size_t i = begin; i < end; ++i) {
            if (i == begin || target[i] != target[i - 1]) target[kept++] = target[i];
        }
        first[v + 1] = kept;
        begin = end;
    }
    const std::size_t removed = target.size() - kept;
    target.resize(kept);
    target.shrink_to_fit();
    return removed;
}

NetworkBuild build_network(Direction direction, std::size_t vertices,
                           std::span<const std::pair<Vertex, Vertex>> edges) {
    check(vertices, edges);
    const bool both = direction == Direction::undirected;

    NetworkBuild build;
    Network::Rows into;  // by head, in the order of the edges
    into.first.assign(vertices + 1, 0);
    for (const auto& [from, to] : edges) {
        if (from == to) {
            ++build.loops;
            continue;
        }
        ++into.first[to + std::size_t{1}];
        if (both) ++into.first[from + std::size_t{1}];
    }
    accumulate(into.first);
    into.target.resize(into.first.back());
    std::vector<std::size_t> next(into.first.begin(), into.first.end() - 1);
    for (const auto& [from, to] : edges) {
        if (from == to) continue;
        into.target[next[to]++] = from;
        if (both) into.target[next[from]++] = to;
    }

    Network& network = build.network;
    network.direction_ = direction;
    network.out_ = into.transposed();
    const std::size_t united = network.out_.unite();
    build.parallel = both ? united / 2 : united;
    if (!both) network.in_ = network.out_.transposed();
    return build;
}

Network::Network(Direction direction, std::size_t vertices,
                 std::span<const std::pair<Vertex, Vertex>> edges)
    : Network(build_network(direction, vertices, edges).network) {}

std::optional<std::size_t> Network::arc_index(Vertex from, Vertex to) const {
    if (from >= size()) return std::nullopt;
    const auto row = out(from);
    const auto found = std::lower_bound(row.begin(), row.end(), to);
    if (found == row.end() || *found != to) return std::nullopt;
    return first_arc(from) + static_cast<std::size_t>(found - row.begin());
}

}  // namespace actormap
