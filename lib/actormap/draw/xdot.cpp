#include <actormap/draw/xdot.hpp>

#include <cmath>
#include <utility>

namespace actormap {

namespace {

/// A tenth of a point is finer than any printer's dot.
std::string tenths(double value) {
    return gv_number(std::round(value * 10) / 10);
}

}  // namespace

void Xdot::pen(std::string_view color, double width) {
    set('c', color);
    set('S', "setlinewidth(" + gv_number(width) + ')');
}

void Xdot::fill(std::string_view color) {
    set('C', color);
}

void Xdot::polygon(std::span<const GvPoint> ring, bool filled) {
    if (ring.size() < 3) return;
    text_ += filled ? "P " : "p ";
    text_ += std::to_string(ring.size()) + ' ';
    for (const GvPoint& point : ring) text_ += tenths(point.x) + ' ' + tenths(point.y) + ' ';
}

std::string Xdot::take() {
    return std::move(text_);
}

void Xdot::set(char operation, std::string_view text) {
    text_ += operation;
    text_ += ' ' + std::to_string(text.size()) + " -" + std::string(text) + ' ';
}

}  // namespace actormap
