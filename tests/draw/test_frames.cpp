#include "sample.hpp"

#include <actormap/draw/frames.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<PartialDate> years(std::initializer_list<const char*> texts) {
    std::vector<PartialDate> dates;
    for (const char* text : texts) dates.push_back(*PartialDate::parse(text));
    return dates;
}

std::set<std::string> drawn_ids(const std::string& json) {
    const auto picture = nlohmann::json::parse(json);
    std::set<std::string> ids;
    for (const auto& vertex : picture["vertices"]) ids.insert(vertex["id"].get<std::string>());
    return ids;
}

}  // namespace

TEST_CASE("frames show what was said by then, each entity in one place", "[draw][frames]") {
    const ActorGraph graph = sample();
    const auto dates = years({"2019", "2020", "2021", "2022"});
    const std::vector<std::string> frames = draw_frames(graph, clear(), dates, DrawFormat::json);
    REQUIRE(frames.size() == dates.size());
    const EarlierPlaces last = read_places(frames.back(), "2022");
    for (std::size_t i = 0; i < frames.size(); ++i) {
        Lens lens = clear();
        lens.as_of = dates[i];
        const View view = apply(graph, lens);
        std::set<std::string> expected;
        for (const EntityId entity : view.entities) expected.insert(graph[entity].id);
        CHECK(drawn_ids(frames[i]) == expected);
        // On one sheet, so that looking from one to the next nothing moves.
        for (const auto& [id, place] : read_places(frames[i], "frame")) {
            if (!last.contains(id) || id == "fi" || id == "no" || id == "cn") continue;
            INFO(to_string(dates[i]) << ": " << id);
            CHECK(std::abs(place.x - last.at(id).x) < 2);  // points
            CHECK(std::abs(place.y - last.at(id).y) < 2);
        }
    }
    CHECK(drawn_ids(frames[1]).size() < drawn_ids(frames[3]).size());
}

TEST_CASE("all frames are on a sheet of one size, which holds what is in each", "[draw][frames]") {
    const ActorGraph graph = sample();
    for (const Clustering cluster : {Clustering::automatic, Clustering::community}) {
        DrawOptions options;
        options.cluster = cluster;
        // Before 2019 there is nothing to show.
        const auto dates = years({"2010", "2019", "2020", "2021", "2022"});
        const auto frames = draw_frames(graph, clear(), dates, DrawFormat::json, options);
        const auto svgs = draw_frames(graph, clear(), dates, DrawFormat::svg, options);
        const auto size_of = [](const std::string& svg) {
            const std::size_t at = svg.find(" width=\""), box = svg.find("viewBox=\"", at);
            return svg.substr(at, svg.find('"', box + 9) - at);
        };
        const auto canvas = nlohmann::json::parse(frames.back())["canvas"];
        for (std::size_t i = 0; i < frames.size(); ++i) {
            INFO(to_string(dates[i]));
            const auto picture = nlohmann::json::parse(frames[i]);
            CHECK(size_of(svgs[i]) == size_of(svgs.back()));
            CHECK(picture["canvas"]["width"].get<double>() ==
                  Approx(canvas["width"].get<double>()).margin(0.1));
            CHECK(picture["canvas"]["height"].get<double>() ==
                  Approx(canvas["height"].get<double>()).margin(0.1));
            if (picture["vertices"].empty()) continue;
            for (const char* axis : {"x", "y"}) {
                CHECK(picture["canvas"][axis].get<double>() ==
                      Approx(canvas[axis].get<double>()).margin(1));
            }
            for (const char* list : {"vertices", "labels"}) {
                for (const auto& box : picture[list]) {
                    if (!box.contains("width")) continue;
                    for (const auto& [axis, side] : {std::pair("x", "width"), {"y", "height"}}) {
                        CHECK(std::abs(box[axis].get<double>() -
                                       picture["canvas"][axis].get<double>()) +
                                  box[side].get<double>() / 2 <=
                              picture["canvas"][side].get<double>() / 2 + 0.5);
                    }
                }
            }
        }
    }
}

TEST_CASE("frames are sized by their own views", "[draw][frames]") {
    const ActorGraph graph = sample();
    std::size_t asked = 0;
    const auto sizes = [&](const View& view) {
        ++asked;
        return std::vector<double>(view.entities.size(), 1);
    };
    const auto frames =
        draw_frames(graph, clear(), years({"2020", "2021"}), DrawFormat::svg, {}, sizes);
    REQUIRE(frames.size() == 2);
    CHECK(asked == 6);
    CHECK(has(frames[0], "As of 2020."));
    CHECK(has(frames[1], "As of 2021."));
    CHECK(frames ==
          draw_frames(graph, clear(), years({"2020", "2021"}), DrawFormat::svg, {}, sizes));
}
