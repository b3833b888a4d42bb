#pragma once

#include <actormap/base/run.hpp>
#include <actormap/draw/clustering.hpp>
#include <actormap/draw/earlier.hpp>
#include <actormap/draw/reduction.hpp>
#include <actormap/draw/style.hpp>
#include <actormap/graphviz/limits.hpp>
#include <actormap/lens/lens.hpp>
#include <actormap/lens/view.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

enum class DrawFormat {
    svg,
    png,
    pdf,
    dot,  ///< the picture in the DOT language, places included: `dot -Tsvg` draws the same
    json  ///< the network as drawn
};
[[nodiscard]] std::optional<DrawFormat> parse_draw_format(std::string_view text);

/// How the vertices are placed.
enum class DrawLayout {
    automatic,  ///< `layered` up to 80 nodes and 200 edges if few of them cross, else `force`
    layered,    ///< columns from sponsor to victim
    radial,     ///< circles around the first entity that the lens is around, else the most linked
    force,      ///< by springs
    world       ///< at their countries on a map of the world
};
[[nodiscard]] std::optional<DrawLayout> parse_draw_layout(std::string_view text);

/// What pictures that are looked at one after the other have in common, where the earlier places
/// are.
struct DrawFrame {
    GvBox network;                     ///< what the entities and edges of all of them fill
    std::optional<GvBox> canvas = {};  ///< what all of them fill, with words and legends
};

struct DrawOptions {
    std::string title = {};  ///< empty: the graph's title, else "Actor map"
    DrawLayout layout = DrawLayout::automatic;
    /// What stands together. By springs each cluster of at least three nodes has an area; in
    /// columns countries have boxes. Circles and the map of the world have neither.
    Clustering cluster = Clustering::automatic;
    Theme theme = Theme::light;
    std::vector<double> size =
        {};                       ///< of each vertex of the view, for the sizes of names; or empty
    std::string size_label = {};  ///< what `size` is: "degree"
    /// How much of the view is drawn; nothing: as much as is readable (`reduce_to_readable`).
    std::optional<Reduction> reduction = {};
    bool links = false;  ///< in SVG, from the list of sources; http and https alone
    /// Where entities stood before: they stay near there, and the layout is `force`. Empty:
    /// nowhere.
    EarlierPlaces earlier = {};
    /// What a picture fills at the least; goes with `earlier`.
    std::optional<DrawFrame> frame = {};
    bool legend = true;
    bool sources = true;            ///< the list of sources under the picture
    std::size_t most_sources = 60;  ///< entries of that list; the rest is counted
    RenderLimits limits = {};
    std::function<void(const std::string&)> explain = {};  ///< hears what was chosen, and why
};

/// A view as a picture: the bytes of a file. `lens` is the one that made the view.
///
/// Every picture states its title, the date it is as of, the lens, the highest marking in it, what
/// was withheld, and that links are allegations. docs/drawing.md has shapes, lines and layouts.
///
/// Sizes       what is left out or bundled the caption says. Whoever asks for more than 500 nodes
///             gets names on the 60 of the highest measure (degree if there is none) alone
/// Progress    of springs of our own; others tell nothing
/// Determinism the same view and options give the same bytes
/// Throws      Error "draw-size" if `size` has another length than the view has vertices;
///             "option-range" of the reduction;
///             "graphviz-limit", "graphviz-failed"; Cancelled
[[nodiscard]] std::string draw(const ActorGraph& graph, const Lens& lens, const View& view,
                               DrawFormat format, const DrawOptions& options = {},
                               const Run& run = {});

}  // namespace actormap
