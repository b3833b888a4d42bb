#include <actormap/draw/svg.hpp>
#include <actormap/graphviz/text.hpp>

#include <charconv>

namespace actormap {

namespace {

std::string title_element(const std::string& clean) {
    return "<title>" + escape_xml(clean) + "</title>\n";
}

std::string node_title(const SceneNode& node, Theme theme) {
    std::string text = node.name + ": ";
    text += node.type.empty() ? std::string(style_of(node.kind, theme).legend) : node.type;
    for (const std::string& place : node.places) text += ", " + place;
    return text;
}

std::string edge_title(const SceneEdge& edge, const Citations& citations, Theme theme) {
    std::string text = edge.title + " (alleged): ";
    text += style_of(edge.certainty, theme).legend;
    if (edge.hypothesis) text += ", a hypothesis";
    const std::string sources = citation_text(citations.edges[edge.edge], 20);
    return sources.empty() ? text : text + ", sources " + sources;
}

/// The title for an id of the composed picture, "n12" or "e3"; empty if it is no scene's.
std::string title_for(std::string_view id, const Scene& scene, const Citations& citations) {
    if (id.size() < 2) return {};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size()) return {};
    if (id[0] == 'n' && number < scene.nodes.size())
        return node_title(scene.nodes[number], scene.theme);
    if (id[0] == 'e' && number < scene.edges.size()) {
        return edge_title(scene.edges[number], citations, scene.theme);
    }
    return {};
}

}  // namespace

std::string with_titles(const std::string& svg, const Scene& scene, const Citations& citations,
                        const std::string& title) {
    return with_titles(svg, title,
                       [&](std::string_view id) { return title_for(id, scene, citations); });
}

std::string with_titles(const std::string& svg, const std::string& title,
                        const std::function<std::string(std::string_view id)>& title_of) {
    // Text from data cannot look like these: its "<" is an entity by now.
    constexpr std::string_view root = "<svg ", group = "<g id=\"";
    std::string_view rest = svg;
    std::string titled;
    const auto keep = [&](std::size_t size) {
        titled += rest.substr(0, size);
        rest.remove_prefix(size);
    };
    if (const std::size_t at = rest.find(root); at != std::string_view::npos) {
        keep(at + root.size());
        titled += "role=\"img\" ";
        keep(rest.find(">\n") + 2);
        titled += title_element(title);
    }
    for (std::size_t at = 0; (at = rest.find(group)) != std::string_view::npos;) {
        keep(at + group.size());
        const std::string_view id = rest.substr(0, rest.find('"'));
        const std::string words = title_of(id);
        keep(rest.find(">\n") + 2);
        if (!words.empty()) titled += title_element(words);
    }
    return titled.append(rest);
}

}  // namespace actormap
