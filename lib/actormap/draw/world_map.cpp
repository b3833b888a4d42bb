#include <actormap/draw/world_arcs.hpp>
#include <actormap/draw/world_inset.hpp>
#include <actormap/draw/world_map.hpp>
#include <actormap/draw/world_map_labels.hpp>
#include <actormap/draw/world_projection.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

constexpr std::size_t most_detailed = 60;  ///< entities that labels can name
constexpr std::size_t crowd = 12;          ///< marks in Europe from which on an inset shows it
constexpr std::size_t detailed_crowd = 5;  ///< the same where labels name the entities
constexpr double largest_mark = 11;        ///< radius

/// The radius for a number, so that areas are in proportion; `most` has the largest.
double radius_of(std::size_t number, std::size_t most, double least, double unit) {
    const double root = std::sqrt(static_cast<double>(most));
    const double one = std::min(unit, largest_mark / std::max(root, 1.0));
    return std::max(one * std::sqrt(static_cast<double>(number)), least);
}

void add_marks(WorldMap& map, const WorldScene& scene) {
    std::size_t most_hits = 0, most_origins = 0;
    for (const WorldCountry& country : scene.countries) {
        most_hits = std::max(most_hits, country.hits);
        most_origins = std::max(most_origins, country.origins());
    }
    for (std::size_t i = 0; i < scene.countries.size(); ++i) {
        const WorldCountry& country = scene.countries[i];
        const auto place = place_of(country.code);
        if (!country.marked() || !place) continue;
        GvPoint at = on_map(*place);
        if (country.origins() > 0) {
            const double radius = radius_of(country.origins(), most_origins, 3.2, 5);
            map.marks.push_back({i, at, radius, MapMark::Shape::origin});
            at.x += radius;
        }
        if (country.hits > 0) {
            const double radius = radius_of(country.hits, most_hits, 1.9, 3.4);
            if (country.origins() > 0) at.x += radius + 0.5;
            map.marks.push_back({i, at, radius, MapMark::Shape::hit});
        }
        if (country.hits + country.origins() == 0) {
            map.marks.push_back({i, at, 1.8, MapMark::Shape::dot});
        }
    }
}

/// Countries of the inset are marked there too, and named there alone.
void add_inset(WorldMap& map) {
    const MapInset inset = europe_inset();
    std::vector<MapMark> marks;
    for (MapMark mark : map.marks) {
        // A second mark stands beside the first, which decides.
        const bool second = !marks.empty() && marks.back().country == mark.country;
        if (!second && !shows(inset, mark.centre)) continue;
        mark.inset = true;
        const GvPoint first = second ? marks.back().centre : within(inset, mark.centre);
        const double aside = second ? marks.back().radius + mark.radius + 0.5 : 0;
        mark.centre = {first.x + aside, first.y};
        marks.push_back(mark);
    }
    if (marks.size() < (map.detailed ? detailed_crowd : crowd)) return;
    map.inset = inset;
    map.box.low.y = std::min(map.box.low.y, inset.box.low.y);
    map.marks.insert(map.marks.end(), marks.begin(), marks.end());
}

}  // namespace

WorldMap make_world_map(const WorldScene& scene, const RenderLimits& limits, const Run& run) {
    WorldMap map;
    map.box = {{0, 0}, {world_width, world_height()}};
    std::size_t names = 0;
    for (const WorldCountry& country : scene.countries) {
        names += country.origins() + country.victims.size() + country.others.size();
    }
    map.detailed = names <= most_detailed;
    add_marks(map, scene);
    add_arcs(map, scene);
    add_inset(map);
    add_labels(map, scene, limits, run);
    return map;
}

}  // namespace actormap
