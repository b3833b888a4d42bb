#include <actormap/draw/legend.hpp>

#include <algorithm>
#include <array>

namespace actormap {

namespace {

LegendItem shape(EntityKind kind, Theme theme) {
    SceneNode sample;
    sample.kind = kind;
    LegendItem item{LegendItem::Sample::shape, node_attributes(sample, theme, {""}, 9), {}};
    item.text = style_of(kind, theme).legend;
    return item;
}

LegendItem head(RelationKind kind, Theme theme) {
    const HeadStyle& style = style_of(kind);
    return {LegendItem::Sample::line,
            {{"style", "solid"},
             {"color", std::string(palette_of(theme).line)},
             {"penwidth", "1"},
             {"arrowhead", std::string(style.arrow)}},
            std::string(style.legend)};
}

LegendItem line(Certainty certainty, Theme theme) {
    const LineStyle style = style_of(certainty, theme);
    return {LegendItem::Sample::line,
            {{"style", std::string(style.style)},
             {"color", color_value(style)},
             {"penwidth", gv_number(style.width)},
             {"dir", "none"}},
            std::string(style.legend)};
}

LegendItem words(std::string text) {
    return {LegendItem::Sample::none, {}, std::move(text)};
}

LegendItem area(Clustering by, const Palette& palette) {
    return {LegendItem::Sample::mark,
            {{"label", ""},
             {"shape", "box"},
             {"style", "filled,rounded"},
             {"fixedsize", "true"},
             {"fillcolor", std::string(palette.group_fill)},
             {"color", std::string(palette.group_border)},
             {"penwidth", "0.8"},
             {"width", "0.3"},
             {"height", "0.17"}},
            by == Clustering::country ? "area: country" : "area: community (Leiden, modularity)"};
}

}  // namespace

std::vector<LegendItem> make_legend(const Scene& scene, const Content& content,
                                    const std::string& size_label) {
    std::array<bool, entity_kinds> kinds{};
    std::array<bool, relation_kinds> heads{};
    std::array<bool, certainties> lines{};
    bool hypothesis = false, united = false;
    for (const SceneNode& node : scene.nodes) kinds[static_cast<std::size_t>(node.kind)] = true;
    for (const SceneEdge& edge : scene.edges) {
        heads[static_cast<std::size_t>(edge.kind)] = true;
        lines[static_cast<std::size_t>(edge.certainty)] = true;
        hypothesis = hypothesis || edge.hypothesis;
        united = united || edge.relations > 1;
    }
    std::vector<LegendItem> legend;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i]) legend.push_back(shape(static_cast<EntityKind>(i), scene.theme));
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (heads[i]) legend.push_back(head(static_cast<RelationKind>(i), scene.theme));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i]) legend.push_back(line(static_cast<Certainty>(i), scene.theme));
    }
    if (content.edge_labels) {
        if (hypothesis) legend.push_back(words("hypothesis: nobody asserts it"));
        if (united) legend.push_back(words("2\xC3\x97: two relations in one line"));
        if (!scene.edges.empty()) legend.push_back(words("[1]: the source's number"));
    }
    if (scene.left_out.bundles > 0) {
        legend.push_back(words("double outline: several that are linked alike"));
    }
    if (scene.left_out.entities > 0) {
        legend.push_back(words("+8: so many entities linked to it are not drawn"));
    }
    const bool areas = std::any_of(content.areas.begin(), content.areas.end(),
                                   [](const Area& one) { return !one.outline.empty(); });
    if (areas && content.graph.clusters.empty()) {
        legend.push_back(area(content.cluster, palette_of(scene.theme)));
    }
    if (!content.graph.clusters.empty()) {
        legend.push_back(words(std::string(palette_of(scene.theme).group_word) +
                               ", or brackets under a name: the country"));
    } else if (content.place_codes) {
        const bool codes =
            std::any_of(scene.nodes.begin(), scene.nodes.end(), [](const SceneNode& node) {
                return node.kind == EntityKind::actor && !node.place_codes.empty();
            });
        if (codes) legend.push_back(words("letters behind an actor's name: the country"));
    } else if (!scene.placed.empty()) {
        legend.push_back(words("brackets under a name: the country"));
    }
    if (!size_label.empty()) legend.push_back(words("size of a name: " + size_label));
    return legend;
}

}  // namespace actormap
