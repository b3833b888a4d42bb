// Graphviz's dot ranks nodes by the edges alone, which would stretch one column of victims down
// the page. Here the columns are decided first, by kind and by how many fit; dot then only orders
// each column and draws the edges. An invisible chain of anchors holds the columns in order.

#include <actormap/draw/content.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace actormap {

namespace {

constexpr std::size_t levels = 4;
constexpr std::size_t wrap_width = 22;

/// Sponsors and their companies, actors, what actors use or run, and whom they hit.
std::size_t level_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::sponsor:
        case EntityKind::company:
            return 0;
        case EntityKind::actor:
            return 1;
        case EntityKind::campaign:
        case EntityKind::tooling:
        case EntityKind::technique:
        case EntityKind::infrastructure:
            return 2;
        case EntityKind::vulnerability:
        case EntityKind::organisation:
        case EntityKind::location:
        case EntityKind::other:
            break;
    }
    return 3;
}

/// Nodes that stay together: those of one country on one side, or a single one.
struct Bundle {
    std::vector<std::size_t> nodes;
    std::optional<std::size_t> place;

    [[nodiscard]] double rows() const {
        return static_cast<double>(nodes.size()) + (place ? 0.9 : 0.0);
    }
};

struct Columns {
    std::vector<std::size_t> of_node;
    std::size_t count = 0;
    std::vector<Bundle> boxes;  // those drawn as a cluster
};

/// One box for a country's sponsors, companies and actors, others for what is hit there.
using BundleKey = std::pair<bool, std::size_t>;

std::map<BundleKey, std::vector<std::size_t>> by_country(const Scene& scene) {
    std::map<BundleKey, std::vector<std::size_t>> found;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        if (!node.place) continue;
        const std::size_t level = level_of(node.kind);
        if (level != 2) found[{level < 2, *node.place}].push_back(i);
    }
    return found;
}

/// Shares bundles out to sub-columns: the largest first, each to where there is most room.
std::size_t fill(const std::vector<Bundle>& bundles, std::size_t rows, std::size_t first,
                 std::vector<std::size_t>& of_node) {
    std::size_t total = 0;
    for (const Bundle& bundle : bundles) total += bundle.nodes.size();
    const std::size_t count = (total + rows - 1) / rows;
    std::vector<double> filled(count, 0);
    std::vector<const Bundle*> order;
    for (const Bundle& bundle : bundles) order.push_back(&bundle);
    std::stable_sort(order.begin(), order.end(),
                     [](const Bundle* a, const Bundle* b) { return a->rows() > b->rows(); });
    for (const Bundle* bundle : order) {
        std::size_t at = static_cast<std::size_t>(std::min_element(filled.begin(), filled.end()) -
                                                  filled.begin());
        for (const std::size_t node : bundle->nodes) {
            // A bundle larger than a column flows over into the next one.
            if (filled[at] >= static_cast<double>(rows) + 1 && at + 1 < count) ++at;
            of_node[node] = first + at;
            filled[at] += 1;
        }
        filled[at] += bundle->place ? 0.9 : 0;
    }
    return count;
}

Columns make_columns(const Scene& scene, std::size_t rows, bool boxes) {
    Columns columns;
    columns.of_node.resize(scene.nodes.size());
    std::vector<std::uint8_t> boxed(scene.nodes.size(), 0);
    std::array<std::vector<Bundle>, levels> bundles;
    for (auto& [key, nodes] : by_country(scene)) {
        if (!boxes || nodes.size() < 2) continue;
        columns.boxes.push_back({nodes, key.second});
        for (const std::size_t node : nodes) boxed[node] = 1;
        if (!key.first) bundles[3].push_back(columns.boxes.back());
    }
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const std::size_t level = level_of(scene.nodes[i].kind);
        if (level < 3 || boxed[i] == 0) bundles[level].push_back({{i}, std::nullopt});
    }
    for (const auto& level : bundles) {
        if (!level.empty()) columns.count += fill(level, rows, columns.count, columns.of_node);
    }
    return columns;
}

GvGraph empty_graph(double spread, const Palette& palette) {
    GvGraph graph;
    graph.graph = {{"rankdir", "LR"},
                   {"newrank", "true"},
                   {"nodesep", "0.1"},
                   {"ranksep", gv_number(0.35 + 2 * spread / 72)},
                   {"fontname", std::string(font)},
                   {"linelength", "0"},
                   {"nslimit", "20"},
                   {"mclimit", "4"}};
    graph.node = {{"fontname", std::string(font)}, {"height", "0.3"}, {"width", "0.4"}};
    graph.edge = {{"fontname", std::string(font)},
                  {"fontsize", "9"},
                  {"fontcolor", std::string(palette.edge_text)},
                  {"arrowsize", "0.7"}};
    return graph;
}

void add_anchors(GvGraph& graph, const Columns& columns) {
    const std::size_t first = graph.nodes.size();
    graph.ranks.resize(columns.count);
    for (std::size_t c = 0; c < columns.count; ++c) {
        graph.ranks[c].push_back(graph.nodes.size());
        graph.nodes.push_back({{{"label", ""},
                                {"style", "invis"},
                                {"width", "0"},
                                {"height", "0"},
                                {"shape", "point"}},
                               std::nullopt});
        if (c > 0) graph.edges.push_back({first + c - 1, first + c, {{"style", "invis"}}});
    }
    for (std::size_t i = 0; i < columns.of_node.size(); ++i) {
        graph.ranks[columns.of_node[i]].push_back(i);
    }
}

}  // namespace

std::size_t rows_needed(const Scene& scene) {
    std::array<std::size_t, levels> counts{};
    for (const SceneNode& node : scene.nodes) ++counts[level_of(node.kind)];
    return *std::max_element(counts.begin(), counts.end());
}

Content layered_content(const Scene& scene, const Citations& citations, std::size_t rows,
                        double spread, bool boxes) {
    const Columns columns = make_columns(scene, rows, boxes);
    Content content;
    content.labelled = scene.nodes.size();
    content.columns = columns.count;
    content.cluster = Clustering::country;
    const Palette& palette = palette_of(scene.theme);
    content.graph = empty_graph(spread, palette);
    GvGraph& graph = content.graph;

    std::vector<std::optional<std::size_t>> box_of(scene.nodes.size());
    for (const Bundle& box : columns.boxes) {
        for (const std::size_t node : box.nodes) box_of[node] = graph.clusters.size();
        content.areas.push_back({scene.places[*box.place], box.nodes, std::nullopt, {}});
        graph.clusters.push_back({{{"label", label_text(shorten(scene.places[*box.place], 30))},
                                   {"style", "filled,rounded"},
                                   {"fillcolor", std::string(palette.group_fill)},
                                   {"color", std::string(palette.group_border)},
                                   {"fontcolor", std::string(palette.group_text)},
                                   {"fontname", std::string(bold_font)},
                                   {"fontsize", "10"},
                                   {"labeljust", "l"},
                                   {"margin", "6"}}});
    }
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        SceneNode node = scene.nodes[i];
        if (box_of[i]) node.places.clear();  // the box says it
        graph.nodes.push_back(
            {node_attributes(node, scene.theme, label_of(node, wrap_width), 11 + 4 * node.size),
             box_of[i]});
    }
    for (const SceneEdge& edge : scene.edges) {
        const bool reversed = columns.of_node[edge.from] > columns.of_node[edge.to];
        GvAttributes attributes = edge_attributes(edge, scene.theme, reversed);
        attributes.emplace_back("label", edge_label(edge, citations));
        graph.edges.push_back({reversed ? edge.to : edge.from, reversed ? edge.from : edge.to,
                               std::move(attributes)});
    }
    add_anchors(graph, columns);
    return content;
}

}  // namespace actormap
