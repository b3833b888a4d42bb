#include <actormap/draw/crossings.hpp>
#include <actormap/draw/edge_labels.hpp>
#include <actormap/draw/placed.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actormap {

namespace {

constexpr auto along = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};  // of the line
constexpr auto aside = {0.0, 7.0, -7.0, 14.0, -14.0, 22.0, -22.0};             // of it, in points

bool meet(const GvNodePlace& a, const GvNodePlace& b) {
    return std::abs(a.centre.x - b.centre.x) < (a.width + b.width) / 2 + 1 &&
           std::abs(a.centre.y - b.centre.y) < (a.height + b.height) / 2 + 1;
}

/// The size of each edge's label, as Graphviz will draw it; none for an edge without.
std::vector<GvNodePlace> label_sizes(const Content& content, const RenderLimits& limits,
                                     const Run& run) {
    GvGraph graph;
    graph.node = content.graph.node;
    for (const GvEdge& edge : content.graph.edges) {
        GvNode node = edge_label_node(value_of(edge.attributes, "label"), palette_of(Theme::light));
        node.attributes.emplace_back("pos", "0,0");
        graph.nodes.push_back(std::move(node));
    }
    return layout(graph, Engine::placed, limits, run).nodes;
}

}  // namespace

std::size_t place_edge_labels(const Content& content, GvLayout& layout, const RenderLimits& limits,
                              const Run& run) {
    const std::vector<GvNodePlace> sizes = label_sizes(content, limits, run);
    std::vector<std::vector<GvPoint>> lines;
    for (const GvEdgePlace& edge : layout.edges) lines.push_back(curve_of(edge));
    const auto length = [&](std::size_t e) {
        return lines[e].empty() ? 0
                                : std::hypot(lines[e].back().x - lines[e].front().x,
                                             lines[e].back().y - lines[e].front().y);
    };
    // The shortest first: they have the least choice.
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) < length(b); });

    std::vector<GvNodePlace> taken = layout.nodes;
    std::size_t without = 0;
    for (const std::size_t e : order) {
        if (value_of(content.graph.edges[e].attributes, "label").empty()) continue;
        if (lines[e].size() < 2 || length(e) == 0) {
            ++without;
            continue;
        }
        const GvPoint a = lines[e].front(), b = lines[e].back();
        const GvPoint normal{-(b.y - a.y) / length(e), (b.x - a.x) / length(e)};
        for (const double off : aside) {
            for (const double t : along) {
                if (layout.edges[e].label) break;
                GvNodePlace box = sizes[e];
                box.centre = {a.x + t * (b.x - a.x) + off * normal.x,
                              a.y + t * (b.y - a.y) + off * normal.y};
                const bool free =
                    std::none_of(taken.begin(), taken.end(),
                                 [&](const GvNodePlace& other) { return meet(box, other); });
                if (!free) continue;
                layout.edges[e].label = box.centre;
                taken.push_back(box);
            }
        }
        if (!layout.edges[e].label) ++without;
    }
    return without;
}

}  // namespace actormap
