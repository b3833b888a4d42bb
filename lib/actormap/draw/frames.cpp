#include <actormap/draw/frames.hpp>

namespace actormap {

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
        options.earlier.insert(places.begin(), places.end());  // known ones stay
    }
    std::vector<std::string> frames;
    for (const PartialDate& date : dates) frames.push_back(drawn(date, format));
    return frames;
}

}  // namespace actormap
