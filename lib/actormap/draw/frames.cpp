#include <actormap/draw/frames.hpp>

#include <algorithm>

namespace actormap {

namespace {

/// The middle one.
double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Adds the places that are new. Each picture counts from a corner of its own: they are shifted to
/// where the known ones are.
void add(EarlierPlaces& known, const EarlierPlaces& places) {
    std::vector<double> xs, ys;
    for (const auto& [id, place] : places) {
        const auto found = known.find(id);
        if (found == known.end()) continue;
        xs.push_back(found->second.x - place.x);
        ys.push_back(found->second.y - place.y);
    }
    const GvPoint shift{median(xs), median(ys)};
    for (const auto& [id, place] : places) {
        known.insert({id, {place.x + shift.x, place.y + shift.y}});
    }
}

}  // namespace

std::vector<std::string> draw_frames(const ActorGraph& graph, Lens lens,
                                     const std::vector<PartialDate>& dates, DrawFormat format,
                                     DrawOptions options,
                                     const std::function<std::vector<double>(const View&)>& size_of,
                                     const Run& run) {
    options.layout = DrawLayout::force;
    const auto drawn = [&](const PartialDate& date, DrawFormat as) {
        lens.as_of = date;
        const View view = apply(graph, lens);
        if (size_of) options.size = size_of(view);
        return draw(graph, lens, view, as, options, run);
    };
    // The latest picture has most in it, so the others stand where it puts them.
    for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
        const EarlierPlaces places = read_places(drawn(*date, DrawFormat::json), to_string(*date));
        add(options.earlier, places);
    }
    std::vector<std::string> frames;
    for (const PartialDate& date : dates) frames.push_back(drawn(date, format));
    return frames;
}

}  // namespace actormap
