#pragma once

#include <actormap/draw/world_labels.hpp>
#include <actormap/draw/world_scene.hpp>
#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// The marks of one country: a house by the number of those who act from there, a circle by the
/// number of hits, or a dot if there are neither.
struct MapMark {
    std::optional<std::size_t> country = {};
    GvPoint centre = {};
    double radius = 0;
    enum class Shape { origin, hit, dot } shape = Shape::dot;
    bool inset = false;  ///< it stands in the inset
};

/// An arc in points: a cubic curve of four points, and the tip of its head.
struct MapArc {
    std::size_t arc = 0;           ///< into `WorldScene::arcs`
    std::size_t from = 0, to = 0;  ///< into `WorldMap::marks`
    std::vector<GvPoint> cubic;
    GvPoint tip;
};

/// One text of a label, centred in it.
struct MapText {
    std::vector<std::string> lines;  ///< clean
    bool bold = false;
    double size = 0;
    GvPoint centre;
    double width = 0, height = 0;
};

/// A country's name with what is there, or the sources of an arc.
struct MapLabel {
    std::optional<std::size_t> country;
    std::optional<std::size_t> arc;  ///< into `WorldMap::arcs`
    std::vector<MapText> texts;      ///< from above
    LabelPlace place;
    bool inset = false;  ///< it stands in the inset
    double width = 0, height = 0;
};

/// A part of the map, drawn larger.
struct MapInset {
    GvBox from;  ///< the part, on the map
    GvBox box;   ///< where it is drawn
    double zoom = 1;
};

/// Where everything of a map of the world is, in points from its lower left corner.
struct WorldMap {
    GvBox box;  ///< of all; the map itself is from 0,0
    std::optional<MapInset> inset;
    std::vector<MapMark> marks;
    std::vector<MapArc> arcs;
    std::vector<MapLabel> labels;
    bool detailed = false;         ///< labels name the entities
    std::size_t unnamed = 0;       ///< countries that are marked and have no label
    std::size_t arcs_left = 0;     ///< not drawn
    std::size_t least_claims = 0;  ///< of a drawn arc; 0: some of one weight are drawn, others not
};

/// Labels are measured by Graphviz.
/// Throws  what `layout` throws
[[nodiscard]] WorldMap make_world_map(const WorldScene& scene, const RenderLimits& limits,
                                      const Run& run);

/// What Graphviz needs to measure and to draw a text.
[[nodiscard]] GvAttributes text_attributes(const MapText& text);

}  // namespace actormap
