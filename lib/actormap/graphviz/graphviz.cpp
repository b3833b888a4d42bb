#include <actormap/base/error.hpp>
#include <actormap/graphviz/child.hpp>
#include <actormap/graphviz/graphviz.hpp>
#include <actormap/graphviz/pdf.hpp>
#include <actormap/graphviz/session.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace actormap {

namespace {

/// Takes the child's layout apart: lines of numbers, a text before a bar where there is one.
class LayoutReader {
  public:
    explicit LayoutReader(std::string_view text) : rest_(text) {}

    void next_line() {
        const std::size_t end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    }
    std::string text() {
        const std::size_t bar = line_.find('|');
        std::string found(line_.substr(0, bar));
        line_.remove_prefix(bar + 1);
        return found;
    }
    double number() {
        double value = 0;
        const auto [end, error] = std::from_chars(line_.data(), line_.data() + line_.size(), value);
        if (error != std::errc{}) {
            throw Error("graphviz-failed", "Graphviz placed something nowhere");
        }
        line_.remove_prefix(static_cast<std::size_t>(end - line_.data()));
        if (line_.starts_with(' ')) line_.remove_prefix(1);
        return value;
    }
    GvPoint point() {
        const double x = number();
        return {x, number()};
    }
    std::optional<GvPoint> maybe_point() {
        if (line_.empty()) return std::nullopt;
        return point();
    }

  private:
    std::string_view rest_;
    std::string_view line_;
};

GvLayout read_layout(std::string_view text, const GvGraph& graph) {
    GvLayout layout;
    LayoutReader reader(text);
    const auto box = [&] {
        const GvPoint low = reader.point();
        return GvBox{low, reader.point()};
    };
    reader.next_line();
    layout.box = box();
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        reader.next_line();
        GvNodePlace place;
        place.centre = reader.point();
        place.width = reader.number();
        place.height = reader.number();
        layout.nodes.push_back(place);
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        reader.next_line();
        GvEdgePlace place;
        place.pos = reader.text();
        place.label = reader.maybe_point();
        layout.edges.push_back(std::move(place));
    }
    for (std::size_t i = 0; i < graph.clusters.size(); ++i) {
        reader.next_line();
        GvClusterPlace place;
        place.box = box();
        place.label = reader.maybe_point();
        layout.clusters.push_back(place);
    }
    return layout;
}

/// Graphviz hands a bold face to Pango, which knows the word, but not to SVG, which does not.
std::string with_weights(std::string svg) {
    constexpr std::string_view word = " Bold\"", weight = "\" font-weight=\"bold\"";
    constexpr std::string_view family = "font-family=\"";
    for (std::size_t at = 0; (at = svg.find(family, at)) != std::string::npos;) {
        at = svg.find('"', at + family.size());
        if (at == std::string::npos) break;
        if (const std::size_t start = at + 1 - word.size();
            svg.compare(start, word.size(), word) == 0) {
            svg.replace(start, word.size(), weight);
        }
    }
    return svg;
}

/// Without comments (Graphviz's version, and the names of nodes) and without the titles, which
/// are those names too. Text from data cannot look like either: its "<" is an entity by then.
std::string without_names(std::string_view svg) {
    constexpr auto unwanted = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"<!--", "-->\n"}, {"<title>", "</title>\n"}});
    std::string kept;
    while (!svg.empty()) {
        std::size_t first = std::string_view::npos, end = svg.size();
        for (const auto& [opening, closing] : unwanted) {
            const std::size_t at = svg.find(opening);
            if (at >= first) continue;
            first = at;
            const std::size_t close = svg.find(closing, at);
            end = close == std::string_view::npos ? svg.size() : close + closing.size();
        }
        kept += svg.substr(0, first);
        svg.remove_prefix(end);
        if (first == std::string_view::npos) break;
    }
    return kept;
}

}  // namespace

GvLayout layout(const GvGraph& graph, Engine engine, const RenderLimits& limits, const Run& run) {
    const auto work = [&] { return graphviz::layout_text(graph, engine); };
    return read_layout(run_in_child(work, limits, run), graph);
}

std::string render(const GvGraph& graph, Engine engine, ImageFormat format,
                   const RenderLimits& limits, const Run& run) {
    const auto work = [&] { return graphviz::image_bytes(graph, engine, format); };
    std::string bytes = run_in_child(work, limits, run);
    switch (format) {
        case ImageFormat::svg:
            return with_weights(without_names(bytes));
        case ImageFormat::pdf:
            return graphviz::without_date(std::move(bytes));
        case ImageFormat::png:
            break;
    }
    return bytes;
}

std::string to_dot(const GvGraph& graph, const RenderLimits& limits, const Run& run) {
    return run_in_child([&] { return graphviz::dot_text(graph); }, limits, run);
}

std::string gv_number(double value) {
    const double shown = std::round(value * 1000) / 1000 + 0.0;  // no negative zero
    std::array<char, 32> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), shown);
    return {digits.data(), error == std::errc{} ? end : digits.data()};
}

std::string gv_point(GvPoint point) {
    return gv_number(point.x) + ',' + gv_number(point.y);
}

}  // namespace actormap
