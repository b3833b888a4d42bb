#include <actormap/draw/content.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actormap {

namespace {

constexpr std::size_t wrap_width = 20;

double log_degree(const SceneNode& node) {
    return std::log2(1 + static_cast<double>(node.degree));
}

/// The nodes that carry names: all, or those of the highest measure, then degree.
std::vector<std::uint8_t> chosen(const Scene& scene, std::size_t labels) {
    std::vector<std::size_t> order(scene.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const SceneNode &x = scene.nodes[a], &y = scene.nodes[b];
        return std::pair(x.size, x.degree) > std::pair(y.size, y.degree);
    });
    std::vector<std::uint8_t> named(scene.nodes.size(), 0);
    for (std::size_t i = 0; i < std::min(labels, order.size()); ++i) named[order[i]] = 1;
    return named;
}

/// An entity without its name: small, and in the shape of its kind, since colour alone tells
/// nothing.
GvAttributes dot(const SceneNode& node, Theme theme) {
    const EntityStyle style = style_of(node.kind, theme);
    const bool hollow = theme == Theme::print;
    const std::string_view paper = palette_of(theme).paper;
    const double size = 0.07 + 0.05 * std::sqrt(static_cast<double>(node.degree));
    return {{"label", ""},
            {"shape", std::string(style.shape)},
            {"style", std::string(style.style)},
            {"fillcolor", std::string(hollow ? style.fill : style.border)},
            {"color", std::string(hollow ? style.border : paper)},
            {"penwidth", "0.5"},
            {"fixedsize", "true"},
            {"fontsize", "1"},
            {"width", gv_number(size)},
            {"height", gv_number(size)}};
}

/// The name in two lines at most, and the country of an actor: room is dear here.
std::vector<std::string> short_label(const SceneNode& node) {
    std::vector<std::string> lines = wrap(node.name, wrap_width, 2);
    if (node.kind == EntityKind::actor && !node.place_codes.empty()) {
        lines.back() += " \xC2\xB7 " + shorten(node.place_codes, 10);
    }
    lines.back() += more_of(node);
    return lines;
}

}  // namespace

Content force_content(const Scene& scene, std::size_t labels, const Citations* citations,
                      bool on_areas) {
    const bool all = scene.nodes.size() <= labels;
    const bool measured = std::any_of(scene.nodes.begin(), scene.nodes.end(),
                                      [](const SceneNode& node) { return node.size > 0; });
    Content content;
    content.engine = Engine::nudged;
    content.edge_labels = citations != nullptr;
    content.place_codes = true;
    GvGraph& graph = content.graph;
    graph.graph = {{"overlap", "prism"}, {"overlap_scaling", "0"},      {"splines", "line"},
                   {"sep", "+3"},        {"outputorder", "edgesfirst"}, {"linelength", "0"}};
    graph.node = {{"fontname", std::string(font)}, {"height", "0.2"}, {"width", "0.2"}};
    graph.edge = {{"arrowsize", citations != nullptr ? "0.7" : "0.5"}};

    const std::vector<std::uint8_t> named = chosen(scene, labels);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        if (named[i] == 0) {
            graph.nodes.push_back({dot(node, scene.theme), std::nullopt});
            continue;
        }
        const double extra = measured ? 14 * node.size : 3.2 * log_degree(node);
        GvAttributes attributes =
            node_attributes(node, scene.theme, short_label(node), std::min(10 + extra, 34.0));
        // Room for a name is dear here; the shapes need no more than this.
        for (auto& [name, value] : attributes) {
            if (name == "margin") value = "0.05,0.02";
        }
        graph.nodes.push_back({std::move(attributes), std::nullopt});
        ++content.labelled;
    }
    for (const SceneEdge& edge : scene.edges) {
        GvAttributes attributes = edge_attributes(edge, scene.theme, false);
        const LineStyle line = style_of(edge.certainty, scene.theme);
        if (citations != nullptr) {
            attributes.emplace_back("label", edge_label(edge, *citations));
            graph.edges.push_back({edge.from, edge.to, std::move(attributes)});
            continue;
        }
        for (auto& [name, value] : attributes) {
            if (name == "penwidth") value = gv_number((all ? 0.7 : 0.45) * line.width);
            // Half see-through, so that where many cross, names stay readable.
            const bool faint = !on_areas || edge.certainty != Certainty::disputed;
            if (name == "color") value = color_value(line, faint);
        }
        graph.edges.push_back({edge.from, edge.to, std::move(attributes)});
    }
    return content;
}

}  // namespace actormap
