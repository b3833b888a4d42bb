#include "sample.hpp"

#include <actormap/draw/areas.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <random>
#include <set>
#include <tuple>

using namespace actormap;
using namespace actormap::test;

namespace {

using Json = nlohmann::json;
using Box = std::array<double, 4>;  // middle, width and height

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options) {
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

/// Actors who each hit victims in several countries: springs alone would mix the countries up.
ActorGraph countries(std::size_t count, std::size_t victims) {
    std::string entities, relations;
    for (std::size_t c = 0; c < count; ++c) {
        const std::string place = std::to_string(c);
        entities += R"({"id": "l)" + place + R"(", "type": "location", "name": "Land )" + place +
                    R"("},{"id": "a)" + place + R"(", "type": "intrusion-set", "name": "Actor )" +
                    place + "\"}" + (c + 1 < count ? "," : "");
    }
    const auto add = [&](const std::string& from, const char* type, const std::string& to) {
        relations += (relations.empty() ? "" : ",") + std::string(R"({"from": ")") + from +
                     R"(", "type": ")" + type + R"(", "to": ")" + to +
                     R"(", "claims": [{"by": "s"}]})";
    };
    for (std::size_t i = 0; i < count * victims; ++i) {
        const std::string id = "v" + std::to_string(i);
        entities += R"(,{"id": ")" + id + R"(", "type": "identity", "name": "Victim )" +
                    std::to_string(i) + "\"}";
        add(id, "located-at", "l" + std::to_string(i % count));
        add("a" + std::to_string(i / count % count), "targets", id);
        if (i % 3 == 0) add("a" + std::to_string(i % count), "targets", id);
    }
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                    entities + R"(], "relations": [)" + relations + "]}");
}

Box box_in(const Json& json) {
    return {json["x"], json["y"], json["width"], json["height"]};
}

/// Whether a point is inside a polygon, by how often a ray to the right crosses its outline.
bool inside(const Json& outline, double x, double y) {
    bool in = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const double xi = outline[i][0], yi = outline[i][1], xj = outline[j][0], yj = outline[j][1];
        if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) in = !in;
    }
    return in;
}

/// How many of a grid of points on a box are inside a polygon.
std::size_t covered(const Json& outline, const Box& box) {
    std::size_t count = 0;
    for (int i = 0; i <= 10; ++i) {
        for (int j = 0; j <= 10; ++j) {
            count += inside(outline, box[0] + box[2] * (i / 10.0 - 0.5) * 0.98,
                            box[1] + box[3] * (j / 10.0 - 0.5) * 0.98)
                         ? 1U
                         : 0U;
        }
    }
    return count;
}

/// Every area holds its own nodes and its name whole, and of the others nothing.
void check_areas(const Json& picture) {
    std::size_t members = 0;
    for (std::size_t k = 0; k < picture["clusters"].size(); ++k) {
        const Json& cluster = picture["clusters"][k];
        REQUIRE_FALSE(cluster["outline"].is_null());
        INFO(cluster["name"]);
        std::size_t held = 0, labels = 0;
        for (const Json& vertex : picture["vertices"]) {
            if (!vertex.contains("width")) continue;
            const bool own = vertex["cluster"] == k;
            held += own ? 1U : 0U;
            CHECK(covered(cluster["outline"], box_in(vertex)) == (own ? 121 : 0));
        }
        CHECK(held >= 3);
        for (const Json& label : picture["labels"]) {
            labels += covered(cluster["outline"], box_in(label)) == 121 ? 1U : 0U;
        }
        CHECK(labels >= 1);  // of the area; numbers of sources may be inside too
        const auto [x, y, w, h] = box_in(cluster);
        double left = INFINITY, top = INFINITY;
        for (const Json& point : cluster["outline"]) {
            left = std::min(left, point[0].get<double>());
            top = std::min(top, point[1].get<double>());
        }
        CHECK(x - w / 2 == Approx(left).margin(0.02));
        CHECK(y - h / 2 == Approx(top).margin(0.02));
        CHECK(left > picture["canvas"]["x"].get<double>() -
                         picture["canvas"]["width"].get<double>() / 2 - 18);
        members += held;
    }
    CHECK(members > 0);
}

void check_no_overlaps(const Json& picture) {
    std::vector<Box> boxes;
    for (const Json& vertex : picture["vertices"]) {
        if (vertex.contains("width")) boxes.push_back(box_in(vertex));
    }
    for (const Json& label : picture["labels"]) boxes.push_back(box_in(label));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = boxes[i], &b = boxes[j];
            CHECK(std::max(std::abs(a[0] - b[0]) - (a[2] + b[2]) / 2,
                           std::abs(a[1] - b[1]) - (a[3] + b[3]) / 2) > -0.5);
        }
    }
}

}  // namespace

TEST_CASE("areas hold what is theirs and nothing else", "[draw][areas]") {
    DrawOptions options{.layout = DrawLayout::force};
    options.cluster = Clustering::country;
    for (const auto& [count, victims] :
         std::vector<std::pair<std::size_t, std::size_t>>{{3, 4}, {5, 8}, {8, 14}}) {
        const ActorGraph graph = countries(count, victims);
        const Json picture = Json::parse(drawn(graph, DrawFormat::json, options));
        INFO(count << " countries of " << victims);
        REQUIRE(picture["clusters"].size() == count);
        check_areas(picture);
        check_no_overlaps(picture);
        for (const Json& vertex : picture["vertices"]) {
            const std::string id = vertex["id"];
            if (id[0] != 'v') {
                CHECK(vertex["cluster"].is_null());
                continue;
            }
            const std::string land = "Land " + std::to_string(std::stoul(id.substr(1)) % count);
            CHECK(picture["clusters"].at(vertex["cluster"].get<std::size_t>())["name"] == land);
        }
    }
    options.cluster = Clustering::community;
    for (const std::size_t victims : {std::size_t{4}, std::size_t{14}}) {
        const Json picture = Json::parse(drawn(countries(6, victims), DrawFormat::json, options));
        CHECK(picture["clusters"].size() >= 3);
        check_areas(picture);
        check_no_overlaps(picture);
    }
}

TEST_CASE("what stands about at random is set apart", "[draw][areas]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        const auto number = [&](double most) {
            return most * static_cast<double>(random() % 1000) / 1000;
        };
        const std::size_t nodes = 6 + seed % 40, count = 1 + seed % 5;
        std::vector<Area> areas(count);
        for (std::size_t i = 0; i < nodes; ++i) {
            if (const std::size_t at = random() % (count + 1); at < count) {
                areas[at].members.push_back(i);
            }
        }
        std::erase_if(areas, [](const Area& area) { return area.members.size() < 3; });
        for (std::size_t k = 0; k < areas.size(); ++k) areas[k].label = nodes + k;
        std::vector<GvPoint> points;
        GvLayout layout;
        for (std::size_t i = 0; i < nodes + areas.size(); ++i) {
            const double x = number(300), y = number(200), width = 10 + number(70);
            points.push_back({x, y});
            layout.nodes.push_back({{}, width, 8 + number(20)});
        }
        INFO("seed " << seed);
        REQUIRE(set_apart(points, layout.nodes, areas, 6, 2000));
        for (std::size_t i = 0; i < points.size(); ++i) {
            layout.nodes[i].centre = points[i];
            for (std::size_t j = 0; j < i; ++j) {
                const double x = std::abs(points[i].x - points[j].x) -
                                 (layout.nodes[i].width + layout.nodes[j].width) / 2;
                const double y = std::abs(points[i].y - points[j].y) -
                                 (layout.nodes[i].height + layout.nodes[j].height) / 2;
                CHECK(std::max(x, y) > 6 - 0.01);
            }
        }
        Content content;
        content.areas = areas;
        outline_areas(content, layout);
        for (const Area& area : content.areas) CHECK_FALSE(area.outline.empty());
        // No node may go where it would be a stranger; any may stay.
        for (std::size_t i = 0; i < nodes; ++i) {
            CHECK(stays_clean(points, layout.nodes, areas, i, points[i]));
            for (const Area& area : areas) {
                const bool own =
                    std::find(area.members.begin(), area.members.end(), i) != area.members.end();
                if (!own) {
                    CHECK_FALSE(
                        stays_clean(points, layout.nodes, areas, i, points[area.members[1]]));
                }
            }
        }
    }
}

TEST_CASE("an area that others stand in is not drawn, and the caption counts it", "[draw][areas]") {
    DrawOptions options{.layout = DrawLayout::force};
    options.cluster = Clustering::country;
    const ActorGraph graph = countries(2, 3);
    // Kept where they were: those of the first country around one of the second.
    for (const auto& [id, x, y] :
         std::vector<std::tuple<const char*, double, double>>{{"v0", 0, 0},
                                                              {"v2", 400, 0},
                                                              {"v4", 200, 300},
                                                              {"v1", 200, 100},
                                                              {"v3", 200, 900},
                                                              {"v5", 400, 900},
                                                              {"a0", -500, 500},
                                                              {"a1", 900, 500}}) {
        options.earlier[id] = {x, y};
    }
    const Json picture = Json::parse(drawn(graph, DrawFormat::json, options));
    REQUIRE(picture["clusters"].size() == 2);
    for (const Json& cluster : picture["clusters"]) {
        CHECK(cluster["outline"].is_null());
        CHECK(cluster["x"].is_null());
    }
    for (const Json& vertex : picture["vertices"]) {
        if (vertex["id"] == "v2") CHECK(vertex["cluster"] == 0);
    }
    const std::string svg = drawn(graph, DrawFormat::svg, options);
    CHECK(has(svg, "2 clusters have no area, since others stand between what is in it."));
    CHECK_FALSE(has(svg, ">Land 0</text>"));
    CHECK_FALSE(has(svg, "area: country"));
}

TEST_CASE("areas are in every format, in the colours of the theme, with their names",
          "[draw][areas]") {
    const ActorGraph graph = countries(3, 4);
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        DrawOptions options{.layout = DrawLayout::force, .theme = theme};
        options.cluster = Clustering::country;
        const std::string svg = drawn(graph, DrawFormat::svg, options);
        const Palette& palette = palette_of(theme);
        std::string fill(palette.group_fill);
        for (char& letter : fill) letter = static_cast<char>(std::tolower(letter));
        CHECK(count(svg, "<polygon fill=\"" + fill + "\"") >= 3);
        for (const char* name : {">Land 0</text>", ">Land 1</text>", ">Land 2</text>"}) {
            CHECK(count(svg, name) == 1);
        }
        CHECK(has(svg, "area: country"));
        CHECK(has(svg, "not drawn; only areas and named actors show theirs."));
        const std::string dot = drawn(graph, DrawFormat::dot, options);
        CHECK(has(dot, "_background"));
        CHECK(has(dot, "-" + std::string(palette.group_fill)));
        CHECK(svg == drawn(graph, DrawFormat::svg, options));
        options.cluster = Clustering::community;
        CHECK(has(drawn(graph, DrawFormat::svg, options), "area: community (Leiden, modularity)"));
        // Without areas, nothing of it.
        options.cluster = Clustering::none;
        const std::string bare = drawn(graph, DrawFormat::svg, options);
        CHECK_FALSE(has(bare, "area: "));
        options.cluster = Clustering::automatic;
        CHECK(bare == drawn(graph, DrawFormat::svg, options));
        CHECK_FALSE(has(drawn(graph, DrawFormat::dot, options), "_background"));
        CHECK_FALSE(has(drawn(graph, DrawFormat::json, options), "cluster"));
    }
}

TEST_CASE("columns have boxes of countries unless told otherwise, and never communities",
          "[draw][areas]") {
    std::vector<std::string> said;
    DrawOptions options{.layout = DrawLayout::layered};
    options.explain = [&](const std::string& text) { said.push_back(text); };
    const std::string usual = drawn(sample(), DrawFormat::svg, options);
    CHECK(has(usual, "grey box, or brackets"));
    options.cluster = Clustering::country;
    CHECK(drawn(sample(), DrawFormat::svg, options) == usual);
    const Json boxes = Json::parse(drawn(sample(), DrawFormat::json, options));
    REQUIRE(boxes["clusters"].size() == 2);
    std::set<std::string> names;
    for (const Json& cluster : boxes["clusters"]) names.insert(cluster["name"]);
    CHECK(names == std::set<std::string>{"China", "Finland"});
    for (const Json& vertex : boxes["vertices"]) {
        if (!vertex.contains("width") || vertex["cluster"].is_null()) continue;
        const Json& cluster = boxes["clusters"].at(vertex["cluster"].get<std::size_t>());
        CHECK(covered(cluster["outline"], box_in(vertex)) == 121);
    }
    CHECK(said.empty());
    options.cluster = Clustering::none;
    const std::string bare = drawn(sample(), DrawFormat::svg, options);
    CHECK_FALSE(has(bare, "grey box"));
    CHECK(has(bare, "brackets under a name: the country"));
    CHECK(has(bare, ">(Finland)</text>"));
    CHECK(Json::parse(drawn(sample(), DrawFormat::json, options))["clusters"].empty());
    options.cluster = Clustering::community;
    CHECK(drawn(sample(), DrawFormat::svg, options) == usual);
    REQUIRE(said.size() == 1);
    CHECK(said[0] == "layout: layered, as asked; columns have no areas of communities");
    options.layout = DrawLayout::automatic;
    CHECK(has(drawn(sample(), DrawFormat::svg, options), "area: community"));
    REQUIRE(said.size() == 2);
    CHECK(said[1] == "layout: force, since columns have no communities");
}
