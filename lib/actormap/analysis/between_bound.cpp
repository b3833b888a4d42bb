#include <actormap/analysis/between_bound.hpp>
#include <actormap/analysis/strong_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace actormap {
namespace {

/// The distances of all that a vertex leads to within its strong component.
struct Reach {
    double sum = 0;
    double farthest = 0;
    double size = 0;  // itself among them
};

/// Breadth-first searches that stay within a strong component.
class Within {
  public:
    Within(const Network& network, const Components& parts)
        : network_(network), parts_(parts), depth_(network.size(), unseen) {}

    /// Along the arcs, or against them.
    Reach from(Vertex start, bool along) {
        Reach reach;
        visits_.assign(1, start);
        depth_[start] = 0;
        for (std::size_t next = 0; next < visits_.size(); ++next) {
            const Vertex v = visits_[next];
            reach.farthest = depth_[v];
            reach.sum += depth_[v];
            for (const Vertex w : along ? network_.out(v) : network_.in(v)) {
                if (depth_[w] != unseen || parts_.of[w] != parts_.of[v]) continue;
                depth_[w] = depth_[v] + 1;
                visits_.push_back(w);
            }
        }
        reach.size = static_cast<double>(visits_.size());
        for (const Vertex v : visits_) depth_[v] = unseen;
        return reach;
    }

  private:
    static constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

    const Network& network_;
    const Components& parts_;
    std::vector<std::uint32_t> depth_;
    std::vector<Vertex> visits_;
};

/// The vertex of each component that has most edges; of several the smallest.
std::vector<Vertex> hubs(const Network& network, const Components& parts) {
    constexpr Vertex none = std::numeric_limits<Vertex>::max();
    std::vector<Vertex> hub(parts.count, none);
    for (Vertex v = 0; v < network.size(); ++v) {
        Vertex& best = hub[parts.of[v]];
        if (best == none || network.degree(v) > network.degree(best)) best = v;
    }
    return hub;
}

double between_undirected(const Network& network, const Components& parts) {
    Within within(network, parts);
    double between = 0;
    for (const Vertex hub : hubs(network, parts)) {
        const Reach reach = within.from(hub, true);
        between += (reach.size - 1) * (2 * reach.sum - reach.size);
    }
    const auto n = static_cast<double>(network.size());
    return between / n / (n - 1);
}

/// The vertices of each component.
std::vector<std::vector<Vertex>> members(const Components& parts) {
    std::vector<std::vector<Vertex>> all(parts.count);
    for (Vertex v = 0; v < parts.of.size(); ++v) all[parts.of[v]].push_back(v);
    return all;
}

/// The most arcs that a shortest path can have. Strong components come in an order in which arcs
/// lead on (Kahn 1962), so that all ways into one are known when its turn comes.
double longest(const Network& network, const Components& parts) {
    std::vector<std::size_t> awaited(parts.count, 0);  // arcs into it from those still to come
    const auto for_arcs_out = [&](std::span<const Vertex> of, const auto& body) {
        for (const Vertex v : of) {
            for (const Vertex w : network.out(v)) {
                if (parts.of[w] != parts.of[v]) body(parts.of[w]);
            }
        }
    };
    const auto vertices = members(parts);
    for (const auto& some : vertices) for_arcs_out(some, [&](auto part) { ++awaited[part]; });

    std::vector<std::uint32_t> order;
    for (std::uint32_t part = 0; part < parts.count; ++part) {
        if (awaited[part] == 0) order.push_back(part);
    }
    Within within(network, parts);
    const std::vector<Vertex> hub = hubs(network, parts);
    std::vector<double> before(parts.count, 0);  // arcs of the longest way to it
    double most = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t part = order[i];
        const double to_hub = within.from(hub[part], false).farthest;
        const double from_hub = within.from(hub[part], true).farthest;
        const double arcs = before[part] + to_hub + from_hub;
        most = std::max(most, arcs);
        for_arcs_out(vertices[part], [&](std::uint32_t next) {
            before[next] = std::max(before[next], arcs + 1);
            if (--awaited[next] == 0) order.push_back(next);
        });
    }
    return most;
}

}  // namespace

double between_bound(const Network& network, const Run& run) {
    if (network.size() < 3) return 0;
    const Components parts = strong_components(network, {}, {.stop = run.stop});
    if (!network.directed()) return between_undirected(network, parts);
    return std::max(longest(network, parts) - 1, 0.0);
}

}  // namespace actormap
