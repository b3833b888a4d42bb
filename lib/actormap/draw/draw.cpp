#include <actormap/base/error.hpp>
#include <actormap/draw/caption.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/draw/json.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/draw/svg.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_draw.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace actormap {

namespace {

constexpr std::size_t most_layered = 80;  ///< entities
constexpr std::size_t most_layered_edges = 200;
constexpr double good_width = 1150;  ///< points; type of 9 points then stays above 6 on a page
constexpr std::size_t most_named = 500;
constexpr std::size_t named_beyond = 60;

constexpr Vocabulary<DrawFormat, 5> formats = {{"svg", "png", "pdf", "dot", "json"}};
constexpr Vocabulary<DrawLayout, 5> layouts = {{"auto", "layered", "radial", "force", "world"}};

struct Laid {
    Content content;
    GvLayout layout;
};

/// How many times a picture must be scaled down for a page of A4 in landscape. Height counts for
/// less: a picture may go on for two pages, or scroll, but one that is too wide is not read.
double scaling(const GvLayout& layout) {
    const double width = layout.box.high.x - layout.box.low.x;
    const double height = layout.box.high.y - layout.box.low.y;
    return std::max(width / page_width, height / (1.6 * page_height));
}

/// Columns of several lengths, and the one that suits a page best.
Laid best_columns(const Scene& scene, const Citations& citations, const DrawOptions& options,
                  const Run& run) {
    const std::size_t most = std::max<std::size_t>(rows_needed(scene), 1);
    std::set<std::size_t, std::greater<>> lengths;
    for (std::size_t columns = 1; columns <= 5; ++columns) {
        const std::size_t rows = (most + columns - 1) / columns;
        if (columns == 1 || rows >= 7) lengths.insert(rows);
    }
    std::optional<Laid> best;
    std::size_t best_rows = 0;
    for (const std::size_t rows : lengths) {
        Content content = layered_content(scene, citations, rows);
        GvLayout place = layout(content.graph, content.engine, options.limits, run);
        if (!best || scaling(place) < scaling(best->layout)) {
            best = Laid{std::move(content), std::move(place)};
            best_rows = rows;
        }
    }
    // Width to spare goes to the gaps, where the edges fan out.
    const double spare = good_width - (best->layout.box.high.x - best->layout.box.low.x);
    if (spare > 40 && best->content.columns > 1) {
        const double gaps = 2 * static_cast<double>(best->content.columns - 1);
        best->content = layered_content(scene, citations, best_rows, std::min(spare / gaps, 40.0));
        best->layout = layout(best->content.graph, best->content.engine, options.limits, run);
    }
    return std::move(*best);
}

/// The centre of a radial picture: in a lens around one entity that is the most linked one.
std::size_t most_linked(const Scene& scene) {
    const auto by_degree = [](const SceneNode& a, const SceneNode& b) {
        return a.degree < b.degree;
    };
    return static_cast<std::size_t>(
        std::max_element(scene.nodes.begin(), scene.nodes.end(), by_degree) - scene.nodes.begin());
}

Laid by_springs(const Scene& scene, const DrawOptions& options, const Run& run) {
    const bool all = scene.nodes.size() <= most_named;
    Laid laid{force_content(scene, all ? most_named : named_beyond), {}};
    laid.layout = layout(laid.content.graph, laid.content.engine, options.limits, run);
    return laid;
}

Laid lay_out(const Scene& scene, const Citations& citations, const DrawOptions& options,
             const Run& run) {
    if (scene.nodes.empty()) return best_columns(scene, citations, options, run);
    switch (options.layout) {
        case DrawLayout::layered:
            return best_columns(scene, citations, options, run);
        case DrawLayout::radial: {
            Laid laid{radial_content(scene, citations, most_linked(scene)), {}};
            laid.layout = layout(laid.content.graph, laid.content.engine, options.limits, run);
            return laid;
        }
        case DrawLayout::force:
            return by_springs(scene, options, run);
        case DrawLayout::automatic:
        case DrawLayout::world:  // drawn by world_draw.cpp
            break;
    }
    if (scene.nodes.size() > most_layered || scene.edges.size() > most_layered_edges) {
        return by_springs(scene, options, run);
    }
    try {
        return best_columns(scene, citations, options, run);
    } catch (const Error& error) {
        // dot is known to lose its way in rare graphs; a picture by springs is better than none.
        if (error.id() != "graphviz-failed") throw;
        return by_springs(scene, options, run);
    }
}

/// The same view with directions, where the relations' own ends no longer tell them.
View directed_view(const ActorGraph& graph, const Lens& lens, const View& view) {
    if (view.network.directed() || lens.roll_up.empty()) return {};
    return apply(graph, lens, Direction::directed);
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
        sheet.sources = source_list(citations, options.most_sources);
    }
    return sheet;
}

/// The bytes of a composed picture; `box` is what it was before.
std::string in_format(GvGraph picture, const GvBox& box, DrawFormat format,
                      const DrawOptions& options, const Run& run) {
    switch (format) {
        case DrawFormat::png:
            picture.graph.emplace_back("dpi", dots_per_inch(box));
            return render(picture, Engine::placed, ImageFormat::png, options.limits, run);
        case DrawFormat::pdf:
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
    const Sheet sheet = sheet_of(lens, view, {}, {}, citations, title, options);
    const std::string bytes =
        in_format(world_picture(world, sheet, options, run), world.map.box, format, options, run);
    if (format != DrawFormat::svg) return bytes;
    return with_titles(bytes, title,
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
    const Laid laid = lay_out(scene, citations, options, run);
    const std::string title = title_of(graph, options);
    if (format == DrawFormat::json) {
        return drawing_json(graph, lens, view, scene, citations, laid.layout, title);
    }

    Sheet sheet = sheet_of(lens, view, scene, laid.content, citations, title, options);
    if (options.legend) {
        const std::string label = options.size.empty() ? "" : options.size_label;
        sheet.legend = make_legend(scene, laid.content, label);
    }
    const std::string bytes =
        in_format(compose(scene, laid.content, laid.layout, sheet, options.limits, run),
                  laid.layout.box, format, options, run);
    return format == DrawFormat::svg ? with_titles(bytes, scene, citations, title) : bytes;
}

}  // namespace actormap
