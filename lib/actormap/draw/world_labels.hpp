#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace actormap {

/// A rectangle of text that wants a place near one of its anchors.
struct LabelWish {
    double width = 0;
    double height = 0;
    std::vector<GvPoint> anchors;  ///< the first that has room is preferred
    double clearance = 0;          ///< how far from an anchor the text must stay
    double reach = 66;             ///< how far at most it may be from there
    double weight = 0;             ///< the heavier chooses first
    bool centred = false;          ///< it stands on an anchor, and nowhere else
};

/// Where a label stands; with a line to its anchor if it stands away from it.
struct LabelPlace {
    GvPoint centre;
    std::optional<std::pair<GvPoint, GvPoint>> leader;
};

/// What labels must keep clear of, and what they should.
struct LabelGround {
    GvBox canvas;
    std::vector<GvBox> markers;                ///< no label covers one
    std::vector<std::vector<GvPoint>> curves;  ///< points about `curve_step` apart; labels cover
                                               ///< as few as they can
};
inline constexpr double curve_step = 5;

/// A place for each wish, or none where there is no room: no two labels overlap, no label covers
/// a marker or the leader of another, none leaves the canvas. Labels choose in the order of their
/// weights, each the nearest place that covers little, and then a few times anew.
[[nodiscard]] std::vector<std::optional<LabelPlace>> place_labels(
    const std::vector<LabelWish>& wishes, const LabelGround& ground);

/// The points of a cubic curve, about `curve_step` apart.
[[nodiscard]] std::vector<GvPoint> points_of(const std::vector<GvPoint>& cubic);

}  // namespace actormap
