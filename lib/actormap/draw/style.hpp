#pragma once

#include <actormap/model/actor_graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// What an entity is drawn as.
enum class EntityKind : std::uint8_t {
    sponsor,         ///< role `sponsor`: a state or an organ of one
    company,         ///< role `front-company`
    actor,           ///< intrusion-set, threat-actor
    campaign,        ///< campaign
    organisation,    ///< identity: a victim, a sector, a group of persons
    location,        ///< location
    tooling,         ///< malware, tool
    technique,       ///< attack-pattern
    vulnerability,   ///< vulnerability
    infrastructure,  ///< infrastructure
    other            ///< any other type; its label names it
};
inline constexpr std::size_t entity_kinds = 11;

[[nodiscard]] EntityKind kind_of(const Entity& entity);

/// The kind's name in the enum: "actor".
[[nodiscard]] std::string_view to_string(EntityKind kind);

/// For what a picture is made. Shape, line and words say the same in all of them.
enum class Theme : std::uint8_t {
    light,  ///< dark on white
    dark,   ///< light on near-black, for screens
    print   ///< black on white, for paper and copiers: no colour says anything
};
inline constexpr std::size_t themes = 3;

[[nodiscard]] std::optional<Theme> parse_theme(std::string_view text);

/// How a kind of entity looks. Shape carries the kind; colour supports it and is never needed.
struct EntityStyle {
    std::string_view shape;
    std::string_view style;
    std::string_view fill;
    std::string_view border;
    std::string_view text;
    std::string_view margin;  ///< around the label: "x,y" in inches
    double border_width = 1;
    std::string_view legend;
};
[[nodiscard]] EntityStyle style_of(EntityKind kind, Theme theme);

/// What several of a kind are called: "techniques".
[[nodiscard]] std::string_view plural_of(EntityKind kind);

/// How sure an edge is, as the line shows it.
enum class Certainty : std::uint8_t { high, medium, low, unspecified, disputed };
inline constexpr std::size_t certainties = 5;

/// High from 70, medium from 30, low below; disputed whatever the confidence.
[[nodiscard]] Certainty certainty(std::optional<std::uint8_t> confidence, bool disputed);

/// How a line says it: by width and dashes, in every theme.
struct LineStyle {
    std::string_view style;
    std::string_view color;
    std::string_view faint;  ///< where many lines cross: the same, see-through
    double width = 1;
    bool doubled = false;  ///< two lines side by side
    std::string_view legend;
};
[[nodiscard]] LineStyle style_of(Certainty certainty, Theme theme);

/// The line's colour as Graphviz takes it, once for each of the lines side by side.
[[nodiscard]] std::string color_value(const LineStyle& line, bool faint = false);

/// What a relation says, as the head of its arrow shows it. Of united relations, the first of
/// these decides.
enum class RelationKind : std::uint8_t {
    compromise,   ///< compromises
    targeting,    ///< targets
    attribution,  ///< attributed-to
    use,          ///< uses
    other         ///< any other type; a label names it where labels fit
};
inline constexpr std::size_t relation_kinds = 5;

[[nodiscard]] RelationKind relation_kind(std::string_view type);

struct HeadStyle {
    std::string_view arrow;
    std::string_view legend;
};
[[nodiscard]] const HeadStyle& style_of(RelationKind kind);

/// How the marking of a picture is printed. On screens FIRST's colours on black; on paper the word
/// alone in black, since a grey would stand for another level's colour.
struct MarkingStyle {
    std::string_view fill;
    std::string_view text;
    std::string_view border;
};
[[nodiscard]] MarkingStyle style_of(Tlp level, Theme theme);

/// Every colour of a theme; a picture has no others. `#RRGGBB`, or `#RRGGBBAA` where it is said.
struct Palette {
    std::string_view paper;         ///< behind everything
    std::string_view ink;           ///< title, caption, legend, sources
    std::string_view line;          ///< lines that say nothing about confidence
    std::string_view edge_text;     ///< labels of edges
    std::string_view edge_back;     ///< behind them, see-through: `#RRGGBBAA`
    std::string_view group_fill;    ///< behind the entities of a country
    std::string_view group_border;  ///< around them
    std::string_view group_text;    ///< their country
    std::string_view group_word;    ///< what the legend calls such a box
    std::string_view marking_border;

    struct Kind {
        std::string_view fill;
        std::string_view border;
        std::string_view text;
    };
    struct Line {
        std::string_view color;
        std::string_view faint;  ///< `#RRGGBBAA`
    };
    std::array<Kind, entity_kinds> kinds;
    std::array<Line, certainties> lines;
};
[[nodiscard]] const Palette& palette_of(Theme theme);

inline constexpr std::string_view font = "DejaVu Sans,Verdana,sans-serif";
inline constexpr std::string_view bold_font = "DejaVu Sans,Verdana,sans-serif Bold";

}  // namespace actormap
