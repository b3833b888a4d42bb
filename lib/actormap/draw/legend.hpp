#pragma once

#include <actormap/draw/content.hpp>
#include <actormap/draw/scene.hpp>

#include <string>
#include <vector>

namespace actormap {

/// One entry: a shape with its meaning inside, a line or a mark of fixed size with its meaning
/// beside it, or words alone.
struct LegendItem {
    enum class Sample { shape, line, mark, none };
    Sample sample = Sample::none;
    GvAttributes attributes;  ///< of the shape, line or mark
    std::string text;
};

/// Exactly what occurs in the scene, in the order of the style tables. `size_label` says what
/// the sizes show; empty: nothing.
[[nodiscard]] std::vector<LegendItem> make_legend(const Scene& scene, const Content& content,
                                                  const std::string& size_label);

}  // namespace actormap
