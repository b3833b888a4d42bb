#include <actormap/draw/placed.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace actormap {

namespace {

constexpr double least_width = 620;
constexpr double sample_length = 34;
constexpr double letter = 0.54;  // the mean width of a letter, in its size

/// Collects the nodes around the scene, has Graphviz measure them, and then sets them.
class Furniture {
  public:
    Furniture(double type_size, std::string_view ink) : type_size_(type_size), ink_(ink) {}

    std::size_t add(GvAttributes attributes) {
        nodes_.push_back({std::move(attributes), std::nullopt});
        return nodes_.size() - 1;
    }
    std::size_t add_text(const std::vector<std::string>& lines, double size, bool bold = false) {
        return add({{"label", label_lines(lines, "\\l")},
                    {"shape", "none"},
                    {"margin", "0"},
                    {"width", "0"},
                    {"height", "0"},
                    {"fontcolor", std::string(ink_)},
                    {"fontname", std::string(bold ? bold_font : font)},
                    {"fontsize", gv_number(size)}});
    }
    void name_last(std::string id) { nodes_.back().attributes.emplace_back("id", std::move(id)); }
    void measure(const RenderLimits& limits, const Run& run) {
        GvGraph graph;
        graph.nodes = nodes_;
        places_ = layout(graph, Engine::dot, limits, run).nodes;
    }
    [[nodiscard]] double width(std::size_t item) const { return places_[item].width; }
    [[nodiscard]] double height(std::size_t item) const { return places_[item].height; }
    [[nodiscard]] double type_size() const { return type_size_; }

    /// Sets an item by its left edge and the middle of its height.
    void set(std::size_t item, double left, double middle) {
        nodes_[item].attributes.emplace_back("pos", gv_point({left + width(item) / 2, middle}));
    }
    /// A node that needs no measuring.
    void set_mark(GvAttributes attributes, double left, double width, double middle) {
        attributes.emplace_back("pos", gv_point({left + width / 2, middle}));
        nodes_.push_back({std::move(attributes), std::nullopt});
    }
    /// A straight line with an arrow's head at its right end.
    void set_line(GvAttributes attributes, double left, double middle) {
        for (const double x : {left, left + sample_length}) {
            nodes_.push_back({{{"label", ""},
                               {"shape", "point"},
                               {"style", "invis"},
                               {"width", "0.01"},
                               {"height", "0.01"},
                               {"pos", gv_point({x, middle})}},
                              std::nullopt});
        }
        const bool plain =
            std::find(attributes.begin(), attributes.end(),
                      std::pair<std::string, std::string>("dir", "none")) != attributes.end();
        const double right = left + sample_length, end = plain ? right : right - 7;
        std::string pos = plain ? "" : "e," + gv_point({right, middle}) + ' ';
        for (const double x : {left, left + (end - left) / 3, end - (end - left) / 3, end}) {
            pos += gv_point({x, middle}) + ' ';
        }
        pos.pop_back();
        attributes.emplace_back("pos", std::move(pos));
        edges_.push_back({nodes_.size() - 2, nodes_.size() - 1, std::move(attributes)});
    }
    void append_to(GvGraph& graph) {
        const std::size_t first = graph.nodes.size();
        for (GvNode& node : nodes_) graph.nodes.push_back(std::move(node));
        for (GvEdge& edge : edges_) {
            graph.edges.push_back({edge.from + first, edge.to + first, std::move(edge.attributes)});
        }
    }

  private:
    double type_size_;
    std::string_view ink_;
    std::vector<GvNode> nodes_;
    std::vector<GvNodePlace> places_;
    std::vector<GvEdge> edges_;
};

std::vector<std::string> wrapped(const std::vector<std::string>& texts, double width, double size,
                                 std::size_t lines) {
    const auto columns = static_cast<std::size_t>(std::max(width / (letter * size), 20.0));
    std::vector<std::string> all;
    for (const std::string& text : texts) {
        for (std::string& line : wrap(text, columns, lines)) all.push_back(std::move(line));
    }
    return all;
}

using Entry = std::vector<std::string>;  ///< the lines of a source

/// The sources as columns of about equal height, each entry whole.
std::vector<std::vector<Entry>> source_columns(const std::vector<std::string>& sources,
                                               double width, double size) {
    std::vector<Entry> entries;
    std::size_t total = 0;
    const auto count = static_cast<std::size_t>(std::clamp(width / (size * 34), 1.0, 4.0));
    const double column = width / static_cast<double>(count) - 2 * size;
    for (const std::string& source : sources) {
        entries.push_back(wrapped({source}, column, size, 6));
        for (std::size_t i = 1; i < entries.back().size(); ++i) {
            entries.back()[i].insert(0, "      ");
        }
        total += entries.back().size();
    }
    std::vector<std::vector<Entry>> columns(1);
    std::size_t printed = 0;
    for (Entry& entry : entries) {
        if (printed * count >= total * columns.size() && columns.size() < count) {
            columns.emplace_back();
        }
        printed += entry.size();
        columns.back().push_back(std::move(entry));
    }
    if (columns.back().empty()) columns.pop_back();
    return columns;
}

/// The room that a sample takes beside its words.
double sample_width(const LegendItem& item) {
    if (item.sample == LegendItem::Sample::line) return sample_length;
    if (item.sample != LegendItem::Sample::mark) return 0;
    const std::string inches = value_of(item.attributes, "width");
    double width = 0;
    (void)std::from_chars(inches.data(), inches.data() + inches.size(), width);
    return 72 * width;
}

struct Blocks {
    std::size_t title = 0, caption = 0, marking = 0;
    std::vector<std::size_t> legend;
    std::optional<std::size_t> heading;
    std::vector<std::vector<std::size_t>> sources;  // in columns
};

Blocks furnish(Furniture& furniture, const Sheet& sheet, Theme theme, double width) {
    const double size = furniture.type_size();
    const MarkingStyle marking = style_of(sheet.marking, theme);
    Blocks blocks;
    blocks.title =
        furniture.add_text(wrapped({sheet.title}, width - 12 * size, 2 * size, 3), 2 * size, true);
    blocks.caption = furniture.add_text(wrapped(sheet.caption, width, size, 4), size);
    blocks.marking = furniture.add({{"label", label_text(tlp_text(sheet.marking))},
                                    {"shape", "box"},
                                    {"style", "filled"},
                                    {"fillcolor", std::string(marking.fill)},
                                    {"color", std::string(marking.border)},
                                    {"fontcolor", std::string(marking.text)},
                                    {"fontname", std::string(bold_font)},
                                    {"margin", "0.08,0.04"},
                                    {"height", "0.3"},
                                    {"width", "0.4"},
                                    {"fontsize", gv_number(1.2 * size)}});
    for (const LegendItem& item : sheet.legend) {
        if (item.sample != LegendItem::Sample::shape) {
            blocks.legend.push_back(furniture.add_text({item.text}, size));
            continue;
        }
        GvAttributes attributes = item.attributes;
        for (auto& [name, value] : attributes) {
            if (name == "label") value = label_text(item.text);
            if (name == "fontsize") value = gv_number(size);
        }
        // Stated, since the defaults of the scene that they are drawn in are not those here.
        attributes.emplace_back("height", "0.3");
        attributes.emplace_back("width", "0.4");
        blocks.legend.push_back(furniture.add(std::move(attributes)));
    }
    if (!sheet.sources.empty()) {
        blocks.heading = furniture.add_text({sheet.sources_heading}, size, true);
        std::size_t number = 0;
        for (const auto& column : source_columns(sheet.sources, width, size)) {
            blocks.sources.emplace_back();
            for (const Entry& entry : column) {
                blocks.sources.back().push_back(furniture.add_text(entry, size));
                if (++number <= sheet.numbered) furniture.name_last('s' + std::to_string(number));
            }
        }
    }
    return blocks;
}

/// Sets the legend in rows from `top` down; returns where it ends.
double set_legend(Furniture& furniture, const Sheet& sheet, const Blocks& blocks, double left,
                  double width, double top) {
    const double size = furniture.type_size(), gap = 1.6 * size;
    std::size_t next = 0;
    while (next < blocks.legend.size()) {
        std::vector<double> at;
        double x = left, height = 0;
        std::size_t end = next;
        for (; end < blocks.legend.size(); ++end) {
            const double sample = sample_width(sheet.legend[end]);
            const double wide =
                furniture.width(blocks.legend[end]) + (sample > 0 ? sample + 0.5 * size : 0);
            if (end > next && x + wide > left + width) break;
            at.push_back(x);
            x += wide + gap;
            height = std::max(height, furniture.height(blocks.legend[end]));
        }
        for (std::size_t i = next; i < end; ++i) {
            double x_item = at[i - next];
            const LegendItem& item = sheet.legend[i];
            const double sample = sample_width(item), middle = top - height / 2;
            if (item.sample == LegendItem::Sample::line) {
                furniture.set_line(item.attributes, x_item, middle);
            } else if (sample > 0) {
                furniture.set_mark(item.attributes, x_item, sample, middle);
            }
            if (sample > 0) x_item += sample + 0.5 * size;
            furniture.set(blocks.legend[i], x_item, top - height / 2);
        }
        top -= height + 0.7 * size;
        next = end;
    }
    return top;
}

/// Sets the columns of sources from `top` down, their entries without gaps.
void set_sources(Furniture& furniture, const Blocks& blocks, double left, double width,
                 double top) {
    const double share = width / static_cast<double>(blocks.sources.size());
    double x = left;
    for (const auto& column : blocks.sources) {
        double y = top, wide = 0;
        for (const std::size_t entry : column) {
            furniture.set(entry, x, y - furniture.height(entry) / 2);
            y -= furniture.height(entry);
            wide = std::max(wide, furniture.width(entry));
        }
        x += std::max(wide + 2 * furniture.type_size(), share);
    }
}

}  // namespace

GvGraph compose(const Scene& scene, const Content& content, const GvLayout& layout,
                const Sheet& sheet, const RenderLimits& limits, const Run& run) {
    return compose(placed(scene, content, layout), layout.box, sheet, scene.theme, limits, run);
}

GvGraph compose(GvGraph picture, const GvBox& box, const Sheet& sheet, Theme theme,
                const RenderLimits& limits, const Run& run) {
    const double wide = box.high.x - box.low.x;
    const double width = std::max(wide, least_width);
    const double left = (box.low.x + box.high.x - width) / 2;
    const double size = std::max(9.0, 1.06 * smallest_type * width / page_width);

    Furniture furniture(size, palette_of(theme).ink);
    const Blocks blocks = furnish(furniture, sheet, theme, width);
    furniture.measure(limits, run);

    // Upwards from the scene: caption, title and marking.
    double y = box.high.y + 1.5 * size;
    furniture.set(blocks.caption, left, y + furniture.height(blocks.caption) / 2);
    y += furniture.height(blocks.caption) + 0.5 * size;
    const double title = y + furniture.height(blocks.title) / 2;
    furniture.set(blocks.title, left, title);
    furniture.set(blocks.marking, left + width - furniture.width(blocks.marking), title);

    // Downwards: legend, sources.
    y = box.low.y - 1.5 * size;
    y = set_legend(furniture, sheet, blocks, left, width, y) - 0.8 * size;
    if (blocks.heading) {
        furniture.set(*blocks.heading, left, y - furniture.height(*blocks.heading) / 2);
        y -= furniture.height(*blocks.heading) + 0.3 * size;
        set_sources(furniture, blocks, left, width, y);
    }
    furniture.append_to(picture);
    return picture;
}

}  // namespace actormap
