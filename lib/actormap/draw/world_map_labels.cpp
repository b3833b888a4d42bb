#include <actormap/base/text.hpp>
#include <actormap/draw/citations.hpp>
#include <actormap/draw/style.hpp>
#include <actormap/draw/world_map_labels.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <map>

namespace actormap {

namespace {

constexpr std::size_t most_names = 4;     ///< of a country
constexpr std::size_t most_cited = 14;    ///< arcs that carry the numbers of their sources
constexpr std::size_t many_origins = 20;  ///< from which on a large map says more of a country
constexpr double name_size = 9.2, text_size = 8.6, cited_size = 8.6;

/// Names of what is in a country, and how many more there are.
std::vector<std::string> names_in(const WorldCountry& country) {
    std::vector<std::string> names = country.sponsors;
    names.insert(names.end(), country.actors.begin(), country.actors.end());
    for (std::size_t i = 0; i < country.victims.size(); ++i) {
        names.push_back((country.origins() > 0 ? "hit: " : "") + country.victims[i]);
    }
    names.insert(names.end(), country.others.begin(), country.others.end());
    for (std::string& name : names) name = shorten(name, 34);
    if (names.size() > most_names + 1) {
        const std::size_t more = names.size() - most_names;
        names.resize(most_names);
        names.push_back("+" + std::to_string(more) + " more");
    }
    return names;
}

/// In large maps: who acts from there, and how often it is hit.
std::vector<std::string> counts_of(const WorldCountry& country) {
    std::vector<std::string> lines;
    const auto counted = [](std::size_t number, const char* one, const char* many) {
        return std::to_string(number) + ' ' + (number == 1 ? one : many);
    };
    std::vector<std::string> who;
    if (!country.sponsors.empty()) {
        who.push_back(counted(country.sponsors.size(), "sponsor", "sponsors"));
    }
    if (!country.actors.empty()) {
        who.push_back(counted(country.actors.size(), "actor", "actors"));
    }
    if (!who.empty()) lines.push_back(join(who, ", "));
    if (country.hits > 0) lines.push_back("hit by " + std::to_string(country.hits));
    return lines;
}

MapText text_of(std::vector<std::string> lines, bool bold, double size) {
    MapText text;
    text.lines = std::move(lines);
    text.bold = bold;
    text.size = size;
    return text;
}

MapLabel label_of(const WorldCountry& country, std::size_t number, bool detailed) {
    MapLabel label;
    label.country = number;
    if (detailed || country.origins() >= many_origins) {
        label.texts.push_back(text_of({country.name}, true, name_size));
        std::vector<std::string> lines = detailed ? names_in(country) : counts_of(country);
        if (!lines.empty()) label.texts.push_back(text_of(std::move(lines), false, text_size));
    } else {
        std::string line = country.name;
        if (country.hits > 0) line += ' ' + std::to_string(country.hits);
        if (country.origins() > 0) line += " (" + std::to_string(country.origins()) + ')';
        label.texts.push_back(text_of({std::move(line)}, false, text_size));
    }
    return label;
}

void write_labels(WorldMap& map, const WorldScene& scene) {
    std::map<std::size_t, bool> countries;  // and whether the inset shows them
    for (const MapMark& mark : map.marks) countries[*mark.country] |= mark.inset;
    for (const auto& [country, inset] : countries) {
        map.labels.push_back(label_of(scene.countries[country], country, map.detailed));
        map.labels.back().inset = inset;
    }
    if (map.arcs.size() > most_cited) return;
    for (std::size_t i = 0; i < map.arcs.size(); ++i) {
        const std::string numbers = citation_text(scene.arcs[map.arcs[i].arc].citations);
        if (numbers.empty()) continue;
        MapLabel label;
        label.arc = i;
        label.texts.push_back(text_of({numbers}, false, cited_size));
        map.labels.push_back(std::move(label));
    }
}

void measure(WorldMap& map, const RenderLimits& limits, const Run& run) {
    GvGraph graph;
    for (const MapLabel& label : map.labels) {
        for (const MapText& text : label.texts) {
            graph.nodes.push_back({text_attributes(text), std::nullopt});
        }
    }
    const std::vector<GvNodePlace> places = layout(graph, Engine::dot, limits, run).nodes;
    std::size_t next = 0;
    for (MapLabel& label : map.labels) {
        for (MapText& text : label.texts) {
            text.width = places[next].width;
            text.height = places[next++].height;
            label.width = std::max(label.width, text.width);
            label.height += text.height;
        }
    }
}

/// The arc's middle, and then points farther and farther from it.
std::vector<GvPoint> along(const MapArc& arc) {
    const std::vector<GvPoint> points = points_of(arc.cubic);
    std::vector<GvPoint> anchors;
    for (const double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8}) {
        const auto at = static_cast<std::size_t>(t * static_cast<double>(points.size() - 1));
        anchors.push_back(points[at]);
    }
    return anchors;
}

LabelWish wish_of(const MapLabel& label, const WorldMap& map, const WorldScene& scene) {
    LabelWish wish;
    wish.width = label.width;
    wish.height = label.height;
    if (label.arc) {
        wish.anchors = along(map.arcs[*label.arc]);
        wish.centred = true;
        return wish;
    }
    const WorldCountry& country = scene.countries[*label.country];
    wish.weight = static_cast<double>(country.hits + country.origins());
    if (map.detailed) wish.reach = 210;       // few names, and each is wanted
    if (country.source) wish.weight += 1000;  // whose arcs are seen must not go without a name
    for (const MapMark& mark : map.marks) {
        if (mark.country != label.country || mark.inset != label.inset) continue;
        wish.anchors.push_back(mark.centre);
        wish.clearance = std::max(wish.clearance, mark.radius);
    }
    return wish;
}

/// What lies on the map, or in the inset.
LabelGround ground_of(const WorldMap& map, bool inset) {
    LabelGround ground;
    ground.canvas = inset ? map.inset->box : map.box;
    if (!inset && map.inset) ground.markers.push_back(map.inset->box);
    for (const MapMark& mark : map.marks) {
        if (mark.inset != inset) continue;
        ground.markers.push_back({{mark.centre.x - mark.radius, mark.centre.y - mark.radius},
                                  {mark.centre.x + mark.radius, mark.centre.y + mark.radius}});
    }
    if (inset) return ground;
    for (const MapArc& arc : map.arcs) ground.curves.push_back(points_of(arc.cubic));
    return ground;
}

void set_text(MapLabel& label, const LabelPlace& place) {
    label.place = place;
    double top = place.centre.y + label.height / 2;
    for (MapText& text : label.texts) {
        text.centre = {place.centre.x, top - text.height / 2};
        top -= text.height;
    }
}

/// Sets the labels of the map, or those of the inset; returns those that found a place.
std::vector<MapLabel> set_labels(WorldMap& map, const WorldScene& scene, bool inset) {
    std::vector<MapLabel> labels;
    std::vector<LabelWish> wishes;
    for (const MapLabel& label : map.labels) {
        if (label.inset != inset) continue;
        labels.push_back(label);
        wishes.push_back(wish_of(label, map, scene));
    }
    const auto places = place_labels(wishes, ground_of(map, inset));
    std::vector<MapLabel> placed;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) {
            set_text(labels[i], *places[i]);
            placed.push_back(std::move(labels[i]));
        } else if (labels[i].country) {
            ++map.unnamed;
        }
    }
    return placed;
}

}  // namespace

GvAttributes text_attributes(const MapText& text) {
    return {{"label", label_lines(text.lines)},
            {"shape", "box"},
            {"margin", "0.02,0"},
            {"width", "0"},
            {"height", "0"},
            {"fontname", std::string(text.bold ? bold_font : font)},
            {"fontsize", gv_number(text.size)}};
}

void add_labels(WorldMap& map, const WorldScene& scene, const RenderLimits& limits,
                const Run& run) {
    write_labels(map, scene);
    measure(map, limits, run);
    std::vector<MapLabel> placed = set_labels(map, scene, false);
    if (map.inset) {
        for (MapLabel& label : set_labels(map, scene, true)) placed.push_back(std::move(label));
    }
    map.labels = std::move(placed);
}

}  // namespace actormap
