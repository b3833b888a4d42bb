#include <actormap/base/error.hpp>
#include <actormap/draw/earlier.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace actormap {

namespace {

using Json = nlohmann::json;

constexpr int most_depth = 16;
constexpr double farthest = 1e5;  // points from the corner: no picture is larger

[[noreturn]] void refuse(const std::string& file, const std::string& what) {
    throw Error("layout-syntax", file + ": " + what + "; give what `actormap draw -T json` wrote");
}

double coordinate(const Json& value, const std::string& file) {
    const double number = value.get<double>();
    if (!(std::abs(number) <= farthest)) refuse(file, "a place is out of range");
    return std::round(100 * number) / 100;  // as it was written; no two points all but meet
}

}  // namespace

EarlierPlaces read_places(std::string_view json, const std::string& file) {
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > most_depth;
        return !too_deep;
    };
    const Json picture = Json::parse(json, watch, false);
    if (too_deep) refuse(file, "it is nested too deeply");
    if (!picture.is_object()) refuse(file, "it is no JSON of a picture");
    const auto vertices = picture.find("vertices");
    if (vertices == picture.end() || !vertices->is_array()) refuse(file, "it has no vertices");
    EarlierPlaces places;
    for (const Json& vertex : *vertices) {
        const bool named = vertex.is_object() && vertex.contains("id") && vertex["id"].is_string();
        if (!named) refuse(file, "a vertex has no id");
        const auto x = vertex.find("x"), y = vertex.find("y");
        if (x == vertex.end() || y == vertex.end()) continue;
        if (!x->is_number() || !y->is_number()) continue;  // null: it stood nowhere
        // A country that was a box, or only a word, would now stand on what was in it.
        if (vertex.value("drawn", Json(true)) == false && !vertex.contains("bundle")) continue;
        places[vertex["id"].get<std::string>()] = {coordinate(*x, file), -coordinate(*y, file)};
    }
    return places;
}

}  // namespace actormap
