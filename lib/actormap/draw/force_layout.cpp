#include <actormap/analysis/components.hpp>
#include <actormap/base/part_of.hpp>
#include <actormap/draw/areas.hpp>
#include <actormap/draw/crossings.hpp>
#include <actormap/draw/force_layout.hpp>
#include <actormap/draw/separate.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/draw/spring_lengths.hpp>
#include <actormap/draw/springs.hpp>
#include <actormap/draw/untangle.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actormap {

namespace {

constexpr double aspect = page_width / page_height;
constexpr double most_drawn_out = 1.6;  // how much more one direction is stretched than the other

/// How far nodes stand apart.
struct Spacing {
    double room = 2.2;  ///< of a component, in areas of its nodes
    double margin = 6;  ///< between nodes, in points
};
constexpr Spacing close = {};
constexpr Spacing for_labels = {2.8, 10};  // where numbers stand on the edges

constexpr std::size_t most_compared = 4000;   // edges; the work grows with their square
constexpr std::size_t most_untangled = 1000;  // edges
constexpr std::size_t untangle_rounds = 3;
constexpr std::size_t most_rounds = 1000;
constexpr double gap = 20;  // between components, in points

// How far the work is, in parts of a whole: springs and the ways to arrange them, for each kind of
// lengths; then room for all, then fewer crossings.
constexpr std::size_t spring_part = 200, arranged_part = 50;
constexpr std::size_t settled_part = 750, untangled_part = 950, whole = 1000;

GvBox around(const std::vector<GvPoint>& points, const std::vector<GvNodePlace>& sizes,
             const std::vector<std::size_t>& members) {
    GvBox box{{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (const std::size_t i : members) {
        box.low.x = std::min(box.low.x, points[i].x - sizes[i].width / 2);
        box.low.y = std::min(box.low.y, points[i].y - sizes[i].height / 2);
        box.high.x = std::max(box.high.x, points[i].x + sizes[i].width / 2);
        box.high.y = std::max(box.high.y, points[i].y + sizes[i].height / 2);
    }
    return box;
}

/// Draws a component out to the shape of a page, so large that its nodes fill a part of it, and
/// evenly.
void draw_out(std::vector<GvPoint>& points, const std::vector<GvNodePlace>& sizes,
              const std::vector<std::size_t>& members, const Spacing& spacing, double evenness) {
    if (members.size() < 2) return;
    double area = 0, breadth = 0;
    for (const std::size_t i : members) {
        area += (sizes[i].width + spacing.margin) * (sizes[i].height + spacing.margin);
        breadth += sizes[i].width + spacing.margin;
    }
    const auto n = static_cast<double>(members.size());
    even_out(points, members, evenness);
    const std::vector<GvNodePlace> nothing(points.size());
    const GvBox box = around(points, nothing, members);
    const double wide = box.high.x - box.low.x, high = std::max(box.high.y - box.low.y, wide / 8);
    const double out =
        std::clamp(std::sqrt(aspect * high / wide), 1 / most_drawn_out, most_drawn_out);
    // A few nodes need their edges to be seen, not their area.
    const double scale = std::max(std::sqrt(spacing.room * area / (wide * high)),
                                  members.size() <= 12 ? 1.3 * breadth / n / wide : 0);
    for (const std::size_t i : members) {
        points[i].x *= scale * out;
        points[i].y *= scale / out;
    }
}

/// Sets components side by side, the largest first, in rows of about the shape of a page. Those in
/// `fixed` stay; the others come below them.
void pack(std::vector<GvPoint>& points, const std::vector<GvNodePlace>& sizes,
          const std::vector<std::vector<std::size_t>>& components,
          const std::vector<std::uint8_t>& fixed) {
    std::vector<GvBox> boxes;
    double area = 0, widest = 0, floor = 0, left = INFINITY, right = -INFINITY;
    for (std::size_t c = 0; c < components.size(); ++c) {
        const GvBox& box = boxes.emplace_back(around(points, sizes, components[c]));
        const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
        area += (width + gap) * (height + gap);
        widest = std::max(widest, width);
        if (fixed[c] == 0) continue;
        floor = left == INFINITY ? box.low.y : std::min(floor, box.low.y);
        left = std::min(left, box.low.x), right = std::max(right, box.high.x);
    }
    if (left == INFINITY) left = 0, right = std::max(widest, std::sqrt(area * aspect));
    std::vector<std::size_t> order(components.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto height = [&](std::size_t c) { return boxes[c].high.y - boxes[c].low.y; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return height(a) > height(b); });
    double x = left, top = floor - gap, row = 0;
    for (const std::size_t c : order) {
        if (fixed[c] != 0) continue;
        const double width = boxes[c].high.x - boxes[c].low.x;
        if (x > left && x + width > right) x = left, top -= row + gap, row = 0;
        const GvPoint move{x - boxes[c].low.x, top - boxes[c].high.y};
        for (const std::size_t i : components[c]) {
            points[i].x += move.x;
            points[i].y += move.y;
        }
        x += width + gap;
        row = std::max(row, height(c));
    }
}

GvGraph at(const GvGraph& graph, const std::vector<GvPoint>& points) {
    GvGraph placed = graph;
    for (std::size_t i = 0; i < points.size(); ++i) {
        placed.nodes[i].attributes.emplace_back("pos", gv_point(points[i]));
    }
    return placed;
}

/// The nodes alone, with or without making room for each other.
std::vector<GvNodePlace> settle(const GvGraph& graph, const std::vector<GvPoint>& points,
                                Engine engine, const RenderLimits& limits, const Run& run) {
    GvGraph nodes = at(graph, points);
    nodes.edges.clear();
    nodes.graph.emplace_back("overlap_shrink", "false");  // what stands apart stays
    return layout(nodes, engine, limits, run).nodes;
}

/// The parts of a scene that no edge joins; `fixed` are those with an earlier place.
struct Parts {
    std::vector<std::vector<std::size_t>> members;
    std::vector<std::uint8_t> fixed;
};

Parts parts_of(const Network& network, const std::vector<std::optional<GvPoint>>& earlier) {
    const Components found = components(network);
    Parts parts{std::vector<std::vector<std::size_t>>(found.count),
                std::vector<std::uint8_t>(found.count, 0)};
    for (std::size_t i = 0; i < found.of.size(); ++i) {
        parts.members[found.of[i]].push_back(i);
        if (!earlier.empty() && earlier[i]) parts.fixed[found.of[i]] = 1;
    }
    return parts;
}

/// The points drawn out and moved apart, the parts packed.
std::vector<GvPoint> arranged(std::vector<GvPoint> points, const std::vector<GvNodePlace>& sizes,
                              const Parts& parts, const std::vector<Area>& areas,
                              const Spacing& spacing, double evenness) {
    for (std::size_t c = 0; c < parts.members.size(); ++c) {
        if (parts.fixed[c] == 0) draw_out(points, sizes, parts.members[c], spacing, evenness);
    }
    pack(points, sizes, parts.members, parts.fixed);
    const bool kept = std::find(parts.fixed.begin(), parts.fixed.end(), 1) != parts.fixed.end();
    if (kept) {
        place_labels(points, sizes, areas, spacing.margin);
    } else if (!areas.empty()) {  // what is not clean then has no area
        (void)set_apart(points, sizes, areas, spacing.margin, most_rounds);
    }
    (void)separate(points, sizes, spacing.margin,
                   most_rounds);  // what it leaves, Graphviz moves apart
    return points;
}

void tell(const Run& run, std::size_t done) {
    if (run.progress) run.progress(done, whole);
}

/// Of several lengths of edges and degrees of evenness, those with the fewest crossings. What had a
/// place stays there, so that there is nothing to choose.
std::vector<GvPoint> best_arranged(const Scene& scene, const Content& content,
                                   const Network& network, const Parts& parts,
                                   const std::vector<GvNodePlace>& sizes,
                                   const std::vector<std::optional<GvPoint>>& earlier,
                                   const Spacing& spacing, const Run& run) {
    std::vector<GvPoint> best;
    std::size_t fewest = 0;
    const bool compared = earlier.empty() && scene.edges.size() <= most_compared;
    std::size_t done = 0;
    for (const Lengths lengths : {Lengths::longer_at_hubs, Lengths::alike}) {
        const std::vector<GvPoint> points =
            spring_layout(network, lengths_of(scene, content, network, lengths), earlier,
                          part_of(run, done, done + spring_part, whole));
        done += spring_part;
        for (const double evenness : {0.5, 0.25, 0.0}) {
            if (run.stop.stop_requested()) throw Cancelled();
            std::vector<GvPoint> tried =
                arranged(points, sizes, parts, content.areas, spacing, evenness);
            done += arranged_part;
            tell(run, done);
            if (!compared) return tried;
            const std::size_t found = crossings(scene, tried);
            if (!best.empty() && found >= fewest) continue;
            best = std::move(tried);
            fewest = found;
        }
    }
    return best;
}

}  // namespace

GvLayout force_layout(const Scene& scene, const Content& content,
                      std::vector<std::optional<GvPoint>> earlier, const RenderLimits& limits,
                      const Run& run) {
    const std::size_t count = content.graph.nodes.size();
    if (!earlier.empty()) earlier.resize(count);
    const Network network(Direction::undirected, count, ends_of(scene, content));
    const Parts parts = parts_of(network, earlier);
    const std::vector<GvNodePlace> sizes =
        settle(content.graph, std::vector<GvPoint>(count), Engine::placed, limits, run);
    Spacing spacing = content.edge_labels ? for_labels : close;
    if (!earlier.empty()) spacing.margin /= 2;  // untangling came as near as that
    std::vector<GvPoint> points =
        best_arranged(scene, content, network, parts, sizes, earlier, spacing, run);
    const std::vector<GvNodePlace> apart =
        settle(content.graph, points, Engine::nudged, limits, run);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = apart[i].centre;
    tell(run, settled_part);
    if (scene.edges.size() <= most_untangled && earlier.empty()) {
        const auto allowed = [&](std::size_t node, GvPoint place) {
            return stays_clean(points, apart, content.areas, node, place);
        };
        untangle(
            scene, points, apart, spacing.margin / 2, untangle_rounds,
            content.areas.empty() ? nullptr : std::function<bool(std::size_t, GvPoint)>(allowed));
    }
    pack(points, sizes, parts.members, parts.fixed);
    tell(run, untangled_part);

    GvGraph routed = at(content.graph, points);
    for (GvEdge& edge : routed.edges) {  // their labels come later, where there is room
        std::erase_if(edge.attributes, [](const auto& a) { return a.first == "label"; });
    }
    for (auto& [name, value] : routed.graph) {
        if (name == "overlap") value = "true";  // none is left
    }
    GvLayout laid = layout(routed, Engine::nudged, limits, run);
    tell(run, whole);
    return laid;
}

}  // namespace actormap
