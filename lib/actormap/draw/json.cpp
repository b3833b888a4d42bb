#include <actormap/draw/json.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace actormap {

namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A list with a record on each line.
std::string list(const std::vector<Json>& records) {
    std::string text = "[";
    for (std::size_t i = 0; i < records.size(); ++i) {
        text += (i == 0 ? "\n    " : ",\n    ") + line(records[i]);
    }
    return text + (records.empty() ? "]" : "\n  ]");
}

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
    std::vector<std::optional<GvPoint>> points(view.entities.size(), GvPoint{});
    for (Vertex v = 0; v < points.size(); ++v) {
        if (scene.drawn[v]) {
            points[v] = shown(layout.nodes[*scene.drawn[v]].centre);
        } else if (const Sum& place = held[*scene.folded[v]]; place.count > 0) {
            points[v] = GvPoint{place.sum.x / place.count, place.sum.y / place.count};
        }
    }
    return points;
}

double hundredths(double value) {
    return std::round(value * 100) / 100;
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

}  // namespace

std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                         const Scene& scene, const Citations& citations, const GvLayout& layout,
                         const std::string& title) {
    std::vector<std::uint8_t> drawn;
    for (const auto& node : scene.drawn) drawn.push_back(node ? 1 : 0);
    return drawing_json(graph, lens, view, places(view, scene, layout), drawn, citations, title,
                        "");
}

std::string drawing_json(const ActorGraph& graph, const Lens& lens, const View& view,
                         const std::vector<std::optional<GvPoint>>& points,
                         const std::vector<std::uint8_t>& drawn, const Citations& citations,
                         const std::string& title, const std::string& more) {
    std::vector<Json> sources;
    for (std::size_t i = 0; i < citations.list.size(); ++i) {
        Json json;
        json["number"] = i + 1;
        json["id"] = citations.ids[i];
        json["text"] = citations.list[i];
        sources.push_back(std::move(json));
    }
    std::string text = "{\n  \"title\": " + line(title);
    const auto member = [&](const char* name, const std::string& value) {
        text += std::string(",\n  \"") + name + "\": " + value;
    };
    member("alleged", "true");
    member("marking", line(to_string(view.marking)));
    member("directed", view.network.directed() ? "true" : "false");
    member("claims_until", line(date_json(citations.latest)));
    member("lens", line(lens_json(lens)));
    member("withheld", line(withheld_json(view.selection.counts)));
    member("vertices", list(vertices_json(graph, view, points, drawn)));
    member("edges", list(edges_json(graph, view, citations)));
    member("sources", list(sources));
    return text + more + "\n}\n";
}

}  // namespace actormap
