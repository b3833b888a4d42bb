#include <actormap/base/text.hpp>
#include <actormap/draw/content.hpp>
#include <actormap/graphviz/text.hpp>

namespace actormap {

namespace {

/// What stands under a name: its type if the shape does not tell it, then its country.
std::string note(const SceneNode& node) {
    std::string text;
    if (!node.type.empty()) text = '[' + node.type + ']';
    if (!node.places.empty()) text += (text.empty() ? "(" : " (") + join(node.places, ", ") + ')';
    return text;
}

}  // namespace

std::vector<std::string> label_of(const SceneNode& node, std::size_t width) {
    std::vector<std::string> lines = wrap(node.name + more_of(node), width, 4);
    if (const std::string under = note(node); !under.empty()) {
        for (std::string& line : wrap(under, width + 4, 2)) lines.push_back(std::move(line));
    }
    return lines;
}

std::string more_of(const SceneNode& node) {
    return node.undrawn > 0 ? " +" + std::to_string(node.undrawn) : "";
}

GvAttributes node_attributes(const SceneNode& node, Theme theme,
                             const std::vector<std::string>& label, double font_size) {
    const EntityStyle style = style_of(node.kind, theme);
    GvAttributes attributes = {
        {"label", label_lines(label)},         {"shape", std::string(style.shape)},
        {"style", std::string(style.style)},   {"fillcolor", std::string(style.fill)},
        {"color", std::string(style.border)},  {"fontcolor", std::string(style.text)},
        {"margin", std::string(style.margin)}, {"penwidth", gv_number(style.border_width)}};
    attributes.emplace_back("fontsize", gv_number(font_size));
    if (!node.bundled.empty()) attributes.emplace_back("peripheries", "2");
    if (node.kind == EntityKind::actor || node.kind == EntityKind::sponsor) {
        attributes.emplace_back("fontname", std::string(bold_font));
    }
    return attributes;
}

GvAttributes edge_attributes(const SceneEdge& edge, Theme theme, bool reversed) {
    const LineStyle line = style_of(edge.certainty, theme);
    const std::string head(style_of(edge.kind).arrow);
    GvAttributes attributes = {{"style", std::string(line.style)},
                               {"color", color_value(line)},
                               {"penwidth", gv_number(line.width)}};
    attributes.emplace_back("dir", edge.both ? "both" : reversed ? "back" : "forward");
    if (edge.both || !reversed) attributes.emplace_back("arrowhead", head);
    if (edge.both || reversed) attributes.emplace_back("arrowtail", head);
    return attributes;
}

std::string edge_label(const SceneEdge& edge, const Citations& citations) {
    std::vector<std::string> lines;
    if (edge.kind == RelationKind::other) lines.push_back(edge.types);
    if (edge.certainty == Certainty::disputed) lines.emplace_back("disputed");
    if (edge.hypothesis) lines.emplace_back("hypothesis");
    std::string last;
    if (edge.relations > 1) last = std::to_string(edge.relations) + "\xC3\x97 ";
    last += citation_text(numbers_of(citations, edge.edges));
    if (!last.empty()) lines.push_back(std::move(last));
    return label_lines(lines);
}

}  // namespace actormap
