#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <span>
#include <string>
#include <string_view>

namespace actormap {

/// Lines and polygons in the language of Graphviz's attribute `_background` ("xdot"). Numbers and
/// colours of a palette alone: no text goes in.
class Xdot {
  public:
    /// How lines are drawn from here on; the width is in points.
    void pen(std::string_view color, double width);
    /// How polygons are filled from here on.
    void fill(std::string_view color);
    /// With its line around it; fewer than three points are nothing.
    void polygon(std::span<const GvPoint> ring, bool filled);
    [[nodiscard]] std::string take();

  private:
    void set(char operation, std::string_view text);

    std::string text_;
};

}  // namespace actormap
