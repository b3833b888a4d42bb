#include <actormap/draw/world_outlines.hpp>
#include <actormap/draw/world_table.hpp>

#include <algorithm>

namespace actormap {

namespace {

constexpr double unit = 0.01;  // of the table

}  // namespace

std::vector<Outline> world_outlines() {
    std::vector<Outline> outlines;
    std::size_t step = 0;
    const auto steps = world_steps();
    for (const WorldRing& entry : world_rings()) {
        const std::string_view code = static_cast<const char*>(entry.code);
        if (outlines.empty() || outlines.back().code != code) outlines.push_back({code, {}});
        int longitude = entry.longitude, latitude = entry.latitude;
        std::vector<GeoPoint> ring = {{unit * longitude, unit * latitude}};
        for (; ring.size() < entry.points; step += 2) {
            longitude += steps[step];
            latitude += steps[step + 1];
            ring.push_back({unit * longitude, unit * latitude});
        }
        outlines.back().rings.push_back(std::move(ring));
    }
    return outlines;
}

std::optional<GeoPoint> place_of(std::string_view country_code) {
    if (country_code == "AQ") return GeoPoint{0, -57};  // the map ends before it
    const auto points = world_points();
    const auto code_of = [](const WorldPoint& point) {
        return std::string_view(static_cast<const char*>(point.code));
    };
    const auto found = std::lower_bound(
        points.begin(), points.end(), country_code,
        [&](const WorldPoint& point, std::string_view code) { return code_of(point) < code; });
    if (found == points.end() || code_of(*found) != country_code) return std::nullopt;
    return GeoPoint{unit * found->longitude, unit * found->latitude};
}

}  // namespace actormap
