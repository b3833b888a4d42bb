#include <actormap/base/part_of.hpp>
#include <actormap/draw/frames.hpp>
#include <actormap/draw/hulls.hpp>
#include <actormap/draw/median.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace actormap {

namespace {

using Json = nlohmann::json;

constexpr double margin = 12;  // points around what was found in one frame, for names that grow

/// Where each entity is; all that is drawn with them; and what it fills with words and legend. In
/// one picture, from its corner, y upwards.
struct Found {
    EarlierPlaces places;
    std::optional<GvBox> network;
    GvBox canvas;
};

GvBox box_in(const Json& json) {
    const double x = json["x"].get<double>(), y = -json["y"].get<double>();
    const double w = json["width"].get<double>() / 2, h = json["height"].get<double>() / 2;
    return {{x - w, y - h}, {x + w, y + h}};
}

Found found_in(const std::string& text, const std::string& name) {
    const Json picture = Json::parse(text);
    Found found{read_places(text, name), {}, box_in(picture["canvas"])};
    const auto add = [&](const GvBox& box) {
        found.network = found.network ? united(*found.network, box) : box;
    };
    for (const Json& vertex : picture["vertices"]) {
        if (vertex.contains("width")) add(box_in(vertex));
    }
    for (const char* list : {"edges", "clusters"}) {
        for (const Json& one : picture.value(list, Json::array())) {
            const auto points = one.find(list[0] == 'e' ? "path" : "outline");
            if (points == one.end() || points->is_null()) continue;
            for (const Json& point : *points) {
                const GvPoint at{point[0].get<double>(), -point[1].get<double>()};
                add({at, at});
            }
        }
    }
    return found;
}

/// How far a picture is from the places known. Each counts from a corner of its own.
GvPoint shift_of(const EarlierPlaces& known, const EarlierPlaces& places) {
    std::vector<double> xs, ys;
    for (const auto& [id, place] : places) {
        const auto found = known.find(id);
        if (found == known.end()) continue;
        xs.push_back(found->second.x - place.x);
        ys.push_back(found->second.y - place.y);
    }
    return {median(std::move(xs)), median(std::move(ys))};
}

GvBox moved(const GvBox& box, GvPoint by, double larger = 0) {
    return {{box.low.x + by.x - larger, box.low.y + by.y - larger},
            {box.high.x + by.x + larger, box.high.y + by.y + larger}};
}

void extend(std::optional<GvBox>& all, const GvBox& box) {
    all = all ? united(*all, box) : box;
}

/// A little larger, and of a whole number of points, so that no picture rounds its size otherwise.
GvBox whole_points(const GvBox& box) {
    return {{std::floor(box.low.x) - 1, std::floor(box.low.y) - 1},
            {std::ceil(box.high.x) + 1, std::ceil(box.high.y) + 1}};
}

}  // namespace

std::vector<std::string> draw_frames(const ActorGraph& graph, Lens lens,
                                     const std::vector<PartialDate>& dates, DrawFormat format,
                                     DrawOptions options,
                                     const std::function<std::vector<double>(const View&)>& size_of,
                                     const Run& run) {
    constexpr std::size_t one = 1000, passes = 3;
    const std::size_t total = passes * dates.size() * one;
    std::size_t done = 0;
    options.layout = DrawLayout::force;
    const auto drawn = [&](const PartialDate& date, DrawFormat as) {
        lens.as_of = date;
        const View view = apply(graph, lens);
        if (size_of) options.size = size_of(view);
        const std::size_t begun = done;
        done += one;
        return draw(graph, lens, view, as, options, part_of(run, begun, done, total));
    };
    if (run.progress) run.progress(0, total);
    // The latest picture has most in it, so the others stand where it puts them.
    std::optional<GvBox> network;
    for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
        const Found found = found_in(drawn(*date, DrawFormat::json), to_string(*date));
        const GvPoint shift = shift_of(options.earlier, found.places);
        for (const auto& [id, place] : found.places) {
            options.earlier.insert({id, {place.x + shift.x, place.y + shift.y}});
        }
        if (found.network) extend(network, moved(*found.network, shift, margin));
    }
    if (network) options.frame = DrawFrame{*network, {}};
    std::optional<GvBox> canvas;
    for (const PartialDate& date : dates) {
        const Found found = found_in(drawn(date, DrawFormat::json), to_string(date));
        extend(canvas, moved(found.canvas, shift_of(options.earlier, found.places)));
    }
    if (network && canvas) options.frame->canvas = whole_points(*canvas);
    std::vector<std::string> frames;
    for (const PartialDate& date : dates) frames.push_back(drawn(date, format));
    if (run.progress) run.progress(total, total);
    return frames;
}

}  // namespace actormap
