#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/description.hpp>
#include <actormap/graphviz/limits.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

// Graphviz is not thread-safe, keeps state between calls, and may crash on what it is given. So
// each call below works in a child process of its own, one at a time, under limits; the same
// description gives the same bytes in any locale, whatever was drawn before.
//
// All of them throw   Error "graphviz-failed" with what Graphviz said; Error "graphviz-limit";
//                     Cancelled

/// How to place nodes.
enum class Engine {
    dot,     ///< in ranks
    neato,   ///< by springs
    sfdp,    ///< by springs, for large graphs
    twopi,   ///< in circles
    nudged,  ///< they have a `pos`, and `overlap` says how they make room for each other
    placed   ///< they are placed: `pos` of every node and edge is given
};

enum class ImageFormat { svg, png, pdf };

/// Points of 1/72 inch; y grows upwards.
struct GvPoint {
    double x = 0;
    double y = 0;
};
struct GvBox {
    GvPoint low;
    GvPoint high;
};

struct GvNodePlace {
    GvPoint centre;
    double width = 0;
    double height = 0;
};
struct GvEdgePlace {
    std::string pos;  ///< the splines, as the attribute `pos` takes them
    std::optional<GvPoint> label;
};
struct GvClusterPlace {
    GvBox box;
    std::optional<GvPoint> label;
};

/// Where Graphviz put everything, in the order of the description.
struct GvLayout {
    GvBox box;
    std::vector<GvNodePlace> nodes;
    std::vector<GvEdgePlace> edges;
    std::vector<GvClusterPlace> clusters;
};

[[nodiscard]] GvLayout layout(const GvGraph& graph, Engine engine, const RenderLimits& limits = {},
                              const Run& run = {});

/// The bytes of a picture. An SVG carries no version of Graphviz and no name of a node; a PDF has
/// one page of the picture's size, and no time at which it was made.
[[nodiscard]] std::string render(const GvGraph& graph, Engine engine, ImageFormat format,
                                 const RenderLimits& limits = {}, const Run& run = {});

/// The description in the DOT language.
[[nodiscard]] std::string to_dot(const GvGraph& graph, const RenderLimits& limits = {},
                                 const Run& run = {});

/// A number as attributes take it: at most three decimals, whatever the locale.
[[nodiscard]] std::string gv_number(double value);

/// "x,y", as the attribute `pos` takes it.
[[nodiscard]] std::string gv_point(GvPoint point);

}  // namespace actormap
