#include <actormap/draw/content.hpp>
#include <actormap/graphviz/text.hpp>

namespace actormap {

Content radial_content(const Scene& scene, const Citations& citations, std::size_t root) {
    Content content;
    content.engine = Engine::twopi;
    content.labelled = scene.nodes.size();
    GvGraph& graph = content.graph;
    graph.graph = {{"root", "n" + std::to_string(root)},
                   {"overlap", "prism"},
                   {"sep", "+4"},
                   {"ranksep", "2.0 1.5"},
                   {"splines", "line"},
                   {"linelength", "0"}};
    graph.node = {{"fontname", std::string(font)}, {"height", "0.3"}, {"width", "0.4"}};
    graph.edge = {{"fontname", std::string(font)},
                  {"fontsize", "9"},
                  {"fontcolor", std::string(palette_of(scene.theme).edge_text)},
                  {"arrowsize", "0.7"}};
    for (const SceneNode& node : scene.nodes) {
        graph.nodes.push_back(
            {node_attributes(node, scene.theme, label_of(node, 18), 11 + 4 * node.size),
             std::nullopt});
    }
    for (const SceneEdge& edge : scene.edges) {
        GvAttributes attributes = edge_attributes(edge, scene.theme, false);
        attributes.emplace_back("label", edge_label(edge, citations));
        graph.edges.push_back({edge.from, edge.to, std::move(attributes)});
    }
    return content;
}

}  // namespace actormap
