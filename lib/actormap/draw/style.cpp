#include <actormap/draw/style.hpp>

#include <algorithm>
#include <array>

namespace actormap {

namespace {

// Tints of Okabe and Ito's colours, told apart without red or green by shape.
constexpr std::array<EntityStyle, entity_kinds> entity_styles = {{
    {"house", "filled", "#F7D9A8", "#B36B00", ink, "0.02,0", 1.2, "state or state organ"},
    {"box3d", "filled", "#F7E9C8", "#B36B00", ink, "0.18,0.12", 1.2, "front company"},
    {"hexagon", "filled", "#F6C3AD", "#A63A00", ink, "0.02,0.02", 2.0, "threat actor"},
    {"tab", "filled", "#E9D3E4", "#8F4A7F", ink, "0.14,0.06", 1.2, "campaign"},
    {"box", "filled", "#CFE6F5", "#00588C", ink, "0.12,0.06", 1.0, "organisation, sector, persons"},
    {"ellipse", "filled", "#E6E6E6", "#555555", ink, "0.04,0.02", 1.2, "country or region"},
    {"component", "filled", "#CDEBDD", "#00704F", ink, "0.14,0.06", 1.0, "malware or tool"},
    {"note", "filled", "#F3EFC2", "#7A6A00", ink, "0.12,0.06", 1.0, "technique"},
    {"octagon", "filled", "#F9D5DC", "#A0213F", ink, "0.02,0.02", 1.2, "vulnerability"},
    {"cylinder", "filled", "#D9DDF3", "#3B4A9C", ink, "0.12,0.06", 1.2, "infrastructure"},
    {"box", "filled,rounded,dashed", "#FFFFFF", "#555555", ink, "0.12,0.06", 1.0,
     "other (type in brackets)"},
}};

constexpr std::array<LineStyle, certainties> line_styles = {{
    {"solid", "#333333", 2.0, "high confidence (70 or more)"},
    {"dashed", "#333333", 1.5, "medium (30 to 69)"},
    {"dotted", "#333333", 1.3, "low (under 30)"},
    {"solid", "#8A8A8A", 0.8, "confidence not stated"},
    {"dotted", "#D55E00", 2.0, "disputed or denied by somebody"},
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

const EntityStyle& style_of(EntityKind kind) {
    return entry(entity_styles, kind);
}

Certainty certainty(std::optional<std::uint8_t> confidence, bool disputed) {
    if (disputed) return Certainty::disputed;
    if (!confidence) return Certainty::unspecified;
    if (*confidence >= 70) return Certainty::high;
    return *confidence >= 30 ? Certainty::medium : Certainty::low;
}

const LineStyle& style_of(Certainty certainty) {
    return entry(line_styles, certainty);
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

std::string_view tlp_color(Tlp level) {
    switch (level) {
        case Tlp::clear:
            return "#FFFFFF";
        case Tlp::green:
            return "#33FF00";
        case Tlp::amber:
        case Tlp::amber_strict:
            return "#FFC000";
        case Tlp::red:
            return "#FF2B2B";
    }
    return "#FF2B2B";
}

}  // namespace actormap
