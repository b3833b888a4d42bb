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
        // Up to a shift, since each picture has its own corner.
        const EarlierPlaces places = read_places(frames[i], "frame");
        std::vector<double> xs, ys;
        for (const auto& [id, place] : places) {
            if (!last.contains(id) || id == "fi" || id == "no" || id == "cn") continue;
            xs.push_back(place.x - last.at(id).x);
            ys.push_back(place.y - last.at(id).y);
        }
        if (xs.empty()) continue;
        const auto [left, right] = std::minmax_element(xs.begin(), xs.end());
        const auto [low, high] = std::minmax_element(ys.begin(), ys.end());
        INFO(to_string(dates[i]));
        CHECK(*right - *left < 2);  // points
        CHECK(*high - *low < 2);
    }
    CHECK(drawn_ids(frames[1]).size() < drawn_ids(frames[3]).size());
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
    CHECK(asked == 4);
    CHECK(has(frames[0], "As of 2020."));
    CHECK(has(frames[1], "As of 2021."));
    CHECK(frames ==
          draw_frames(graph, clear(), years({"2020", "2021"}), DrawFormat::svg, {}, sizes));
}
