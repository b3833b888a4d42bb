#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_style.hpp>
#include <actormap/model/countries.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace actormap {

GvAttributes mark_attributes(const MapMark& mark, std::size_t style, Theme theme) {
    const WorldPalette& palette = world_palette_of(theme);
    const bool house = mark.shape == MapMark::Shape::origin;
    const bool dot = mark.shape == MapMark::Shape::dot;
    const std::string_view fill = house ? palette.arcs.at(style)
                                  : dot ? palette.mark_border
                                        : palette.mark;
    const std::string size = gv_number(2 * mark.radius / 72);
    return {{"label", ""},
            {"shape", house ? "house" : "circle"},
            {"style", "filled"},
            {"fixedsize", "true"},
            {"fillcolor", std::string(fill)},
            {"color", std::string(house ? palette.mark : palette.mark_border)},
            {"penwidth", house ? "0.6" : "0.9"},
            {"fontsize", "1"},
            {"width", size},
            {"height", size}};
}

GvAttributes arc_attributes(const WorldArc& arc, std::size_t style, Theme theme) {
    const bool doubted = arc.relations > 0 && arc.disputed == arc.relations;
    return {{"color", std::string(world_palette_of(theme).arcs.at(style)) +
                          std::string(world_palette_of(theme).arc_cover)},
            {"penwidth", gv_number(arc_width(arc.claims))},
            {"arrowsize", gv_number(arc_head(arc.claims))},
            {"arrowhead", std::string(arc_style(style).head)},
            {"style", doubted ? "dotted" : "solid"},
            {"dir", "forward"}};
}

namespace {

using Sample = LegendItem::Sample;

constexpr std::size_t sample_claims[] = {1, 4, 16, 32};

LegendItem arc_item(std::size_t style, Theme theme) {
    const std::string_view code = arc_style(style).code;
    const Country* country = find_country(code);
    const std::string from = country == nullptr ? "another country" : std::string(country->name);
    return {Sample::line, arc_attributes({.relations = 1, .claims = 4}, style, theme),
            "from " + from};
}

LegendItem width_item(std::size_t claims, bool more, Theme theme) {
    GvAttributes attributes = arc_attributes({.relations = 1, .claims = claims}, 4, theme);
    attributes.back().second = "none";
    return {
        Sample::line, std::move(attributes),
        std::to_string(claims) + (more ? " or more" : "") + (claims == 1 ? " claim" : " claims")};
}

void add_arc_items(std::vector<LegendItem>& legend, const WorldScene& scene, const WorldMap& map,
                   Theme theme) {
    std::set<std::size_t> styles;
    std::size_t most = 0, least = 0;
    bool disputed = false;
    for (const MapArc& arc : map.arcs) {
        const WorldArc& whole = scene.arcs[arc.arc];
        styles.insert(arc_style_of(scene.countries[whole.from].code));
        most = std::max(most, whole.claims);
        least = least == 0 ? whole.claims : std::min(least, whole.claims);
        disputed = disputed || whole.disputed == whole.relations;
    }
    for (const std::size_t style : styles) legend.push_back(arc_item(style, theme));
    for (const std::size_t claims : sample_claims) {
        if (!map.arcs.empty() && claims <= most && (claims * 4 > least || claims == most)) {
            legend.push_back(width_item(claims, claims == 32 && most > 32, theme));
        }
    }
    if (disputed) {
        GvAttributes attributes =
            arc_attributes({.relations = 1, .claims = 4, .disputed = 1}, 4, theme);
        attributes.back().second = "none";
        legend.push_back({Sample::line, std::move(attributes), "all of it disputed"});
    }
}

void add_mark_items(std::vector<LegendItem>& legend, const WorldScene& scene, const WorldMap& map,
                    Theme theme) {
    std::array<bool, 3> shapes{};
    std::size_t most_hits = 0, most_origins = 0;
    for (const MapMark& mark : map.marks) {
        shapes.at(static_cast<std::size_t>(mark.shape)) = true;
        most_hits = std::max(most_hits, scene.countries[*mark.country].hits);
        most_origins = std::max(most_origins, scene.countries[*mark.country].origins());
    }
    const auto item = [&](MapMark::Shape shape, double radius, std::string text) {
        if (!shapes.at(static_cast<std::size_t>(shape))) return;
        legend.push_back({Sample::mark,
                          mark_attributes({.radius = radius, .shape = shape}, 4, theme),
                          std::move(text)});
    };
    item(MapMark::Shape::origin, 5,
         "sponsors and actors of a country; area: their number, up to " +
             std::to_string(most_origins));
    item(MapMark::Shape::hit, 4,
         "relations that hit a country; area: their number, up to " + std::to_string(most_hits));
    item(MapMark::Shape::dot, 1.8, "neither");
}

void add_tint_items(std::vector<LegendItem>& legend, const WorldScene& scene, Theme theme) {
    std::set<std::size_t> found;
    for (const WorldCountry& country : scene.countries) {
        if (country.hits > 0) found.insert(tint_of(country.hits));
    }
    bool first = true;
    for (const std::size_t tint : found) {
        legend.push_back({Sample::mark,
                          {{"label", ""},
                           {"shape", "box"},
                           {"style", "filled"},
                           {"fixedsize", "true"},
                           {"fillcolor", std::string(world_palette_of(theme).hit.at(tint))},
                           {"color", std::string(world_palette_of(theme).leader)},
                           {"penwidth", "0.4"},
                           {"width", "0.28"},
                           {"height", "0.13"}},
                          (first ? "hit by " : "") + std::string(tint_words(tint))});
        first = false;
    }
}

}  // namespace

std::vector<LegendItem> world_legend(const WorldScene& scene, const WorldMap& map, Theme theme) {
    std::vector<LegendItem> legend;
    add_mark_items(legend, scene, map, theme);
    add_tint_items(legend, scene, theme);
    add_arc_items(legend, scene, map, theme);
    bool cited = false, counted = false, acting = false;
    for (const MapLabel& label : map.labels) {
        cited = cited || label.arc;
        counted = counted || (label.country && !map.detailed);
        acting = acting || (label.country && scene.countries[*label.country].origins() > 0);
    }
    if (cited) legend.push_back({Sample::none, {}, "[1]: the source's number"});
    if (counted) {
        const char* both = "name 7 (3): 7 relations hit it, 3 sponsors and actors are there";
        legend.push_back({Sample::none, {}, acting ? both : "name 7: 7 relations hit it"});
    }
    return legend;
}

}  // namespace actormap
