#include <actormap/draw/world_background.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_style.hpp>

namespace actormap {

namespace {

std::string at(GvPoint point) {
    return gv_number(point.x) + ' ' + gv_number(point.y) + ' ';
}

/// Lines from marks to their names, as drawing operations upon the land.
std::string leaders(const WorldMap& map, const WorldPalette& palette) {
    std::string text = "c " + std::to_string(palette.leader.size()) + " -" +
                       std::string(palette.leader) + " S 17 -setlinewidth(0.5) ";
    for (const MapLabel& label : map.labels) {
        if (!label.place.leader) continue;
        const auto& [from, to] = *label.place.leader;
        text += "L 2 " + at(from) + at(to);
    }
    return text;
}

std::string id_of(const MapMark& mark) {
    const bool house = mark.shape == MapMark::Shape::origin;
    const char* stem = mark.inset ? (house ? "t" : "m") : (house ? "h" : "n");
    return stem + std::to_string(*mark.country);
}

GvNode mark_node(const MapMark& mark, const WorldScene& scene, Theme theme) {
    GvAttributes attributes =
        mark_attributes(mark, arc_style_of(scene.countries[*mark.country].code), theme);
    attributes.emplace_back("pos", gv_point(mark.centre));
    attributes.emplace_back("id", id_of(mark));
    return {std::move(attributes), std::nullopt};
}

GvEdge arc_edge(const MapArc& arc, const WorldScene& scene, Theme theme) {
    const WorldArc& whole = scene.arcs[arc.arc];
    GvAttributes attributes =
        arc_attributes(whole, arc_style_of(scene.countries[whole.from].code), theme);
    std::string pos = "e," + gv_point(arc.tip);
    for (const GvPoint& point : arc.cubic) pos += ' ' + gv_point(point);
    attributes.emplace_back("pos", std::move(pos));
    attributes.emplace_back("id", "e" + std::to_string(arc.arc));
    return {arc.from, arc.to, std::move(attributes)};
}

void add_texts(GvGraph& graph, const MapLabel& label, Theme theme) {
    for (const MapText& text : label.texts) {
        GvAttributes attributes = text_attributes(text);
        attributes.emplace_back("style", "filled");
        attributes.emplace_back("color", "none");
        attributes.emplace_back("fillcolor", std::string(world_palette_of(theme).label_back));
        attributes.emplace_back("fontcolor", std::string(palette_of(theme).ink));
        attributes.emplace_back("pos", gv_point(text.centre));
        graph.nodes.push_back({std::move(attributes), std::nullopt});
    }
}

}  // namespace

GvGraph world_content(const WorldScene& scene, const WorldMap& map, Theme theme) {
    GvGraph graph;
    graph.graph = {{"bgcolor", std::string(palette_of(theme).paper)},
                   {"outputorder", "edgesfirst"},
                   {"pad", "0.25"},
                   // Readers of the DOT form take no longer run of text than 16,384 letters.
                   {"linelength", "1000"},
                   {"layout", "nop2"},
                   {"fontname", std::string(font)},
                   {"_background", world_background(scene, map.inset, theme) +
                                       leaders(map, world_palette_of(theme))}};
    for (const MapMark& mark : map.marks) graph.nodes.push_back(mark_node(mark, scene, theme));
    for (const MapArc& arc : map.arcs) graph.edges.push_back(arc_edge(arc, scene, theme));
    for (const MapLabel& label : map.labels) add_texts(graph, label, theme);
    return graph;
}

}  // namespace actormap
