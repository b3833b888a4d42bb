#include "read/misp_reading.hpp"
#include "sample.hpp"

#include <actormap/draw/sheet.hpp>
#include <actormap/draw/world_background.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_draw.hpp>
#include <actormap/draw/world_inset.hpp>
#include <actormap/draw/world_style.hpp>
#include <actormap/graphviz/text.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

World world_of(const ActorGraph& graph, const Lens& lens = clear()) {
    const View view = apply(graph, lens);
    return make_world(graph, view, apply(graph, lens, Direction::directed), cite(graph, view), {},
                      {});
}

std::string drawn(const ActorGraph& graph, DrawFormat format, DrawOptions options = {}) {
    options.layout = DrawLayout::world;
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

GvBox box_of(const MapLabel& label) {
    const GvPoint at = label.place.centre;
    return {{at.x - label.width / 2, at.y - label.height / 2},
            {at.x + label.width / 2, at.y + label.height / 2}};
}

bool overlap(const GvBox& a, const GvBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

/// Whether points along a line are in a box.
bool passes(GvPoint from, GvPoint to, const GvBox& box) {
    for (int i = 0; i <= 200; ++i) {
        const double t = i / 200.0;
        const GvPoint p = {from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
        if (p.x > box.low.x + 0.01 && p.x < box.high.x - 0.01 && p.y > box.low.y + 0.01 &&
            p.y < box.high.y - 0.01) {
            return true;
        }
    }
    return false;
}

/// What the layout's own numbers must say of any map.
void check_readable(const World& world) {
    const WorldMap& map = world.map;
    std::size_t named = 0;
    std::set<std::size_t> marked;
    for (const MapMark& mark : map.marks) marked.insert(*mark.country);
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        const MapLabel& label = map.labels[i];
        if (label.country) ++named;
        const GvBox box = box_of(label);
        INFO(label.texts[0].lines[0]);
        CHECK((box.low.x >= map.box.low.x && box.high.x <= map.box.high.x));
        CHECK((box.low.y >= map.box.low.y && box.high.y <= map.box.high.y));
        for (std::size_t j = 0; j < i; ++j) {
            INFO(map.labels[j].texts[0].lines[0]);
            CHECK_FALSE(overlap(box, box_of(map.labels[j])));
        }
        for (const MapMark& mark : map.marks) {
            const double r = mark.radius;
            const GvBox square = {{mark.centre.x - r, mark.centre.y - r},
                                  {mark.centre.x + r, mark.centre.y + r}};
            const bool hidden = map.inset && !mark.inset && overlap(square, map.inset->box);
            CHECK((hidden || !overlap(box, square)));
        }
        for (const MapLabel& other : map.labels) {
            if (!other.place.leader) continue;
            CHECK_FALSE(passes(other.place.leader->first, other.place.leader->second, box));
        }
        // Read on a page of A4 in landscape.
        const double page = page_width / (map.box.high.x - map.box.low.x + 36);
        for (const MapText& text : label.texts) CHECK(text.size * page >= smallest_type);
    }
    CHECK(named + map.unnamed == marked.size());
    for (const MapMark& mark : map.marks) {
        CHECK(mark.centre.x - mark.radius >= map.box.low.x);
        CHECK(mark.centre.x + mark.radius <= map.box.high.x);
        CHECK(mark.centre.y - mark.radius >= map.box.low.y);
        CHECK(mark.centre.y + mark.radius <= map.box.high.y);
    }
    for (const MapArc& arc : map.arcs) {
        for (const GvPoint& point : points_of(arc.cubic)) {
            CHECK((point.x >= map.box.low.x && point.x <= map.box.high.x));
            CHECK((point.y >= map.box.low.y && point.y <= map.box.high.y));
        }
    }
}

ActorGraph curated() {
    std::vector<Input> inputs;
    std::set<std::string> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(ACTORMAP_SOURCE_DIR) + "/graphs")) {
        if (entry.path().extension() == ".json") paths.insert(entry.path().string());
    }
    for (const std::string& path : paths) inputs.push_back({path, read_file(path)});
    Diagnostics diagnostics;
    return read(std::move(inputs), std::nullopt, diagnostics).graph;
}

/// Actors of `from` countries that hit each of `to` countries; the first `twice` do it twice.
ActorGraph dense(std::size_t from, std::size_t to, std::size_t twice = 0) {
    const char* codes[] = {"CN", "RU", "IR", "KP", "US", "IN", "PK", "VN", "TR", "IL", "BR", "ZA",
                           "MX", "AR", "CL", "PE", "CO", "NG", "KE", "EG", "FI", "SE", "NO", "DK"};
    std::string entities, relations;
    const auto add = [](std::string& list, const std::string& item) {
        list += (list.empty() ? "" : ",") + item;
    };
    for (std::size_t i = 0; i < to; ++i) {
        const std::string code = codes[i];
        add(entities,
            R"({"id": "l)" + code + R"(", "type": "location", "country": ")" + code + "\"}");
    }
    for (std::size_t i = 0; i < from; ++i) {
        const std::string actor = "a" + std::to_string(i);
        add(entities, R"({"id": ")" + actor + R"(", "type": "intrusion-set"})");
        const auto relation = [&](const std::string& type, const std::string& code) {
            add(relations, R"({"from": ")" + actor + R"(", "type": ")" + type + R"(", "to": "l)" +
                               code + R"(", "claims": [{"by": "s"}]})");
        };
        relation("originates-from", codes[i]);
        for (std::size_t j = 0; j < to; ++j) relation("targets", codes[j]);
        for (std::size_t j = 0; j < to && i < twice; ++j) relation("compromises", codes[j]);
    }
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                    entities + R"(], "relations": [)" + relations + "]}");
}

}  // namespace

TEST_CASE("labels of a map overlap nothing, and nothing leaves it", "[draw][world]") {
    check_readable(world_of(sample()));
    check_readable(world_of(dense(12, 24)));
    const World world = world_of(curated());
    check_readable(world);
    CHECK(world.map.unnamed <= 1);  // the labels are tall, and Europe is small even in the inset
    CHECK(world.map.detailed);
    CHECK(world.map.inset);
    CHECK_FALSE(world_of(sample()).map.inset);
}

TEST_CASE("the map of a published galaxy is readable", "[draw][world]") {
    const auto folder = shared_data();
    if (!folder) {
        WARN("skipped: the published data is not there");
        return;
    }
    const std::string path = *folder + "/misp-galaxy/threat-actor.json";
    Diagnostics diagnostics;
    const ActorGraph graph = read({{path, read_file(path)}}, std::nullopt, diagnostics).graph;
    const World world = world_of(graph);
    check_readable(world);
    CHECK_FALSE(world.map.detailed);
    CHECK(world.map.inset);
    CHECK(world.scene.countries.size() > 90);
    CHECK(world.map.unnamed < 20);
    CHECK(world.map.arcs.size() + world.map.arcs_left == world.scene.arcs.size());
    for (const char* code : {"CN", "RU", "IR", "KP"}) {
        INFO(code);
        CHECK(std::any_of(world.map.labels.begin(), world.map.labels.end(), [&](const auto& label) {
            return label.country && world.scene.countries[*label.country].code == code;
        }));
    }
}

TEST_CASE("beyond 150 arcs the lightest are left out, and the caption says so", "[draw][world]") {
    const World few = world_of(dense(7, 12));
    CHECK(few.map.arcs.size() == 7 * 11);
    CHECK(few.map.arcs_left == 0);
    const auto says = [](const World& world, const std::string& sentence) {
        const auto caption = world_caption(world.scene, world.map);
        return std::find(caption.begin(), caption.end(), sentence) != caption.end();
    };
    // All weigh the same.
    const World many = world_of(dense(12, 24));
    CHECK(many.scene.arcs.size() == 12 * 23);
    CHECK(many.map.arcs.size() == 150);
    CHECK(many.map.least_claims == 0);
    CHECK(says(many,
               "Drawn are 150 of 276 arcs, the heaviest and of equal ones the first by code; "
               "the countries of the others are tinted and marked."));
    // The actors of the first four countries have twice as many claims.
    const World weighty = world_of(dense(12, 24, 4));
    CHECK(weighty.map.arcs.size() == 4 * 23);
    CHECK(weighty.map.least_claims == 2);
    CHECK(says(weighty,
               "Drawn are the heaviest arcs, those of 2 claims or more: 92. The 184 lighter ones "
               "are left out, but their countries are tinted and marked."));
}

TEST_CASE("arcs that run to and fro are two", "[draw][world]") {
    const World world = world_of(dense(2, 2));
    REQUIRE(world.map.arcs.size() == 2);
    const auto middle = [&](std::size_t arc) {
        const auto points = points_of(world.map.arcs[arc].cubic);
        return points[points.size() / 2];
    };
    CHECK(std::hypot(middle(0).x - middle(1).x, middle(0).y - middle(1).y) > 10);
}

TEST_CASE("a map says what it shows", "[draw][world]") {
    const std::string svg = drawn(sample(), DrawFormat::svg);
    CHECK(has(svg, ">A sample</text>"));
    CHECK(has(svg, ">TLP:CLEAR<"));
    CHECK(has(svg, ">Finland</text>"));
    CHECK(has(svg, ">Parliament of Finland</text>"));
    CHECK(has(svg, ">from China</text>"));
    CHECK_FALSE(has(svg, ">from Russia</text>"));
    CHECK(has(svg, "<title>" +
                       escape_xml("China to Finland (alleged): 3 relations, 3 claims, 1 "
                                  "disputed, sources [1-3]") +
                       "</title>"));
    CHECK(has(svg, "<title>China: "));  // the house
    CHECK(has(svg,
              "<title>Finland: hit by 3 relations; hit there: An office, Parliament of "
              "Finland</title>"));
    CHECK(has(svg, "Withheld, being marked above TLP:CLEAR: 1 entity, 1 relation."));
    CHECK(has(svg, "Not on the map, being in no country: 1 entity (1 front company)."));
    CHECK(count(svg, "<polygon") > 200);  // the land
    CHECK(has(drawn(sample(), DrawFormat::png), "IEND"));
    CHECK(drawn(sample(), DrawFormat::pdf).starts_with("%PDF"));
    const std::string dot = drawn(sample(), DrawFormat::dot);
    CHECK(has(dot, "_background=\"c 7 -#"));
    std::istringstream lines(dot);  // Graphviz reads no longer runs of text than 16,384 letters
    for (std::string line; std::getline(lines, line);) CHECK(line.size() < 10000);
    for (const DrawFormat format : {DrawFormat::svg, DrawFormat::png, DrawFormat::dot}) {
        CHECK((drawn(sample(), format) == drawn(sample(), format)));
    }
}

TEST_CASE("an empty view is a map too", "[draw][world]") {
    Lens lens = clear();
    lens.types = {"campaign"};
    const ActorGraph graph = sample();
    const std::string svg =
        draw(graph, lens, apply(graph, lens), DrawFormat::svg, {.layout = DrawLayout::world});
    CHECK(has(svg, "Nothing to show under this lens."));
}

TEST_CASE("nothing of a graph's texts is in the background", "[draw][world]") {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        const std::string text = world_background(world_of(sample()).scene, europe_inset(), theme);
        std::istringstream words(text);
        const std::set<std::string> operations = {"c", "C", "S", "P", "p", "L"};
        for (std::string word; words >> word;) {
            const bool value = word[0] == '-' && word.size() > 1 && word[1] == '#';
            const bool width = word.starts_with("-setlinewidth(");
            const bool number = word.find_first_not_of("-.0123456789") == std::string::npos;
            INFO(word);
            CHECK((operations.contains(word) || value || width || number));
        }
    }
}

TEST_CASE("JSON has each vertex at its country, and the arcs", "[draw][world]") {
    const auto json = nlohmann::json::parse(drawn(sample(), DrawFormat::json));
    const auto vertex = [&](const char* id) {
        for (const auto& each : json["vertices"]) {
            if (each["id"] == id) return each;
        }
        return nlohmann::json();
    };
    CHECK(vertex("parliament")["x"] == vertex("office")["x"]);
    CHECK(vertex("parliament")["x"] == vertex("fi")["x"]);
    CHECK(vertex("apt31")["x"] == vertex("mss")["x"]);
    CHECK(vertex("apt31")["x"] > vertex("parliament")["x"]);
    CHECK(vertex("parliament")["y"] < vertex("mss")["y"]);
    CHECK(vertex("xrz")["x"].is_null());
    CHECK(vertex("xrz")["drawn"] == false);
    REQUIRE(json["arcs"].size() == 2);
    CHECK(json["arcs"][0]["from"] == "CN");
    CHECK(json["arcs"][0]["to"] == "FI");
    CHECK(json["arcs"][0]["claims"] == 3);
    CHECK(json["arcs"][0]["drawn"] == true);
    CHECK(json["countries"].size() == 3);
    CHECK(json["edges"].size() == apply(sample(), clear()).edges.size());
}
