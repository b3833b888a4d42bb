#include <actormap/draw/hulls.hpp>
#include <actormap/draw/world_background.hpp>
#include <actormap/draw/world_inset.hpp>
#include <actormap/draw/world_projection.hpp>
#include <actormap/draw/world_style.hpp>
#include <actormap/draw/xdot.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace actormap {

namespace {

using Ring = std::vector<GvPoint>;

struct Land {
    std::string_view code;
    Ring ring;
};

/// The largest first: what lies within another is drawn upon it.
std::vector<Land> lands() {
    std::vector<Land> all;
    for (const Outline& outline : world_outlines()) {
        for (const auto& points : outline.rings) {
            Ring ring;
            for (const GeoPoint& point : points) ring.push_back(on_map(point));
            all.push_back({outline.code, std::move(ring)});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Land& a, const Land& b) {
        return std::abs(area_of(a.ring)) > std::abs(area_of(b.ring));
    });
    return all;
}

}  // namespace

std::string world_background(const WorldScene& scene, const std::optional<MapInset>& inset,
                             Theme theme) {
    const WorldPalette& palette = world_palette_of(theme);
    std::map<std::string_view, const WorldCountry*> countries;
    for (const WorldCountry& country : scene.countries) countries[country.code] = &country;
    const auto country_of = [&](const Land& land) {
        const auto found = countries.find(land.code);
        return found == countries.end() ? nullptr : found->second;
    };

    const auto fill_of = [&](const Land& land) {
        const WorldCountry* country = country_of(land);
        const bool hit = country != nullptr && country->hits > 0;
        return hit ? palette.hit[tint_of(country->hits)] : palette.land;
    };
    const auto sends = [&](const Land& land) {
        const WorldCountry* country = country_of(land);
        return country != nullptr && (country->origins() > 0 || country->source);
    };
    /// The same for the map and for the inset, by what becomes of a ring there.
    Xdot drawing;
    const std::vector<Land> all = lands();
    const auto draw = [&](const Ring& edge, const auto& shown) {
        drawing.pen(palette.sea, 0.4);
        drawing.fill(palette.sea);
        drawing.polygon(edge, true);
        drawing.pen(palette.border, 0.4);
        for (const Land& land : all) {
            drawing.fill(fill_of(land));
            drawing.polygon(shown(land.ring), true);
        }
        for (const Land& land : all) {
            if (!sends(land)) continue;
            drawing.pen(palette.arcs[arc_style_of(land.code)], 1);
            drawing.polygon(shown(land.ring), false);
        }
    };
    draw(map_edge(), [](const Ring& ring) { return ring; });
    if (!inset) return drawing.take();
    draw(corners_of(inset->box), [&](const Ring& ring) { return clipped(*inset, ring); });
    drawing.pen(palette.leader, 0.8);
    drawing.polygon(corners_of(inset->box), false);
    drawing.polygon(corners_of(inset->from), false);
    return drawing.take();
}

}  // namespace actormap
