#include "sample.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options = {}) {
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

/// A ring in which actors and malware take turns: in two columns nearly every line crosses one.
ActorGraph ring(std::size_t actors) {
    std::string entities, relations;
    for (std::size_t i = 0; i < actors; ++i) {
        const std::string id = std::to_string(i), comma = i == 0 ? "" : ",";
        entities += comma + R"({"id": "a)" + id + R"(", "type": "intrusion-set", "name": "A"},)" +
                    R"({"id": "m)" + id + R"(", "type": "malware", "name": "M"})";
        const std::string from = R"({"from": "a)" + id + R"(", "type": "uses", "to": "m)";
        const std::string claims = R"(", "claims": [{"by": "s"}]})";
        relations +=
            comma + from + id + claims + "," + from + std::to_string((i + 1) % actors) + claims;
    }
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                    entities + R"(], "relations": [)" + relations + "]}");
}

}  // namespace

TEST_CASE("columns run from sponsor to victim", "[draw][layout]") {
    const auto json = nlohmann::json::parse(drawn(sample(), DrawFormat::json));
    std::map<std::string, double> x;
    for (const auto& vertex : json["vertices"]) x[vertex["id"]] = vertex["x"];
    CHECK(x["mss"] == x["xrz"]);
    CHECK(x["mss"] < x["apt31"]);
    CHECK(x["apt31"] == x["apt40"]);
    CHECK(x["apt31"] < x["parliament"]);
    CHECK(x["parliament"] == x["storting"]);
}

TEST_CASE("many victims stand in several columns, and none overlap", "[draw][layout]") {
    std::string entities = R"({"id": "a", "type": "intrusion-set"})", relations;
    for (int i = 0; i < 60; ++i) {
        const std::string id = "v" + std::to_string(i);
        entities += R"(,{"id": ")" + id + R"(", "type": "identity", "name": "A victim number )" +
                    std::to_string(i) + R"("})";
        relations += std::string(i == 0 ? "" : ",") +
                     R"({"from": "a", "type": "targets", "to": ")" + id +
                     R"(", "claims": [{"by": "s"}]})";
    }
    const ActorGraph graph =
        graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                 entities + R"(], "relations": [)" + relations + "]}");
    const auto json = nlohmann::json::parse(drawn(graph, DrawFormat::json));
    std::set<double> columns;
    std::vector<std::pair<double, double>> points;
    for (const auto& vertex : json["vertices"]) {
        columns.insert(vertex["x"].get<double>());
        points.emplace_back(vertex["x"], vertex["y"]);
    }
    CHECK(columns.size() >= 3);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool apart = std::abs(points[i].first - points[j].first) >= 60 ||
                               std::abs(points[i].second - points[j].second) >= 20;
            CHECK(apart);
        }
    }
}

TEST_CASE("three hundred entities all have names, in bounded time", "[draw][layout]") {
    const ActorGraph graph = large(300);
    const std::string svg = drawn(graph, DrawFormat::svg);  // its default limits end what runs away
    for (int i = 0; i < 300; ++i) CHECK(has(svg, ">Name " + std::to_string(i) + "</text>"));
    CHECK_FALSE(has(svg, "Too many to name"));
}

TEST_CASE("of six hundred nodes that somebody asked for sixty have names, and the caption says so",
          "[draw][layout]") {
    const ActorGraph graph = large(600);
    const std::string svg = drawn(graph, DrawFormat::svg, {.reduction = Reduction{}});
    CHECK(count(svg, ">Name ") - count(svg, "<title>Name ") == 60);
    CHECK(has(svg, "the 60 entities with the highest measure are named, the other 540 are dots"));
    CHECK(has(svg, ">Name 0</text>"));
    CHECK(count(svg, "<title>Name ") == 600 + 599);  // a pointer still finds all
}

TEST_CASE("numbers on the edges of a picture by springs cover nothing", "[draw][layout]") {
    for (const ActorGraph& graph : {sample(), large(40)}) {
        const auto json = nlohmann::json::parse(
            drawn(graph, DrawFormat::json, {.layout = DrawLayout::force, .legend = false}));
        std::vector<std::array<double, 4>> boxes;
        const auto add = [&](const auto& box) {
            boxes.push_back({box["x"], box["y"], box["width"], box["height"]});
        };
        for (const auto& vertex : json["vertices"]) {
            if (vertex.contains("width")) add(vertex);
        }
        const std::size_t nodes = boxes.size();
        for (const auto& label : json["labels"]) add(label);
        CHECK(boxes.size() > nodes + 5);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const auto& [x, y, w, h] = boxes[i];
                const auto& [a, b, v, g] = boxes[j];
                CHECK(std::max(std::abs(x - a) - (w + v) / 2, std::abs(y - b) - (h + g) / 2) >
                      -0.5);
            }
        }
    }
}

TEST_CASE("columns are taken unless many lines cross in them", "[draw][layout]") {
    std::vector<std::string> said;
    DrawOptions options;
    options.explain = [&](const std::string& text) { said.push_back(text); };
    (void)drawn(sample(), DrawFormat::dot, options);
    (void)drawn(ring(35), DrawFormat::dot, options);
    (void)drawn(large(90), DrawFormat::dot, options);
    REQUIRE(said.size() == 3);
    CHECK(said[0].starts_with("layout: layered: "));
    CHECK(said[1].starts_with("layout: force: "));
    CHECK(has(said[1], " crossings in columns, "));
    CHECK(said[2] == "layout: force: 90 nodes and 89 edges are too many for columns");
}

TEST_CASE("what is too much for springs between all is drawn by Graphviz, and said",
          "[draw][layout]") {
    std::vector<std::string> said;
    DrawOptions options;
    options.reduction = Reduction{};
    options.explain = [&](const std::string& text) { said.push_back(text); };
    const std::string dot = drawn(large(1600), DrawFormat::dot, options);
    CHECK(count(dot, "shape=point") + count(dot, "label=") > 1600);
    REQUIRE(said.size() == 2);
    CHECK(said[1] == "layout: sfdp, since 1600 nodes are too many for a spring between every two");
}

TEST_CASE("a picture beyond the limits is an error, not a hang", "[draw][layout]") {
    const ActorGraph graph = large(3000);
    try {
        (void)drawn(graph, DrawFormat::svg,
                    {.layout = DrawLayout::layered,
                     .reduction = Reduction{},
                     .limits = {.cpu_seconds = 1}});
        FAIL("drawn within a second");
    } catch (const Error& error) {
        CHECK(error.id() == "graphviz-limit");
    }
}

TEST_CASE("a radial picture has the most linked entity in the middle", "[draw][layout]") {
    const std::string text = drawn(sample(), DrawFormat::json, {.layout = DrawLayout::radial});
    const auto json = nlohmann::json::parse(text);
    double x = 0, y = 0, count = 0;
    std::map<std::string, std::pair<double, double>> at;
    for (const auto& vertex : json["vertices"]) {
        at[vertex["id"]] = {vertex["x"], vertex["y"]};
        x += vertex["x"].get<double>(), y += vertex["y"].get<double>(), ++count;
    }
    const auto [middle_x, middle_y] = at["apt31"];
    CHECK(std::hypot(middle_x - x / count, middle_y - y / count) < 150);
}

TEST_CASE("a radial picture is around whom the lens is around", "[draw][layout]") {
    // A hub with ten leaves, and beside it an entity with two of its own, "a" and "b".
    std::string entities = R"({"id": "hub", "type": "tool"}, {"id": "side", "type": "tool"},
        {"id": "a", "type": "tool"}, {"id": "b", "type": "tool"})";
    std::string relations =
        R"({"from": "side", "type": "uses", "to": "hub", "claims": [{"by": "s"}]},
        {"from": "side", "type": "uses", "to": "a", "claims": [{"by": "s"}]},
        {"from": "side", "type": "uses", "to": "b", "claims": [{"by": "s"}]})";
    for (int i = 0; i < 10; ++i) {
        const std::string id = std::to_string(i);
        entities += R"(, {"id": "l)" + id + R"(", "type": "tool"})";
        relations +=
            R"(, {"from": "hub", "type": "uses", "to": "l)" + id + R"(", "claims": [{"by": "s"}]})";
    }
    const ActorGraph graph =
        graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                 entities + R"(], "relations": [)" + relations + "]}");
    // In the middle is the one for whom all that is linked to it stands on the inner circle.
    const auto is_middle = [&](const std::vector<std::string>& around, const std::string& id) {
        Lens lens = clear();
        lens.around = around;
        lens.hops = 2;
        const auto json = nlohmann::json::parse(draw(
            graph, lens, apply(graph, lens), DrawFormat::json, {.layout = DrawLayout::radial}));
        std::map<std::string, std::pair<double, double>> at;
        for (const auto& vertex : json["vertices"]) at[vertex["id"]] = {vertex["x"], vertex["y"]};
        std::set<std::string> linked;
        for (const auto& edge : json["edges"]) {
            if (edge["source"] == id) linked.insert(edge["target"]);
            if (edge["target"] == id) linked.insert(edge["source"]);
        }
        double inner = 0, outer = INFINITY;
        for (const auto& [other, place] : at) {
            if (other == id) continue;
            const double away =
                std::hypot(place.first - at[id].first, place.second - at[id].second);
            if (linked.contains(other)) {
                inner = std::max(inner, away);
            } else {
                outer = std::min(outer, away);
            }
        }
        return inner < outer;
    };
    CHECK(is_middle({}, "hub"));
    CHECK_FALSE(is_middle({}, "side"));
    CHECK(is_middle({"side"}, "side"));
    CHECK_FALSE(is_middle({"side"}, "hub"));
    CHECK(is_middle({"side", "hub"}, "side"));
    CHECK(is_middle({"hub", "side"}, "hub"));
    // Of what is not drawn nothing can be around: the most linked it is.
    Lens lens = clear();
    lens.around = {"side"};
    lens.not_types = {"tool"};
    CHECK(
        has(draw(graph, lens, apply(graph, lens), DrawFormat::svg, {.layout = DrawLayout::radial}),
            "Nothing to show"));
}

TEST_CASE("by springs, countries stand behind actors, and the caption counts what is left out",
          "[draw][layout]") {
    const std::string svg = drawn(sample(), DrawFormat::svg, {.layout = DrawLayout::force});
    CHECK(has(svg, ">APT31 \xC2\xB7 CN</text>"));
    CHECK(has(svg, "5 links to countries are not drawn; only named actors show theirs."));
    CHECK(has(svg, "letters behind an actor&#39;s name: the country"));
    CHECK_FALSE(has(svg, "grey box"));
    const std::string radial = drawn(sample(), DrawFormat::svg, {.layout = DrawLayout::radial});
    CHECK(has(radial, "brackets under a name: the country"));
    CHECK_FALSE(has(radial, "not drawn"));
}
