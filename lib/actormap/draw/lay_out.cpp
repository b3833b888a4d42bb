#include <actormap/base/error.hpp>
#include <actormap/draw/areas.hpp>
#include <actormap/draw/crossings.hpp>
#include <actormap/draw/edge_labels.hpp>
#include <actormap/draw/force_layout.hpp>
#include <actormap/draw/lay_out.hpp>
#include <actormap/draw/sheet.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace actormap {

namespace {

constexpr std::size_t most_layered = 80;  ///< entities
constexpr std::size_t most_layered_edges = 200;
constexpr std::size_t few_crossings = 10;  ///< the eye follows each edge past so many
constexpr double good_width = 1150;  ///< points; type of 9 points then stays above 6 on a page
constexpr std::size_t most_named = 500;
constexpr std::size_t most_sprung = 1500;  // the work grows with their square
constexpr std::size_t most_without_overlaps = 5000;
constexpr std::size_t named_beyond = 60;

/// How many times a picture must be scaled down for a page of A4 in landscape. Height counts for
/// less: a picture may go on for two pages, or scroll, but one that is too wide is not read.
double scaling(const GvLayout& layout) {
    const double width = layout.box.high.x - layout.box.low.x;
    const double height = layout.box.high.y - layout.box.low.y;
    return std::max(width / page_width, height / (1.6 * page_height));
}

/// Columns of several lengths, and the one that suits a page best.
Laid best_columns(const Scene& scene, const Citations& citations, const DrawOptions& options,
                  const Run& run) {
    const bool boxes = options.cluster != Clustering::none;
    const std::size_t most = std::max<std::size_t>(rows_needed(scene), 1);
    std::set<std::size_t, std::greater<>> lengths;
    for (std::size_t columns = 1; columns <= 5; ++columns) {
        const std::size_t rows = (most + columns - 1) / columns;
        if (columns == 1 || rows >= 7) lengths.insert(rows);
    }
    std::optional<Laid> best;
    std::size_t best_rows = 0;
    for (const std::size_t rows : lengths) {
        Content content = layered_content(scene, citations, rows, 0, boxes);
        GvLayout place = layout(content.graph, content.engine, options.limits, run);
        if (!best || scaling(place) < scaling(best->layout)) {
            best = Laid{std::move(content), std::move(place)};
            best_rows = rows;
        }
    }
    // Width to spare goes to the gaps, where the edges fan out.
    const double spare = good_width - (best->layout.box.high.x - best->layout.box.low.x);
    if (spare > 40 && best->content.columns > 1) {
        const double gaps = 2 * static_cast<double>(best->content.columns - 1);
        best->content =
            layered_content(scene, citations, best_rows, std::min(spare / gaps, 40.0), boxes);
        best->layout = layout(best->content.graph, best->content.engine, options.limits, run);
    }
    for (std::size_t i = 0; i < best->content.areas.size(); ++i) {
        best->content.areas[i].outline = corners_of(best->layout.clusters[i].box);
    }
    return std::move(*best);
}

/// The centre of a radial picture, where the lens names none.
std::size_t most_linked(const Scene& scene) {
    const auto by_degree = [](const SceneNode& a, const SceneNode& b) {
        return a.degree < b.degree;
    };
    return static_cast<std::size_t>(
        std::max_element(scene.nodes.begin(), scene.nodes.end(), by_degree) - scene.nodes.begin());
}

/// What only somebody has who asked for everything: Graphviz's own springs, and beyond what prism
/// does within a minute, overlaps.
GvGraph for_sfdp(GvGraph graph, std::size_t nodes) {
    for (auto& [name, value] : graph.graph) {
        if (name == "overlap" && nodes > most_without_overlaps) value = "true";
        if (name == "overlap_scaling") value = "-4";
    }
    graph.graph.emplace_back("K", "0.5");
    graph.graph.emplace_back("repulsiveforce", "1.5");
    graph.graph.emplace_back("quadtree", "fast");
    return graph;
}

bool is_small(const Scene& scene) {
    return scene.nodes.size() <= most_layered && scene.edges.size() <= most_layered_edges;
}

bool has_areas(const DrawOptions& options) {
    return options.cluster == Clustering::country || options.cluster == Clustering::community;
}

using Earlier = std::vector<std::optional<GvPoint>>;

Laid by_springs(const Scene& scene, const Citations& citations, const Earlier& earlier,
                const DrawOptions& options, const Run& run) {
    const bool all = scene.nodes.size() <= most_named;
    Laid laid;
    laid.content = force_content(scene, all ? most_named : named_beyond,
                                 is_small(scene) ? &citations : nullptr, has_areas(options));
    if (scene.nodes.size() > most_sprung) {
        if (options.explain) {
            options.explain("layout: sfdp, since " + std::to_string(scene.nodes.size()) +
                            " nodes are too many for a spring between every two" +
                            (earlier.empty() ? "" : "; earlier places are not kept") +
                            (has_areas(options) ? "; there are no areas" : ""));
        }
        laid.layout = layout(for_sfdp(laid.content.graph, scene.nodes.size()), Engine::sfdp,
                             options.limits, run);
        return laid;
    }
    if (has_areas(options)) {
        laid.content.cluster = options.cluster;
        add_areas(laid.content, clusters_of(scene, options.cluster, run), scene.theme);
    }
    laid.layout = force_layout(scene, laid.content, earlier, options.limits, run);
    outline_areas(laid.content, laid.layout);
    if (laid.content.edge_labels) {
        laid.content.unlabelled = place_edge_labels(laid.content, laid.layout, options.limits, run);
    }
    return laid;
}

/// Columns, if their edges do not cross much more than by springs.
Laid columns_or_springs(const Scene& scene, const Citations& citations, const DrawOptions& options,
                        const Run& run) {
    const auto explain = [&](const std::string& text) {
        if (options.explain) options.explain(text);
    };
    Laid springs = by_springs(scene, citations, {}, options, run);
    std::optional<Laid> columns;
    try {
        columns = best_columns(scene, citations, options, run);
    } catch (const Error& error) {
        // dot is known to lose its way in rare graphs; a picture by springs is better than none.
        if (error.id() != "graphviz-failed") throw;
        explain("layout: force, since columns failed");
        return springs;
    }
    const std::size_t in_columns = crossings(scene, columns->layout);
    const std::size_t by_force = crossings(scene, springs.layout);
    const std::string counted = std::to_string(in_columns) + " crossings in columns, " +
                                std::to_string(by_force) + " by springs";
    if (in_columns > few_crossings && in_columns > 2 * by_force) {
        explain("layout: force: " + counted);
        return springs;
    }
    explain("layout: layered: " + counted);
    return std::move(*columns);
}

}  // namespace

Laid lay_out(const Scene& scene, const Citations& citations, const Earlier& earlier,
             std::optional<std::size_t> middle, const DrawOptions& options, const Run& run) {
    if (scene.nodes.empty()) return best_columns(scene, citations, options, run);
    if (!earlier.empty()) {
        if (options.explain) options.explain("layout: force, to keep the earlier places");
        return by_springs(scene, citations, earlier, options, run);
    }
    switch (options.layout) {
        case DrawLayout::layered:
            if (options.cluster == Clustering::community && options.explain) {
                options.explain("layout: layered, as asked; columns have no areas of communities");
            }
            return best_columns(scene, citations, options, run);
        case DrawLayout::radial: {
            Laid laid{radial_content(scene, citations, middle.value_or(most_linked(scene))), {}};
            laid.layout = layout(laid.content.graph, laid.content.engine, options.limits, run);
            return laid;
        }
        case DrawLayout::force:
            return by_springs(scene, citations, {}, options, run);
        case DrawLayout::automatic:
        case DrawLayout::world:  // drawn by world_draw.cpp
            break;
    }
    if (options.cluster == Clustering::community) {
        if (options.explain) options.explain("layout: force, since columns have no communities");
        return by_springs(scene, citations, {}, options, run);
    }
    if (is_small(scene)) return columns_or_springs(scene, citations, options, run);
    if (options.explain) {
        options.explain("layout: force: " + std::to_string(scene.nodes.size()) + " nodes and " +
                        std::to_string(scene.edges.size()) + " edges are too many for columns");
    }
    return by_springs(scene, citations, {}, options, run);
}

}  // namespace actormap
