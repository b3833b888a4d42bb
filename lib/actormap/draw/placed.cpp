#include <actormap/draw/areas.hpp>
#include <actormap/draw/placed.hpp>

namespace actormap {

std::string value_of(const GvAttributes& attributes, std::string_view wanted) {
    for (const auto& [name, value] : attributes) {
        if (name == wanted) return value;
    }
    return {};
}

namespace {

/// Words on a background of their own.
GvNode words_node(const std::string& label, std::string_view behind, std::string_view color,
                  std::string_view face, const char* size) {
    return {{{"label", label},
             {"shape", "box"},
             {"style", "filled"},
             {"color", "none"},
             {"fillcolor", std::string(behind)},
             {"fontcolor", std::string(color)},
             {"fontname", std::string(face)},
             {"fontsize", size},
             {"margin", "0.01,0"},
             {"width", "0"},
             {"height", "0"}},
            std::nullopt};
}

}  // namespace

GvNode edge_label_node(const std::string& label, const Palette& palette) {
    return words_node(label, palette.edge_back, palette.edge_text, font, "9");
}

namespace {

void drop_label(GvAttributes& attributes) {
    std::erase_if(attributes, [](const auto& attribute) { return attribute.first == "label"; });
}

/// Labels of edges and boxes as nodes: Graphviz would draw the lines over them. They come first,
/// so that where one meets an entity, the entity is on top.
void add_labels(GvGraph& graph, const Palette& palette, const Content& content,
                const GvLayout& layout) {
    const auto add = [&](GvNode node, const std::optional<GvPoint>& at) {
        if (!at || value_of(node.attributes, "label").empty()) return;
        node.attributes.emplace_back("pos", gv_point(*at));
        graph.nodes.push_back(std::move(node));
    };
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        add(edge_label_node(value_of(content.graph.edges[i].attributes, "label"), palette),
            layout.edges[i].label);
    }
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        add(words_node(value_of(content.graph.clusters[i].attributes, "label"), palette.group_fill,
                       palette.group_text, bold_font, "10"),
            layout.clusters[i].label);
    }
}

void add_clusters(GvGraph& graph, const Content& content, const GvLayout& layout) {
    for (std::size_t i = 0; i < content.graph.clusters.size(); ++i) {
        GvCluster cluster = content.graph.clusters[i];
        const GvBox& box = layout.clusters[i].box;
        drop_label(cluster.attributes);
        cluster.attributes.emplace_back("bb", gv_point(box.low) + ',' + gv_point(box.high));
        graph.clusters.push_back(std::move(cluster));
    }
}

/// The areas behind all of it, and their labels before the other nodes.
void add_areas(GvGraph& graph, const Content& content, const GvLayout& layout, Theme theme) {
    graph.graph.emplace_back("_background", areas_background(content.areas, theme));
    for (auto& [name, value] : graph.graph) {
        // Readers of the DOT form take no longer run of text than 16,384 letters.
        if (name == "linelength") value = "1000";
    }
    for (const Area& area : content.areas) {
        if (area.outline.empty()) continue;
        GvNode label = content.graph.nodes[*area.label];
        label.attributes.emplace_back("pos", gv_point(layout.nodes[*area.label].centre));
        graph.nodes.push_back(std::move(label));
    }
}

}  // namespace

GvGraph placed(const Scene& scene, const Content& content, const GvLayout& layout) {
    const Palette& palette = palette_of(scene.theme);
    GvGraph graph;
    graph.graph = {{"bgcolor", std::string(palette.paper)},
                   {"outputorder", "edgesfirst"},
                   {"pad", "0.25"},
                   {"linelength", "0"},
                   {"layout", "nop2"},
                   {"fontname", std::string(font)}};
    graph.node = content.graph.node;
    graph.edge = content.graph.edge;
    if (!content.areas.empty() && content.graph.clusters.empty())
        add_areas(graph, content, layout, scene.theme);
    add_clusters(graph, content, layout);
    add_labels(graph, palette, content, layout);
    const std::size_t first = graph.nodes.size();
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        GvNode node = content.graph.nodes[i];
        node.attributes.emplace_back("pos", gv_point(layout.nodes[i].centre));
        node.attributes.emplace_back("id", "n" + std::to_string(i));
        graph.nodes.push_back(std::move(node));
    }
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        GvEdge edge = content.graph.edges[i];
        drop_label(edge.attributes);
        edge.attributes.emplace_back("pos", layout.edges[i].pos);
        edge.attributes.emplace_back("id", "e" + std::to_string(i));
        graph.edges.push_back({edge.from + first, edge.to + first, std::move(edge.attributes)});
    }
    return graph;
}

}  // namespace actormap
