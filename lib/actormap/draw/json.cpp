#include <actormap/draw/crossings.hpp>
#include <actormap/draw/hulls.hpp>
#include <actormap/draw/json.hpp>
#include <actormap/draw/json_parts.hpp>
#include <actormap/lens/combine.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <set>

namespace actormap {

namespace {

using Json = nlohmann::ordered_json;

Json date_json(const PartialDate& date) {
    return date.empty() ? Json(nullptr) : Json(to_string(date));
}

Json relation_json(const ActorGraph& graph, const Selection& selection, RelationId id) {
    const Relation& relation = graph[id];
    std::size_t claims = 0;
    std::set<std::string> sources, speakers;
    for_each_visible_claim(graph, selection, id, [&](const Claim& claim) {
        ++claims;
        if (claim.source) sources.insert(graph[*claim.source].id);
        speakers.insert(graph[claim.by].id);
    });
    Json json;
    if (!relation.id.empty()) json["id"] = relation.id;
    json["from"] = graph[relation.from].id;
    json["type"] = relation.type;
    json["to"] = graph[relation.to].id;
    json["start"] = date_json(relation.when.start);
    json["stop"] = date_json(relation.when.stop);
    const auto sure = confidence(graph, selection, id);
    json["confidence"] = sure ? Json(sure->value) : Json(nullptr);
    json["confidence_range"] = sure ? Json{sure->low, sure->high} : Json(nullptr);
    json["disputed"] = selection[id] == RelationState::disputed;
    json["claims"] = claims;
    json["speakers"] = speakers;
    json["sources"] = sources;
    return json;
}

/// Where each vertex is. A location that is drawn as no node is in the middle of what it holds.
std::vector<std::optional<GvPoint>> places(const View& view, const Scene& scene,
                                           const GvLayout& layout) {
    struct Sum {
        GvPoint sum;
        double count = 0;
    };
    std::vector<Sum> held(scene.places.size());
    const auto shown = [&](GvPoint point) {
        return GvPoint{point.x - layout.box.low.x, layout.box.high.y - point.y};
    };
    for (const auto& [node, place] : scene.placed) {
        const GvPoint at = shown(layout.nodes[node].centre);
        held[place] = {{held[place].sum.x + at.x, held[place].sum.y + at.y}, held[place].count + 1};
    }
    std::vector<std::optional<GvPoint>> points(view.entities.size());
    for (Vertex v = 0; v < points.size(); ++v) {
        if (scene.drawn[v]) {
            points[v] = shown(layout.nodes[*scene.drawn[v]].centre);
        } else if (scene.folded[v] && held[*scene.folded[v]].count > 0) {
            const Sum& place = held[*scene.folded[v]];
            points[v] = GvPoint{place.sum.x / place.count, place.sum.y / place.count};
        }
    }
    return points;
}

/// A box by its middle, as vertices are given.
void add_box(Json& json, const GvNodePlace& box, const GvLayout& layout) {
    json["x"] = hundredths(box.centre.x - layout.box.low.x);
    json["y"] = hundredths(layout.box.high.y - box.centre.y);
    json["width"] = hundredths(box.width);
    json["height"] = hundredths(box.height);
}

/// What is printed beside the scene's nodes: labels of edges and boxes, title, legend, sources.
std::vector<Json> labels_json(const Scene& scene, const GvLayout& layout, const GvLayout& picture,
                              std::size_t first) {
    std::vector<Json> labels;
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        const bool of_scene = i >= first && i < first + scene.nodes.size();
        if (of_scene || picture.nodes[i].width < 1) continue;  // or the invisible end of a line
        add_box(labels.emplace_back(), picture.nodes[i], layout);
    }
    return labels;
}

Json canvas_json(const GvLayout& layout, const GvLayout& picture) {
    const GvBox& box = picture.box;
    Json json;
    add_box(json,
            {{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2},
             box.high.x - box.low.x,
             box.high.y - box.low.y},
            layout);
    return json;
}

/// The control points of a curve, or the corners of a polygon.
Json points_json(const std::vector<GvPoint>& points, const GvLayout& layout) {
    Json json = Json::array();
    for (const GvPoint& point : points) {
        json.push_back(
            {hundredths(point.x - layout.box.low.x), hundredths(layout.box.high.y - point.y)});
    }
    return json;
}

/// What stands together; an area that is not drawn has no place.
std::vector<Json> clusters_json(const std::vector<Area>& areas, const GvLayout& layout) {
    std::vector<Json> clusters;
    for (const Area& area : areas) {
        Json& json = clusters.emplace_back();
        json["name"] = area.name;
        if (area.outline.empty()) {
            for (const char* key : {"x", "y", "width", "height", "outline"}) json[key] = nullptr;
            continue;
        }
        const GvBox box = box_of(area.outline);
        add_box(json,
                {{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2},
                 box.high.x - box.low.x,
                 box.high.y - box.low.y},
                layout);
        json["outline"] = points_json(area.outline, layout);
    }
    return clusters;
}

/// The number of each vertex's cluster, or null.
void add_clusters(std::vector<Json>& vertices, const Scene& scene, const std::vector<Area>& areas) {
    std::vector<Json> cluster_of(scene.nodes.size());
    for (std::size_t k = 0; k < areas.size(); ++k) {
        for (const std::size_t node : areas[k].members) cluster_of[node] = k;
    }
    for (Vertex v = 0; v < vertices.size(); ++v) {
        vertices[v]["cluster"] = scene.drawn[v] ? cluster_of[*scene.drawn[v]] : Json(nullptr);
    }
}

/// How large a drawn vertex is; of a bundle, which.
void add_size(Json& json, const Scene& scene, const GvLayout& layout, std::size_t node) {
    json["width"] = hundredths(layout.nodes[node].width);
    json["height"] = hundredths(layout.nodes[node].height);
    if (!scene.nodes[node].bundled.empty()) json["bundle"] = node;
}

std::vector<Json> vertices_json(const ActorGraph& graph, const View& view,
                                const std::vector<std::optional<GvPoint>>& points,
                                const std::vector<std::uint8_t>& drawn) {
    std::vector<Json> vertices;
    for (Vertex v = 0; v < view.entities.size(); ++v) {
        const Entity& entity = graph[view.entities[v]];
        Json json;
        json["id"] = entity.id;
        json["name"] = entity.name;
        json["type"] = entity.type;
        json["x"] = points[v] ? Json(hundredths(points[v]->x)) : Json(nullptr);
        json["y"] = points[v] ? Json(hundredths(points[v]->y)) : Json(nullptr);
        json["marking"] = to_string(entity.marking);
        json["roles"] = entity.roles;
        json["drawn"] = drawn[v] != 0;
        vertices.push_back(std::move(json));
    }
    return vertices;
}

std::vector<Json> edges_json(const ActorGraph& graph, const View& view,
                             const Citations& citations) {
    std::vector<Json> edges;
    for (std::size_t e = 0; e < view.edges.size(); ++e) {
        const ViewEdge& edge = view.edges[e];
        Json json;
        json["source"] = graph[view.entities[edge.from]].id;
        json["target"] = graph[view.entities[edge.to]].id;
        json["relations"] = Json::array();
        for (const RelationId id : edge.relations) {
            json["relations"].push_back(relation_json(graph, view.selection, id));
        }
        json["confidence"] = edge.confidence ? Json(*edge.confidence) : Json(nullptr);
        json["disputed"] = edge.disputed;
        json["hypothesis"] = edge.hypothesis;
        json["marking"] = to_string(edge.marking);
        json["citations"] = citations.edges[e];
        edges.push_back(std::move(json));
    }
    return edges;
}

Json lens_json(const Lens& lens) {
    Json json = Json::object();
    for (const auto& [option, value] : settings(lens)) {
        if (!json.contains(option)) {
            json[option] = value;
            continue;
        }
        if (!json[option].is_array()) json[option] = Json::array({json[option]});
        json[option].push_back(value);
    }
    return json;
}

Json withheld_json(const SelectionCounts& counts) {
    Json json;
    json["entities"] = counts.withheld_entities;
    json["relations"] = counts.withheld_relations;
    json["claims"] = counts.withheld_claims;
    return json;
}

/// What all pictures have in common, around their vertices and edges.
std::string document(const Lens& lens, const View& view, const Citations& citations, Tlp marking,
                     const std::string& title, const std::vector<Json>& vertices,
                     const std::vector<Json>& edges, const std::string& more) {
    std::vector<Json> sources;
    for (std::size_t i = 0; i < citations.list.size(); ++i) {
        Json json;
        json["number"] = i + 1;
        json["id"] = citations.ids[i];
        json["text"] = citations.list[i];
        sources.push_back(std::move(json));
    }
    std::string text = "{\n  \"title\": " + json_line(Json(title));
    const auto add = [&](const char* name, const std::string& value) {
        text += json_member(name, value);
    };
    add("alleged", "true");
    add("marking", json_line(Json(to_string(marking))));
    add("directed", view.network.directed() ? "true" : "false");
    add("claims_until", json_line(date_json(citations.latest)));
    add("lens", json_line(lens_json(lens)));
    add("withheld", json_line(withheld_json(view.selection.counts)));
    add("vertices", json_list(vertices));
    add("edges", json_list(edges));
    add("sources", json_list(sources));
    return text + more + "\n}\n";
}

}  // namespace

std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                         const Scene& scene, const Citations& citations, const GvLayout& layout,
                         const GvLayout& picture, std::size_t first, const std::string& title,
                         const std::optional<std::vector<Area>>& areas) {
    std::vector<std::uint8_t> drawn;
    for (const auto& node : scene.drawn) {
        drawn.push_back(node && scene.nodes[*node].bundled.empty() ? 1 : 0);
    }
    std::vector<Json> vertices = vertices_json(graph, view, places(view, scene, layout), drawn);
    for (Vertex v = 0; v < vertices.size(); ++v) {
        if (scene.drawn[v]) add_size(vertices[v], scene, layout, *scene.drawn[v]);
    }
    if (areas) add_clusters(vertices, scene, *areas);
    std::vector<Json> edges = edges_json(graph, view, citations);
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        const Json path = points_json(curve_of(layout.edges[i]), layout);
        for (const std::size_t e : scene.edges[i].edges) edges[e]["path"] = path;
    }
    return document(
        lens, view, citations, view.marking, title, vertices, edges,
        json_member("canvas", json_line(canvas_json(layout, picture))) +
            json_member("labels", json_list(labels_json(scene, layout, picture, first))) +
            (areas ? json_member("clusters", json_list(clusters_json(*areas, layout))) : ""));
}

std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                         const std::vector<std::optional<GvPoint>>& points,
                         const std::vector<std::uint8_t>& drawn, const Citations& citations,
                         Tlp marking, const std::string& title, const std::string& more) {
    return document(lens, view, citations, marking, title,
                    vertices_json(graph, view, points, drawn), edges_json(graph, view, citations),
                    more);
}

}  // namespace actormap
