#include "support/catch.hpp"

#include <actormap/draw/world_outlines.hpp>
#include <actormap/draw/world_projection.hpp>
#include <actormap/draw/world_table.hpp>
#include <actormap/model/countries.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <string>

using namespace actormap;

namespace {

using Ring = std::vector<GeoPoint>;

bool inside(const Ring& ring, GeoPoint p) {
    bool odd = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        if ((a.latitude > p.latitude) == (b.latitude > p.latitude)) continue;
        const double along = (p.latitude - a.latitude) / (b.latitude - a.latitude);
        if (p.longitude < a.longitude + along * (b.longitude - a.longitude)) odd = !odd;
    }
    return odd;
}

double extent(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        twice += a.longitude * b.latitude - b.longitude * a.latitude;
    }
    return std::abs(twice);
}

/// The code of the smallest ring around a point; "sea" if there is none.
std::string land_at(const std::vector<Outline>& outlines, GeoPoint point) {
    std::string found = "sea";
    double smallest = INFINITY;
    for (const Outline& outline : outlines) {
        for (const Ring& ring : outline.rings) {
            if (!inside(ring, point) || extent(ring) >= smallest) continue;
            smallest = extent(ring);
            found = outline.code;
        }
    }
    return found;
}

GvPoint nudged(double longitude, double latitude) {
    return equal_earth({longitude, latitude});
}

}  // namespace

TEST_CASE("every country of ISO 3166 has a place on the map", "[draw][world]") {
    for (const Country& country : countries()) {
        INFO(country.alpha2);
        const auto place = place_of(country.alpha2);
        REQUIRE(place);
        const GvPoint at = on_map(*place);
        CHECK(at.x >= 0);
        CHECK(at.x <= world_width);
        CHECK(at.y >= 0);
        CHECK(at.y <= world_height());
    }
    CHECK(world_points().size() == countries().size());
    CHECK_FALSE(place_of(""));
    CHECK_FALSE(place_of("XK"));
    CHECK_FALSE(place_of("ZZ"));
}

TEST_CASE("a country is marked within its own outline", "[draw][world]") {
    const std::vector<Outline> outlines = world_outlines();
    std::size_t outlined = 0;
    for (const Outline& outline : outlines) {
        if (outline.code.empty()) continue;
        INFO(outline.code);
        CHECK(land_at(outlines, *place_of(outline.code)) == outline.code);
        ++outlined;
    }
    CHECK(outlined > 170);
}

TEST_CASE("countries with parts overseas are marked in the main one", "[draw][world]") {
    const auto within = [](const char* code, double west, double south, double east, double north) {
        const GeoPoint at = place_of(code).value();
        INFO(code << ' ' << at.longitude << ' ' << at.latitude);
        CHECK((at.longitude > west && at.longitude < east));
        CHECK((at.latitude > south && at.latitude < north));
    };
    within("FR", -2, 43, 7, 50);
    within("US", -115, 32, -80, 48);
    within("NO", 5, 58, 31, 71);
    within("NL", 4, 51, 7, 53);
    within("DK", 8, 55, 11, 58);
    within("ES", -7, 37, 0, 43);
    within("PT", -9, 37, -6, 42);
    within("GB", -4, 50, 1, 56);
    within("NZ", 166, -47, 179, -34);
    within("EC", -81, -5, -75, 2);
    within("SG", 103.5, 1, 104.2, 1.6);
    within("MT", 14, 35.5, 15, 36.2);
    within("HK", 113.8, 22, 114.5, 22.7);
    within("BH", 50.3, 25.7, 50.8, 26.4);
    within("GF", -55, 2, -51, 6);
}

TEST_CASE("outlines are whole", "[draw][world]") {
    std::set<std::string_view> codes;
    std::size_t steps = 0;
    for (const Outline& outline : world_outlines()) {
        CHECK(codes.insert(outline.code).second);
        CHECK((outline.code.empty() || is_country_code(outline.code)));
        for (const Ring& ring : outline.rings) {
            CHECK(ring.size() >= 3);
            steps += 2 * (ring.size() - 1);
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
                // None runs round the world, as where a ring is cut at the antimeridian.
                CHECK(std::abs(a.longitude - b.longitude) < 30);
                CHECK((a.longitude > -173 && a.longitude < 191.5));
                CHECK((a.latitude > -58 && a.latitude < 84));
            }
        }
    }
    CHECK(steps == world_steps().size());
    CHECK(codes.contains(""));
    CHECK_FALSE(codes.contains("AQ"));
}

TEST_CASE("Equal Earth has its published extent", "[draw][world]") {
    // The figures of the projection's authors and of PROJ's tests, on a sphere of radius 1.
    CHECK(equal_earth({0, 0}).x == 0);
    CHECK(equal_earth({0, 0}).y == 0);
    CHECK(equal_earth({0, 90}).y == Approx(1.3173627591574133).epsilon(1e-12));
    CHECK(equal_earth({180, 0}).x == Approx(2.7066299836).epsilon(1e-9));
    CHECK(equal_earth({-180, 90}).x * 6371007.1809 == Approx(-10216474.79).epsilon(1e-7));
    CHECK(equal_earth({-180, 90}).y * 6371007.1809 == Approx(8392927.60).epsilon(1e-7));
}

TEST_CASE("Equal Earth keeps areas, and is the same on both sides", "[draw][world]") {
    constexpr double radians = std::numbers::pi / 180, step = 1e-4;
    for (double latitude = -85; latitude <= 85; latitude += 5) {
        for (double longitude = -170; longitude <= 170; longitude += 20) {
            INFO(longitude << ' ' << latitude);
            const GvPoint at = equal_earth({longitude, latitude});
            CHECK(equal_earth({-longitude, latitude}).x == -at.x);
            CHECK(equal_earth({-longitude, latitude}).y == at.y);
            CHECK(equal_earth({longitude, -latitude}).x == at.x);
            CHECK(equal_earth({longitude, -latitude}).y == -at.y);
            const GvPoint east = nudged(longitude + step, latitude);
            const GvPoint west = nudged(longitude - step, latitude);
            const GvPoint north = nudged(longitude, latitude + step);
            const GvPoint south = nudged(longitude, latitude - step);
            const double area = ((east.x - west.x) * (north.y - south.y) -
                                 (east.y - west.y) * (north.x - south.x)) /
                                (4 * step * step * radians * radians);
            CHECK(area == Approx(std::cos(radians * latitude)).epsilon(1e-5));
        }
    }
}

TEST_CASE("the map has the Bering Strait at its edge", "[draw][world]") {
    CHECK(on_map({middle_longitude, 0}).x == Approx(world_width / 2));
    CHECK(on_map({middle_longitude + 180, 0}).x == Approx(world_width));
    CHECK(on_map({0, -58}).y == Approx(0).margin(1e-9));
    CHECK(on_map({0, 84}).y == Approx(world_height()));
    // Alaska is at the left, Chukotka at the right.
    CHECK(on_map({-168, 65}).x < 300);
    CHECK(on_map({190, 65}).x > 750);
}
