#include <actormap/draw/json.hpp>
#include <actormap/draw/json_parts.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_draw.hpp>

#include <nlohmann/json.hpp>

namespace actormap {

namespace {

using Json = nlohmann::ordered_json;

/// The first mark of each country, from the upper left corner of the map; nothing if it has none.
std::vector<std::optional<GvPoint>> country_points(const World& world) {
    std::vector<std::optional<GvPoint>> points(world.scene.countries.size());
    for (const MapMark& mark : world.map.marks) {
        std::optional<GvPoint>& point = points[*mark.country];
        if (!point) point = GvPoint{mark.centre.x, world.map.box.high.y - mark.centre.y};
    }
    return points;
}

std::string countries_json(const World& world) {
    const auto points = country_points(world);
    std::vector<Json> records;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const WorldCountry& country = world.scene.countries[i];
        Json json;
        json["code"] = country.code;
        json["name"] = country.name;
        json["x"] = points[i] ? Json(hundredths(points[i]->x)) : Json(nullptr);
        json["y"] = points[i] ? Json(hundredths(points[i]->y)) : Json(nullptr);
        json["hits"] = country.hits;
        json["sponsors"] = country.sponsors.size();
        json["actors"] = country.actors.size();
        records.push_back(std::move(json));
    }
    return json_member("countries", json_list(records));
}

std::string arcs_json(const World& world) {
    std::vector<std::uint8_t> drawn(world.scene.arcs.size(), 0);
    for (const MapArc& arc : world.map.arcs) drawn[arc.arc] = 1;
    std::vector<Json> records;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const WorldArc& arc = world.scene.arcs[i];
        Json json;
        json["from"] = world.scene.countries[arc.from].code;
        json["to"] = world.scene.countries[arc.to].code;
        json["relations"] = arc.relations;
        json["claims"] = arc.claims;
        json["disputed"] = arc.disputed;
        json["citations"] = arc.citations;
        json["drawn"] = drawn[i] != 0;
        records.push_back(std::move(json));
    }
    return json_member("arcs", json_list(records));
}

}  // namespace

World make_world(const ActorGraph& graph, const View& view, const View& directed,
                 const Citations& citations, const DrawOptions& options, const Run& run) {
    World world{make_world_scene(graph, view, directed, citations), {}};
    world.map = make_world_map(world.scene, options.limits, run);
    return world;
}

GvGraph world_picture(const World& world, Sheet sheet, const DrawOptions& options, const Run& run) {
    if (options.legend) sheet.legend = world_legend(world.scene, world.map, options.theme);
    return compose(world_content(world.scene, world.map, options.theme), world.map.box, sheet,
                   options.theme, options.limits, run);
}

std::string world_json(const ActorGraph& graph, const Lens& lens, const View& view,
                       const World& world, const Citations& citations, const std::string& title) {
    const auto points = country_points(world);
    std::vector<std::optional<GvPoint>> of_vertices;
    std::vector<std::uint8_t> drawn;
    for (const auto& country : world.scene.country) {
        of_vertices.push_back(country ? points[*country] : std::nullopt);
        drawn.push_back(of_vertices.back() ? 1 : 0);
    }
    return drawing_json(graph, lens, view, of_vertices, drawn, citations, world.scene.marking,
                        title, countries_json(world) + arcs_json(world));
}

}  // namespace actormap
