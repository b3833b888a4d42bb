#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/draw/caption.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/draw/hulls.hpp>
#include <actormap/draw/json.hpp>
#include <actormap/draw/lay_out.hpp>
#include <actormap/draw/median.hpp>
#include <actormap/draw/reduce.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/draw/svg.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_draw.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

constexpr std::size_t most_unnumbered = 20;  ///< sources whose numbers stand nowhere

constexpr Vocabulary<DrawFormat, 5> formats = {{"svg", "png", "pdf", "dot", "json"}};
constexpr Vocabulary<DrawLayout, 5> layouts = {{"auto", "layered", "radial", "force", "world"}};

/// The same view with directions, where the relations' own ends no longer tell them.
View directed_view(const ActorGraph& graph, const Lens& lens, const View& view) {
    if (view.network.directed() || lens.roll_up.empty()) return {};
    return apply(graph, lens, Direction::directed);
}

/// The earlier place of each node; empty if none has one.
std::vector<std::optional<GvPoint>> earlier_of(const ActorGraph& graph, const View& view,
                                               const Scene& scene, const EarlierPlaces& places) {
    std::vector<std::optional<GvPoint>> earlier(scene.nodes.size());
    bool any = false;
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        const auto found = places.find(graph[view.entities[scene.nodes[i].vertex]].id);
        if (found == places.end()) continue;
        earlier[i] = found->second;
        any = true;
    }
    if (!any) earlier.clear();
    return earlier;
}

/// The node that circles are around: of the first entity that the lens is around; nothing if it is
/// around none, if that is not drawn, or if there are no circles.
std::optional<std::size_t> middle_of(const ActorGraph& graph, const Lens& lens, const View& view,
                                     const Scene& scene, DrawLayout layout) {
    if (layout != DrawLayout::radial || lens.around.empty()) return std::nullopt;
    const auto vertex = view.vertex(find_by_name(graph, lens.around.front(), lens.tlp));
    return vertex ? scene.drawn[*vertex] : std::nullopt;
}

/// Where the scene's nodes begin among those of a composed picture.
std::size_t first_of_scene(const GvGraph& picture) {
    const std::pair<std::string, std::string> first{"id", "n0"};
    const auto found =
        std::find_if(picture.nodes.begin(), picture.nodes.end(), [&](const GvNode& node) {
            return std::find(node.attributes.begin(), node.attributes.end(), first) !=
                   node.attributes.end();
        });
    return static_cast<std::size_t>(found - picture.nodes.begin());
}

/// Graphviz moves what it is given to an origin of its own: back to where the layout has it.
GvLayout as_placed(GvLayout picture, const GvLayout& layout, std::size_t first) {
    if (layout.nodes.empty()) return picture;
    const GvPoint is = picture.nodes[first].centre, was = layout.nodes[0].centre;
    const auto move = [&](GvPoint& point) {
        point.x += was.x - is.x;
        point.y += was.y - is.y;
    };
    for (GvNodePlace& node : picture.nodes) move(node.centre);
    move(picture.box.low);
    move(picture.box.high);
    return picture;
}

/// How far the layout has moved what had an earlier place: the median, since few are pushed aside.
GvPoint shift_of(const GvLayout& layout, const std::vector<std::optional<GvPoint>>& earlier) {
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        if (!earlier[i]) continue;
        xs.push_back(layout.nodes[i].centre.x - earlier[i]->x);
        ys.push_back(layout.nodes[i].centre.y - earlier[i]->y);
    }
    return {median(std::move(xs)), median(std::move(ys))};
}

GvBox moved(const GvBox& box, GvPoint by) {
    return {{box.low.x + by.x, box.low.y + by.y}, {box.high.x + by.x, box.high.y + by.y}};
}

/// Makes a picture fill a box: nothing is drawn in its corners.
void add_corners(GvGraph& picture, const GvBox& box) {
    for (const GvPoint& corner : {box.low, box.high}) {
        picture.nodes.push_back({{{"label", ""},
                                  {"shape", "point"},
                                  {"style", "invis"},
                                  {"width", "0.01"},
                                  {"height", "0.01"},
                                  {"pos", gv_point(corner)}},
                                 std::nullopt});
    }
}

/// At least 2600 pixels wide, but of a size that any viewer opens.
std::string dots_per_inch(const GvBox& box) {
    const double width = std::max(box.high.x - box.low.x, 600.0) / 72;
    const double height = std::max(box.high.y - box.low.y, 400.0) / 72;
    const double wanted = std::clamp(2600 / width, 110.0, 220.0);
    return gv_number(std::round(std::min(wanted, std::sqrt(8e7 / (width * height)))));
}

/// What is printed around a picture, its legend aside.
Sheet sheet_of(const Lens& lens, const View& view, const Scene& scene, const Content& content,
               const Citations& citations, const std::string& title, const DrawOptions& options) {
    Sheet sheet;
    sheet.title = title;
    sheet.caption = caption_of(lens, view, scene, content, citations);
    sheet.marking = view.marking;
    if (options.sources) {
        sheet.sources_heading = "Sources";
        const std::size_t most = content.edge_labels
                                     ? options.most_sources
                                     : std::min(options.most_sources, most_unnumbered);
        sheet.sources = source_list(citations, most);
        sheet.numbered = std::min(most, citations.list.size());
    }
    return sheet;
}

/// What an SVG says of itself.
SvgWords words_of(const Sheet& sheet, const DrawOptions& options) {
    return {sheet.title, join(sheet.caption, " "), options.links ? sheet.numbered : 0};
}

/// The bytes of a composed picture; `box` is what it was before.
std::string in_format(GvGraph picture, const GvBox& box, DrawFormat format,
                      const DrawOptions& options, const Run& run) {
    switch (format) {
        case DrawFormat::png:
            picture.graph.emplace_back("dpi", dots_per_inch(box));
            return render(picture, Engine::placed, ImageFormat::png, options.limits, run);
        case DrawFormat::pdf:
            picture.graph.emplace_back("margin", "0");  // `pad` is there
            return render(picture, Engine::placed, ImageFormat::pdf, options.limits, run);
        case DrawFormat::svg:
            return render(picture, Engine::placed, ImageFormat::svg, options.limits, run);
        case DrawFormat::dot:
        case DrawFormat::json:
            break;
    }
    return to_dot(picture, options.limits, run);
}

std::string draw_world(const ActorGraph& graph, const Lens& lens, const View& view,
                       const View& directed, const Citations& citations, DrawFormat format,
                       const DrawOptions& options, const Run& run) {
    const World world = make_world(graph, view, directed, citations, options, run);
    const std::string title = title_of(graph, options);
    if (format == DrawFormat::json) return world_json(graph, lens, view, world, citations, title);
    Sheet sheet = sheet_of(lens, view, {}, {}, citations, title, options);
    for (std::string& line : world_caption(world.scene, world.map)) {
        sheet.caption.push_back(std::move(line));
    }
    sheet.marking = world.scene.marking;
    const std::string bytes =
        in_format(world_picture(world, sheet, options, run), world.map.box, format, options, run);
    if (format != DrawFormat::svg) return bytes;
    return accessible(bytes, citations, words_of(sheet, options),
                      [&](std::string_view id) { return world_title(id, world.scene); });
}

}  // namespace

std::optional<DrawFormat> parse_draw_format(std::string_view text) {
    return formats.parse(text);
}

std::optional<DrawLayout> parse_draw_layout(std::string_view text) {
    return layouts.parse(text);
}

std::string draw(const ActorGraph& graph, const Lens& lens, const View& view, DrawFormat format,
                 const DrawOptions& options, const Run& run) {
    if (!options.size.empty() && options.size.size() != view.entities.size()) {
        throw Error("draw-size", "there are " + std::to_string(options.size.size()) +
                                     " sizes for " + std::to_string(view.entities.size()) +
                                     " vertices; give one for each");
    }
    const View directed = directed_view(graph, lens, view);
    const Citations citations = cite(graph, view);
    if (options.layout == DrawLayout::world) {
        return draw_world(graph, lens, view, directed, citations, format, options, run);
    }
    Scene scene = make_scene(graph, view, directed, options.size);
    scene.theme = options.theme;
    scene = options.reduction ? reduce(std::move(scene), *options.reduction)
                              : reduce_to_readable(std::move(scene));
    const auto earlier = earlier_of(graph, view, scene, options.earlier);
    Laid laid = lay_out(scene, citations, earlier,
                        middle_of(graph, lens, view, scene, options.layout), options, run);
    const GvPoint shift = shift_of(laid.layout, earlier);
    if (options.frame)
        laid.layout.box = united(laid.layout.box, moved(options.frame->network, shift));
    const std::string title = title_of(graph, options);
    Sheet sheet = sheet_of(lens, view, scene, laid.content, citations, title, options);
    if (options.legend) {
        const std::string label = options.size.empty() ? "" : options.size_label;
        sheet.legend = make_legend(scene, laid.content, label);
    }
    GvGraph picture = compose(scene, laid.content, laid.layout, sheet, options.limits, run);
    if (options.frame && options.frame->canvas) {
        add_corners(picture, moved(*options.frame->canvas, shift));
    }
    if (format == DrawFormat::json) {
        const std::size_t first = first_of_scene(picture);
        const GvLayout whole =
            as_placed(layout(picture, Engine::placed, options.limits, run), laid.layout, first);
        std::optional<std::vector<Area>> areas;
        if (options.cluster != Clustering::automatic) areas = laid.content.areas;
        return drawing_json(graph, lens, view, scene, citations, laid.layout, whole, first, title,
                            areas);
    }
    const std::string bytes = in_format(std::move(picture), laid.layout.box, format, options, run);
    if (format != DrawFormat::svg) return bytes;
    return accessible(bytes, graph, view, scene, citations, words_of(sheet, options));
}

}  // namespace actormap
