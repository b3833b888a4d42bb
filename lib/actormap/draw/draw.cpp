#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/draw/caption.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/draw/json.hpp>
#include <actormap/draw/lay_out.hpp>
#include <actormap/draw/reduce.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/draw/svg.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

constexpr std::size_t most_unnumbered = 20;  ///< sources whose numbers stand nowhere

constexpr Vocabulary<DrawFormat, 5> formats = {{"svg", "png", "pdf", "dot", "json"}};
constexpr Vocabulary<DrawLayout, 4> layouts = {{"auto", "layered", "radial", "force"}};

/// The same view with directions, where the relations' own ends no longer tell them.
View directed_view(const ActorGraph& graph, const Lens& lens, const View& view) {
    if (view.network.directed() || lens.roll_up.empty()) return {};
    return apply(graph, lens, Direction::directed);
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

/// At least 2600 pixels wide, but of a size that any viewer opens.
std::string dots_per_inch(const GvLayout& layout) {
    const double width = std::max(layout.box.high.x - layout.box.low.x, 600.0) / 72;
    const double height = std::max(layout.box.high.y - layout.box.low.y, 400.0) / 72;
    const double wanted = std::clamp(2600 / width, 110.0, 220.0);
    return gv_number(std::round(std::min(wanted, std::sqrt(8e7 / (width * height)))));
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
    Scene scene = make_scene(graph, view, directed, options.size);
    scene.theme = options.theme;
    scene = options.reduction ? reduce(std::move(scene), *options.reduction)
                              : reduce_to_readable(std::move(scene));
    const Laid laid = lay_out(scene, citations, options, run);
    const std::string title = title_of(graph, options);
    Sheet sheet;
    sheet.title = title;
    sheet.caption = caption_of(lens, view, scene, laid.content, citations);
    sheet.marking = view.marking;
    if (options.legend) {
        const std::string label = options.size.empty() ? "" : options.size_label;
        sheet.legend = make_legend(scene, laid.content, label);
    }
    if (options.sources) {
        sheet.sources_heading = "Sources";
        const std::size_t most = laid.content.edge_labels
                                     ? options.most_sources
                                     : std::min(options.most_sources, most_unnumbered);
        sheet.sources = source_list(citations, most);
        sheet.numbered = std::min(most, citations.list.size());
    }
    GvGraph picture = compose(scene, laid.content, laid.layout, sheet, options.limits, run);
    switch (format) {
        case DrawFormat::json: {
            const std::size_t first = first_of_scene(picture);
            const GvLayout whole =
                as_placed(layout(picture, Engine::placed, options.limits, run), laid.layout, first);
            return drawing_json(graph, lens, view, scene, citations, laid.layout, whole, first,
                                title);
        }
        case DrawFormat::dot:
            return to_dot(picture, options.limits, run);
        case DrawFormat::png:
            picture.graph.emplace_back("dpi", dots_per_inch(laid.layout));
            return render(picture, Engine::placed, ImageFormat::png, options.limits, run);
        case DrawFormat::pdf:
            picture.graph.emplace_back("margin", "0");  // `pad` is there
            return render(picture, Engine::placed, ImageFormat::pdf, options.limits, run);
        default:
            break;
    }
    const std::string svg = render(picture, Engine::placed, ImageFormat::svg, options.limits, run);
    const SvgWords words{title, join(sheet.caption, " "), options.links ? sheet.numbered : 0};
    return accessible(svg, graph, view, scene, citations, words);
}

}  // namespace actormap
