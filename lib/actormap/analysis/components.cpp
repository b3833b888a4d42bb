#include <actormap/analysis/components.hpp>

#include <limits>

// From each vertex that is not reached yet, ascending, a search along the arcs and against them.

namespace actormap {

Components components(const Network& network, const ComponentsOptions&, const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    Components result;
    result.of.assign(network.size(), none);
    std::vector<Vertex> pending;
    for (Vertex root = 0; root < network.size(); ++root) {
        if (result.of[root] != none) continue;
        const auto component = static_cast<std::uint32_t>(result.count++);
        const auto reach = [&](Vertex v) {
            if (result.of[v] != none) return;
            result.of[v] = component;
            pending.push_back(v);
        };
        reach(root);
        while (!pending.empty()) {
            const Vertex v = pending.back();
            pending.pop_back();
            for (const Vertex w : network.out(v)) reach(w);
            for (const Vertex w : network.in(v)) reach(w);
        }
    }
    return result;
}

}  // namespace actormap
