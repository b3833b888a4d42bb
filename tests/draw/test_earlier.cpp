#include "sample.hpp"

#include <actormap/draw/earlier.hpp>

#include <algorithm>
#include <cmath>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options = {}) {
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

/// A connected graph of hubs and leaves; each of more vertices is one of fewer, and more.
ActorGraph grown(std::size_t vertices) {
    return large(vertices);
}

/// How far those in both pictures moved against each other: the median, in parts of the width.
double moved(const EarlierPlaces& before, const EarlierPlaces& after) {
    std::vector<double> xs, ys;
    double low = INFINITY, high = -INFINITY;
    for (const auto& [id, place] : before) {
        xs.push_back(after.at(id).x - place.x);
        ys.push_back(after.at(id).y - place.y);
        low = std::min(low, place.x), high = std::max(high, place.x);
    }
    const auto median = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    const double x = median(xs), y = median(ys);
    std::vector<double> distances;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        distances.push_back(std::hypot(xs[i] - x, ys[i] - y));
    }
    return median(distances) / (high - low);
}

std::string error_of(const std::string& json) {
    try {
        (void)read_places(json, "old.json");
    } catch (const Error& error) {
        return error.id() + ": " + error.what();
    }
    return "read";
}

}  // namespace

TEST_CASE("what had a place stays there when something comes in", "[draw][earlier]") {
    const std::size_t size = GENERATE(std::size_t{40}, std::size_t{90}, std::size_t{150});
    DrawOptions options;
    options.layout = DrawLayout::force;
    const EarlierPlaces before = read_places(drawn(grown(size), DrawFormat::json, options), "old");
    REQUIRE(before.size() == size);
    options.earlier = before;
    const EarlierPlaces after =
        read_places(drawn(grown(size + 1), DrawFormat::json, options), "new");
    CHECK(after.size() == size + 1);
    INFO("of " << size << " vertices");
    CHECK(moved(before, after) < 0.01);
    // Nor does a picture of the same graph change.
    const EarlierPlaces same = read_places(drawn(grown(size), DrawFormat::json, options), "same");
    CHECK(moved(before, same) < 0.01);
}

TEST_CASE("what is left out of a picture stands nowhere in its JSON", "[draw][earlier]") {
    const std::string json =
        drawn(large(60), DrawFormat::json, {.reduction = Reduction{.backbone = {}, .limit = 20}});
    CHECK(read_places(json, "limited").size() == 20);
    CHECK(count(json, "\"x\":null,\"y\":null") == 40);
}

TEST_CASE("places that all but meet, and many new entities beside one old", "[draw][earlier]") {
    DrawOptions options;
    options.earlier = read_places(
        R"({"vertices": [{"id": "v0", "x": 0, "y": 0}, {"id": "v1", "x": 1e-200, "y": 0}]})", "a");
    CHECK(read_places(drawn(large(30), DrawFormat::json, options), "b").size() == 30);
    options.earlier = read_places(R"({"vertices": [{"id": "v0", "x": 99999, "y": -99999}]})", "a");
    CHECK(read_places(drawn(large(30), DrawFormat::json, options), "b").size() == 30);
}

TEST_CASE("places are read from a picture's JSON, and from nothing else", "[draw][earlier]") {
    const EarlierPlaces places = read_places(
        R"({"title": "x", "vertices": [{"id": "a", "x": 1, "y": 2.5}, {"id": "b", "x": null, "y": null},
        {"id": "c", "x": 3, "y": 4, "drawn": false}, {"id": "d", "x": 3, "y": 4, "drawn": false, "bundle": 1}]})",
        "old.json");
    REQUIRE(places.size() == 2);
    CHECK(places.at("d").x == 3);
    CHECK(places.at("a").x == 1);
    CHECK(places.at("a").y == -2.5);  // upwards
    for (const char* bad : {"", "{", "[]", "{}", R"({"vertices": 1})", R"({"vertices": [1]})",
                            R"({"vertices": [{"x": 1, "y": 2}]})", R"({"vertices": [{"id": 7}]})",
                            R"({"vertices": [{"id": "a", "x": 1e300, "y": 0}]})", "\xff\xfe"}) {
        INFO(bad);
        CHECK(error_of(bad).starts_with("layout-syntax: old.json: "));
    }
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    CHECK(error_of(deep) ==
          "layout-syntax: old.json: it is nested too deeply; give what "
          "`actormap draw -T json` wrote");
}
