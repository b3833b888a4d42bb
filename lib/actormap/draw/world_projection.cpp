#include <actormap/draw/world_projection.hpp>

#include <cmath>
#include <numbers>

namespace actormap {

namespace {

constexpr double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
constexpr double south = -58, north = 84, half = 180;
constexpr double radians = std::numbers::pi / 180;

double scale() {
    static const double value = world_width / (2 * equal_earth({half, 0}).x);
    return value;
}

}  // namespace

GvPoint equal_earth(GeoPoint point) {
    const double lambda = radians * point.longitude;
    const double theta = std::asin(std::sqrt(3) / 2 * std::sin(radians * point.latitude));
    const double t2 = theta * theta, t6 = t2 * t2 * t2;
    const double slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2);
    return {2 * std::sqrt(3) * lambda * std::cos(theta) / (3 * slope),
            theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))};
}

double world_height() {
    return scale() * (equal_earth({0, north}).y - equal_earth({0, south}).y);
}

GvPoint on_map(GeoPoint point) {
    const GvPoint at = equal_earth({point.longitude - middle_longitude, point.latitude});
    return {world_width / 2 + scale() * at.x, scale() * (at.y - equal_earth({0, south}).y)};
}

std::vector<GvPoint> map_edge() {
    std::vector<GvPoint> ring;
    for (double latitude = south; latitude <= north; latitude += 2) {
        ring.push_back(on_map({middle_longitude + half, latitude}));
    }
    for (double latitude = north; latitude >= south; latitude -= 2) {
        ring.push_back(on_map({middle_longitude - half, latitude}));
    }
    return ring;
}

}  // namespace actormap
