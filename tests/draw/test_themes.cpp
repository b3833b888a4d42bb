#include "colors.hpp"
#include "sample.hpp"

#include <actormap/draw/style.hpp>
#include <actormap/draw/world_style.hpp>

#include <set>
#include <tuple>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr double of_text = 4.5;  // WCAG 2.1, 1.4.3 and 1.4.11
constexpr double of_lines = 3;

constexpr std::array every_theme = {Theme::light, Theme::dark, Theme::print};
constexpr std::array every_level = {Tlp::clear, Tlp::green, Tlp::amber, Tlp::amber_strict,
                                    Tlp::red};

struct Pair {
    std::string what;
    Color front;
    Color back;
    double least = 0;
};

/// What may stand on what in a theme, and by how much it must stand out.
std::vector<Pair> pairs(Theme theme) {
    const Palette& palette = palette_of(theme);
    const Color paper = color(palette.paper), group = color(palette.group_fill);
    std::vector<Pair> all;
    const auto add = [&](std::string what, std::string_view front, const Color& back,
                         double least) {
        all.push_back({std::move(what), color(front, back), back, least});
    };
    add("caption", palette.ink, paper, of_text);
    add("country", palette.group_text, group, of_text);
    add("box", palette.group_border, paper, of_lines);
    add("line", palette.line, paper, of_lines);
    for (std::size_t i = 0; i < entity_kinds; ++i) {
        const EntityStyle style = style_of(static_cast<EntityKind>(i), theme);
        const std::string kind(style.legend);
        add(kind + ": name", style.text, color(style.fill), of_text);
        add(kind + ": outline", style.border, paper, of_lines);
        add(kind + ": outline in a box", style.border, group, of_lines);
    }
    for (std::size_t i = 0; i < certainties; ++i) {
        const LineStyle line = style_of(static_cast<Certainty>(i), theme);
        const std::string certainty(line.legend);
        for (const Color& back : {paper, group}) add(certainty, line.color, back, of_lines);
        add(certainty + ", faint", line.faint, paper, of_lines);
        const bool disputed = static_cast<Certainty>(i) == Certainty::disputed;
        if (!disputed) add(certainty + ", faint on an area", line.faint, group, of_lines);
        // A label stands on the line that it is about.
        const Color under = color(palette.edge_back, color(line.color));
        add(certainty + ": label", palette.edge_text, under, of_text);
    }
    for (const Color& back : {paper, group}) {
        add("label", palette.edge_text, color(palette.edge_back, back), of_text);
    }
    for (const Tlp level : every_level) {
        const MarkingStyle style = style_of(level, theme);
        add("marking", style.text, color(style.fill), of_text);
    }
    add("marking's box", style_of(Tlp::clear, theme).border, paper, of_lines);
    return all;
}

std::vector<Pair> faint_pairs(Theme theme, Sight sight) {
    std::vector<Pair> faint;
    for (const Pair& pair : pairs(theme)) {
        // FIRST's red on black is what it is; the word says the same.
        const bool prescribed = pair.what == "marking" && sight != Sight::full;
        const double least = prescribed ? of_lines : pair.least;
        if (contrast(seen(pair.front, sight), seen(pair.back, sight)) < least) {
            faint.push_back(pair);
        }
    }
    return faint;
}

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options) {
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

/// Every "#RRGGBB" or "#RRGGBBAA" in a text of DOT.
std::set<std::string> colors_in(const std::string& dot) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = dot.find('#', at)) != std::string::npos; ++at) {
        const std::size_t end = dot.find_first_not_of("0123456789ABCDEFabcdef", at + 1);
        if (end - at == 7 || end - at == 9) found.insert(dot.substr(at, end - at));
    }
    return found;
}

std::set<std::string> colors_of(const Palette& palette) {
    std::set<std::string> all;
    for (const std::string_view one :
         {palette.paper, palette.ink, palette.line, palette.edge_text, palette.edge_back,
          palette.group_fill, palette.group_border, palette.group_text, palette.marking_border}) {
        all.emplace(one);
    }
    for (const auto& kind : palette.kinds) {
        for (const std::string_view one : {kind.fill, kind.border, kind.text}) all.emplace(one);
    }
    for (const auto& line : palette.lines) all.emplace(line.color), all.emplace(line.faint);
    return all;
}

}  // namespace

TEST_CASE("contrast is as WCAG defines it", "[draw][style]") {
    CHECK(contrast(color("#000000"), color("#FFFFFF")) == Approx(21));
    CHECK(contrast(color("#777777"), color("#FFFFFF")) == Approx(4.478).margin(0.001));
    CHECK(contrast(color("#00000080"), color("#FFFFFF")) == Approx(4.0).margin(0.05));
}

TEST_CASE("sight without red or green is as Machado has it", "[draw][style]") {
    for (const Sight sight : {Sight::protanopia, Sight::deuteranopia, Sight::grey}) {
        for (const double part : seen(color("#FFFFFF"), sight)) CHECK(part == Approx(1));
        for (const double part : seen(color("#808080"), sight)) {
            CHECK(part == Approx(0x80 / 255.0).margin(0.001));
        }
    }
    const Color red = seen(color("#FF0000"), Sight::protanopia);
    CHECK(red[0] == Approx(encoded(0.152286)));
    CHECK(red[1] == Approx(encoded(0.114503)));
    CHECK(red[2] == 0);
}

TEST_CASE("every text and every line stands out, in every theme and to every eye",
          "[draw][style]") {
    for (const Theme theme : every_theme) {
        for (const Sight sight :
             {Sight::full, Sight::protanopia, Sight::deuteranopia, Sight::grey}) {
            INFO("theme " << static_cast<int>(theme) << ", sight " << static_cast<int>(sight));
            std::string faint;
            for (const Pair& pair : faint_pairs(theme, sight)) {
                faint += pair.what + " " +
                         std::to_string(contrast(seen(pair.front, sight), seen(pair.back, sight))) +
                         "; ";
            }
            INFO(faint);
            CHECK(faint == "");
        }
    }
}

TEST_CASE("names on the map stand out from whatever lies under them", "[draw][style][world]") {
    for (const Theme theme : every_theme) {
        const WorldPalette& map = world_palette_of(theme);
        std::vector<std::string_view> grounds = {map.sea, map.land, map.border};
        grounds.insert(grounds.end(), map.hit.begin(), map.hit.end());
        grounds.insert(grounds.end(), map.arcs.begin(), map.arcs.end());
        for (const Sight sight :
             {Sight::full, Sight::protanopia, Sight::deuteranopia, Sight::grey}) {
            for (const std::string_view ground : grounds) {
                const Color behind = color(map.label_back, color(ground));
                INFO("theme " << static_cast<int>(theme) << ", on " << ground);
                CHECK(contrast(seen(color(palette_of(theme).ink), sight), seen(behind, sight)) >=
                      4.5);
            }
        }
    }
}

TEST_CASE("arcs and markers stand out from sea, land and every tint", "[draw][style][world]") {
    for (const Theme theme : every_theme) {
        const WorldPalette& map = world_palette_of(theme);
        std::vector<std::string_view> grounds = {map.sea, map.land};
        grounds.insert(grounds.end(), map.hit.begin(), map.hit.end());
        std::vector<std::pair<std::string, std::string>> lines = {
            {"marker", std::string(map.mark_border)}, {"leader", std::string(map.leader)}};
        for (std::size_t i = 0; i < map.arcs.size(); ++i) {
            const std::string arc(map.arcs[i]), number = std::to_string(i);
            lines.emplace_back("outline and house " + number, arc);
            lines.emplace_back("arc " + number, arc + std::string(map.arc_cover));
        }
        for (const auto& [what, line] : lines) {
            for (const std::string_view ground : grounds) {
                const Color back = color(ground), front = color(line, back);
                INFO("theme " << static_cast<int>(theme) << ", " << what << " on " << ground);
                for (const Sight sight :
                     {Sight::full, Sight::protanopia, Sight::deuteranopia, Sight::grey}) {
                    CHECK(contrast(seen(front, sight), seen(back, sight)) >= of_lines);
                }
            }
            const bool house = what.starts_with("outline");
            if (house)
                CHECK(contrast(color(map.mark), color(line)) >= of_lines);  // its own outline
        }
    }
}

TEST_CASE("the tints of the map tell more from less in grey", "[draw][style][world]") {
    for (const Theme theme : every_theme) {
        const auto& hit = world_palette_of(theme).hit;
        for (std::size_t i = 1; i < hit.size(); ++i) {
            const double less = luminance(seen(color(hit[i - 1]), Sight::grey));
            const double more = luminance(seen(color(hit[i]), Sight::grey));
            INFO("theme " << static_cast<int>(theme) << ", tint " << i);
            // Away from the paper, by steps that an eye can tell.
            CHECK((theme == Theme::dark ? more / less : less / more) > 1.15);
        }
    }
}

TEST_CASE("in print nothing is told by colour", "[draw][style]") {
    const Palette& palette = palette_of(Theme::print);
    for (const std::string& one : colors_of(palette)) {
        const Color parts = color(one);
        CHECK((parts[0] == parts[1] && parts[1] == parts[2]));
    }
    for (const auto& kind : palette.kinds) {
        CHECK(luminance(color(kind.fill)) > 0.9);
        CHECK(luminance(color(kind.border)) < 0.1);
        CHECK(luminance(color(kind.text)) < 0.1);
    }
    for (const auto& line : palette.lines) CHECK(luminance(color(line.color)) < 0.15);
}

TEST_CASE("kinds differ by shape or outline, lines by more than colour", "[draw][style]") {
    for (const Theme theme : every_theme) {
        std::set<std::pair<std::string_view, std::string_view>> shapes;
        std::set<std::tuple<std::string_view, double, bool>> lines;
        std::set<std::string_view> heads, meanings;
        for (std::size_t i = 0; i < entity_kinds; ++i) {
            const EntityStyle style = style_of(static_cast<EntityKind>(i), theme);
            shapes.emplace(style.shape, style.style);
            meanings.insert(style.legend);
        }
        CHECK(shapes.size() == entity_kinds);
        for (std::size_t i = 0; i < relation_kinds; ++i) {
            heads.insert(style_of(static_cast<RelationKind>(i)).arrow);
            meanings.insert(style_of(static_cast<RelationKind>(i)).legend);
        }
        CHECK(heads.size() == relation_kinds);
        for (std::size_t i = 0; i < certainties; ++i) {
            const LineStyle style = style_of(static_cast<Certainty>(i), theme);
            lines.emplace(style.style, style.width, style.doubled);
            meanings.insert(style.legend);
        }
        CHECK(lines.size() == certainties);
        CHECK(meanings.size() == entity_kinds + relation_kinds + certainties);
    }
    // Where no colour helps, a dispute has a pattern of its own, not a width.
    const LineStyle disputed = style_of(Certainty::disputed, Theme::print);
    CHECK(disputed.doubled);
    CHECK(color_value(disputed) == "#000000:#000000");
    CHECK(color_value(style_of(Certainty::high, Theme::print)) == "#000000");
}

TEST_CASE("a picture has no colour but its theme's", "[draw][style]") {
    for (const Theme theme : every_theme) {
        std::set<std::string> allowed = colors_of(palette_of(theme));
        const MarkingStyle marking = style_of(Tlp::clear, theme);
        for (const std::string_view one : {marking.fill, marking.text}) allowed.emplace(one);
        for (const DrawLayout layout :
             {DrawLayout::layered, DrawLayout::radial, DrawLayout::force}) {
            const std::string dot =
                drawn(sample(), DrawFormat::dot, {.layout = layout, .theme = theme});
            std::set<std::string> used = colors_in(dot);
            CHECK(used.size() >= 4);
            used.merge(colors_in(
                drawn(large(40), DrawFormat::dot,
                      {.layout = layout, .cluster = Clustering::community, .theme = theme})));
            for (const std::string& one : used) {
                INFO(one);
                CHECK(allowed.count(one) == 1);
            }
            CHECK(has(dot, "bgcolor=\"" + std::string(palette_of(theme).paper) + '"'));
        }
    }
    const DrawOptions many = {.theme = Theme::dark};
    const std::set<std::string> used = colors_in(drawn(large(600), DrawFormat::dot, many));
    const std::set<std::string> allowed = colors_of(palette_of(Theme::dark));
    for (const std::string& one : used) {
        INFO(one);
        CHECK((allowed.count(one) == 1 || one == "#000000" || one == "#FFFFFF"));
    }
}

TEST_CASE("a theme changes colours and nothing else", "[draw][style]") {
    const std::string light = drawn(sample(), DrawFormat::json, {});
    for (const Theme theme : {Theme::dark, Theme::print}) {
        CHECK((drawn(sample(), DrawFormat::json, {.theme = theme}) == light));
    }
    CHECK(parse_theme("light") == Theme::light);
    CHECK(parse_theme("dark") == Theme::dark);
    CHECK(parse_theme("print") == Theme::print);
    CHECK_FALSE(parse_theme("Dark"));
}
