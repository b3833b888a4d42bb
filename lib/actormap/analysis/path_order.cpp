#include <actormap/analysis/components.hpp>
#include <actormap/analysis/path_order.hpp>

#include <algorithm>
#include <numeric>

namespace actormap {
namespace {

std::vector<Vertex> by_component_and_degree(const Network& network, const Components& parts) {
    std::vector<Vertex> order(network.size());
    std::iota(order.begin(), order.end(), Vertex{0});
    std::stable_sort(order.begin(), order.end(), [&](Vertex v, Vertex w) {
        if (parts.of[v] != parts.of[w]) return parts.of[v] < parts.of[w];
        return network.degree(v) > network.degree(w);
    });
    return order;
}

/// The network of the vertices in that order.
PathNetwork renamed(const PathNetwork& paths, const std::vector<Vertex>& order) {
    PathNetwork result;
    result.settled = paths.settled;
    result.first_member.assign(1, 0);
    std::vector<Vertex> name(order.size());
    for (const Vertex v : order) {
        name[v] = static_cast<Vertex>(result.ends.size());
        result.ends.push_back(paths.ends[v]);
        result.copies.push_back(paths.copies[v]);
        const auto members = paths.members_of(v);
        result.members.insert(result.members.end(), members.begin(), members.end());
        result.first_member.push_back(result.members.size());
    }
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(paths.network.edges());
    for (Vertex v = 0; v < order.size(); ++v) {
        for (const Vertex w : paths.network.out(v)) {
            if (paths.network.directed() || v < w) edges.emplace_back(name[v], name[w]);
        }
    }
    result.network = Network(paths.network.direction(), order.size(), edges);
    return result;
}

void bring_near_ones_together(const Network& network, std::vector<Vertex>& sources) {
    std::stable_sort(sources.begin(), sources.end(), [&](Vertex v, Vertex w) {
        const auto a = network.out(v);
        const auto b = network.out(w);
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    });
}

}  // namespace

std::vector<Vertex> sources_of(const Network& network) {
    std::vector<Vertex> sources;
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        if (std::any_of(row.begin(), row.end(), [&](Vertex w) { return !network.out(w).empty(); }))
            sources.push_back(v);
    }
    return sources;
}

PathOrder order_paths(const PathNetwork& paths) {
    const Components parts = components(paths.network);
    const std::vector<Vertex> order = by_component_and_degree(paths.network, parts);
    PathOrder result;
    result.paths = renamed(paths, order);
    result.sources = sources_of(result.paths.network);
    bring_near_ones_together(result.paths.network, result.sources);
    for (std::size_t v = 0; v < order.size();) {
        std::size_t last = v;
        while (last < order.size() && parts.of[order[last]] == parts.of[order[v]]) ++last;
        result.part_first.insert(result.part_first.end(), last - v, static_cast<Vertex>(v));
        result.part_last.insert(result.part_last.end(), last - v, static_cast<Vertex>(last));
        v = last;
    }
    return result;
}

}  // namespace actormap
