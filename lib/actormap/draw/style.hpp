#pragma once

#include <actormap/model/actor_graph.hpp>

#include <cstdint>
#include <optional>
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
[[nodiscard]] const EntityStyle& style_of(EntityKind kind);

/// How sure an edge is, as the line shows it.
enum class Certainty : std::uint8_t { high, medium, low, unspecified, disputed };
inline constexpr std::size_t certainties = 5;

/// High from 70, medium from 30, low below; disputed whatever the confidence.
[[nodiscard]] Certainty certainty(std::optional<std::uint8_t> confidence, bool disputed);

struct LineStyle {
    std::string_view style;
    std::string_view color;
    double width = 1;
    std::string_view legend;
};
[[nodiscard]] const LineStyle& style_of(Certainty certainty);

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

/// The colour of a TLP level on black, as FIRST prescribes it.
[[nodiscard]] std::string_view tlp_color(Tlp level);

inline constexpr std::string_view ink = "#1A1A1A";    ///< text of captions
inline constexpr std::string_view paper = "#FFFFFF";  ///< behind everything
inline constexpr std::string_view font = "DejaVu Sans,Verdana,sans-serif";
inline constexpr std::string_view bold_font = "DejaVu Sans,Verdana,sans-serif Bold";
inline constexpr std::string_view group_fill = "#F6F6F6";  ///< behind the entities of a country
inline constexpr std::string_view group_text = "#444444";

}  // namespace actormap
