#include <actormap/draw/style.hpp>
#include <actormap/model/vocabulary.hpp>

#include <array>

namespace actormap {

namespace {

constexpr Vocabulary<EntityKind, entity_kinds> kind_words = {
    {"sponsor", "company", "actor", "campaign", "organisation", "location", "tooling", "technique",
     "vulnerability", "infrastructure", "other"}};

/// What all themes share of a kind's style.
struct Form {
    std::string_view shape;
    std::string_view style;
    std::string_view margin;
    double border_width = 1;
    std::string_view legend;
};
constexpr std::array<Form, entity_kinds> forms = {{
    {"house", "filled", "0.02,0", 1.2, "state or state organ"},
    {"box3d", "filled", "0.18,0.12", 1.2, "front company"},
    {"hexagon", "filled", "0.02,0.02", 2.0, "threat actor"},
    {"tab", "filled", "0.14,0.06", 1.2, "campaign"},
    {"box", "filled", "0.12,0.06", 1.0, "organisation, sector, persons"},
    {"ellipse", "filled", "0.04,0.02", 1.2, "country or region"},
    {"component", "filled", "0.14,0.06", 1.0, "malware or tool"},
    {"note", "filled", "0.12,0.06", 1.0, "technique"},
    {"octagon", "filled", "0.02,0.02", 1.2, "vulnerability"},
    {"cylinder", "filled", "0.12,0.06", 1.2, "infrastructure"},
    {"box", "filled,rounded,dashed", "0.12,0.06", 1.0, "other (type in brackets)"},
}};

constexpr std::array<std::string_view, entity_kinds> plurals = {
    "states and organs", "companies",     "actors",
    "campaigns",         "organisations", "places",
    "malware and tools", "techniques",    "vulnerabilities",
    "infrastructures",   "others"};

/// What all themes share of a line's style.
struct Stroke {
    std::string_view style;
    double width = 1;
    std::string_view legend;
};
constexpr std::array<Stroke, certainties> strokes = {{
    {"solid", 2.0, "high confidence (70 or more)"},
    {"dashed", 1.5, "medium (30 to 69)"},
    {"dotted", 1.3, "low (under 30)"},
    {"solid", 0.8, "confidence not stated"},
    {"dotted", 2.0, "disputed or denied by somebody"},
}};

constexpr std::array<HeadStyle, relation_kinds> head_styles = {{
    {"diamond", "compromised"},
    {"normal", "targeted"},
    {"onormal", "attributed to"},
    {"vee", "uses"},
    {"odot", "another relation"},
}};

template <typename Table, typename Enum>
constexpr const auto& entry(const Table& table, Enum value) {
    return table[static_cast<std::size_t>(value)];
}

}  // namespace

EntityKind kind_of(const Entity& entity) {
    const std::string_view type = entity.type;
    const bool organised = type == "threat-actor" || type == "intrusion-set" || type == "identity";
    if (organised && entity.has_role("sponsor")) return EntityKind::sponsor;
    if (organised && entity.has_role("front-company")) return EntityKind::company;
    if (type == "intrusion-set" || type == "threat-actor") return EntityKind::actor;
    if (type == "campaign") return EntityKind::campaign;
    if (type == "identity") return EntityKind::organisation;
    if (type == "location") return EntityKind::location;
    if (type == "malware" || type == "tool") return EntityKind::tooling;
    if (type == "attack-pattern") return EntityKind::technique;
    if (type == "vulnerability") return EntityKind::vulnerability;
    if (type == "infrastructure") return EntityKind::infrastructure;
    return EntityKind::other;
}

std::string_view to_string(EntityKind kind) {
    return kind_words[kind];
}

EntityStyle style_of(EntityKind kind, Theme theme) {
    const Form& form = entry(forms, kind);
    const Palette::Kind& colors = entry(palette_of(theme).kinds, kind);
    return {form.shape,  form.style,  colors.fill,       colors.border,
            colors.text, form.margin, form.border_width, form.legend};
}

std::string_view plural_of(EntityKind kind) {
    return entry(plurals, kind);
}

Certainty certainty(std::optional<std::uint8_t> confidence, bool disputed) {
    if (disputed) return Certainty::disputed;
    if (!confidence) return Certainty::unspecified;
    if (*confidence >= 70) return Certainty::high;
    return *confidence >= 30 ? Certainty::medium : Certainty::low;
}

LineStyle style_of(Certainty certainty, Theme theme) {
    const Stroke& stroke = entry(strokes, certainty);
    const Palette::Line& colors = entry(palette_of(theme).lines, certainty);
    LineStyle line{stroke.style, colors.color, colors.faint, stroke.width, false, stroke.legend};
    if (theme == Theme::print && certainty == Certainty::disputed) {
        line.doubled = true;  // what orange says elsewhere
        line.width = 1.0;
    }
    return line;
}

std::string color_value(const LineStyle& line, bool faint) {
    const std::string color(faint ? line.faint : line.color);
    return line.doubled ? color + ':' + color : color;
}

RelationKind relation_kind(std::string_view type) {
    if (type == "compromises") return RelationKind::compromise;
    if (type == "targets") return RelationKind::targeting;
    if (type == "attributed-to") return RelationKind::attribution;
    if (type == "uses") return RelationKind::use;
    return RelationKind::other;
}

const HeadStyle& style_of(RelationKind kind) {
    return entry(head_styles, kind);
}

}  // namespace actormap
