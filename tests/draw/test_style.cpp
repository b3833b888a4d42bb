#include "support/catch.hpp"

#include <actormap/draw/style.hpp>

#include <array>
#include <cmath>
#include <set>

using namespace actormap;

namespace {

/// The relative luminance of "#RRGGBB": https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(std::string_view color) {
    REQUIRE(color.size() == 7);
    constexpr std::array weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = std::stoi(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        sum +=
            weights[i] * (part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(std::string_view a, std::string_view b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Entity entity(const char* type, std::vector<std::string> roles = {}) {
    Entity entity;
    entity.type = type;
    entity.roles = std::move(roles);
    return entity;
}

}  // namespace

TEST_CASE("contrast is as WCAG defines it", "[draw][style]") {
    CHECK(contrast("#000000", "#FFFFFF") == Approx(21));
    CHECK(contrast("#777777", "#FFFFFF") == Approx(4.478).margin(0.001));
}

TEST_CASE("every label is readable on what is behind it", "[draw][style]") {
    for (std::size_t i = 0; i < entity_kinds; ++i) {
        const EntityStyle& style = style_of(static_cast<EntityKind>(i));
        INFO(style.legend);
        CHECK(contrast(style.text, style.fill) >= 4.5);
        CHECK(contrast(style.border, paper) >= 3);  // the shape tells the kind
        CHECK(contrast(style.border, group_fill) >= 3);
    }
    CHECK(contrast(ink, paper) >= 4.5);
    CHECK(contrast(group_text, group_fill) >= 4.5);
    for (std::size_t i = 0; i < certainties; ++i) {
        CHECK(contrast(style_of(static_cast<Certainty>(i)).color, paper) >= 3);
    }
    for (const Tlp level : {Tlp::clear, Tlp::green, Tlp::amber, Tlp::amber_strict, Tlp::red}) {
        CHECK(contrast(tlp_color(level), "#000000") >= 4.5);
    }
}

TEST_CASE("kinds differ by shape or outline, lines by more than colour", "[draw][style]") {
    std::set<std::pair<std::string_view, std::string_view>> shapes;
    std::set<std::pair<std::string_view, double>> lines;
    std::set<std::string_view> heads, meanings;
    for (std::size_t i = 0; i < entity_kinds; ++i) {
        const EntityStyle& style = style_of(static_cast<EntityKind>(i));
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
        const LineStyle& style = style_of(static_cast<Certainty>(i));
        lines.emplace(style.style, style.width);
        meanings.insert(style.legend);
    }
    CHECK(lines.size() == certainties);
    CHECK(meanings.size() == entity_kinds + relation_kinds + certainties);
}

TEST_CASE("an entity's type and roles decide its kind", "[draw][style]") {
    CHECK(kind_of(entity("intrusion-set")) == EntityKind::actor);
    CHECK(kind_of(entity("threat-actor")) == EntityKind::actor);
    CHECK(kind_of(entity("threat-actor", {"sponsor"})) == EntityKind::sponsor);
    CHECK(kind_of(entity("identity", {"front-company"})) == EntityKind::company);
    CHECK(kind_of(entity("identity")) == EntityKind::organisation);
    CHECK(kind_of(entity("location", {"sponsor"})) == EntityKind::location);
    CHECK(kind_of(entity("campaign")) == EntityKind::campaign);
    CHECK(kind_of(entity("malware")) == EntityKind::tooling);
    CHECK(kind_of(entity("tool")) == EntityKind::tooling);
    CHECK(kind_of(entity("attack-pattern")) == EntityKind::technique);
    CHECK(kind_of(entity("vulnerability")) == EntityKind::vulnerability);
    CHECK(kind_of(entity("infrastructure")) == EntityKind::infrastructure);
    CHECK(kind_of(entity("course-of-action")) == EntityKind::other);
    CHECK(kind_of(entity("x-mitre-tactic")) == EntityKind::other);
}

TEST_CASE("confidence and dispute decide the line", "[draw][style]") {
    CHECK(certainty(100, false) == Certainty::high);
    CHECK(certainty(70, false) == Certainty::high);
    CHECK(certainty(69, false) == Certainty::medium);
    CHECK(certainty(30, false) == Certainty::medium);
    CHECK(certainty(29, false) == Certainty::low);
    CHECK(certainty(0, false) == Certainty::low);
    CHECK(certainty(std::nullopt, false) == Certainty::unspecified);
    CHECK(certainty(100, true) == Certainty::disputed);
    CHECK(style_of(Certainty::high).style == "solid");
    CHECK(style_of(Certainty::medium).style == "dashed");
    CHECK(style_of(Certainty::low).style == "dotted");
    CHECK(style_of(Certainty::disputed).color == "#D55E00");
    CHECK(relation_kind("targets") == RelationKind::targeting);
    CHECK(relation_kind("compromises") == RelationKind::compromise);
    CHECK(relation_kind("attributed-to") == RelationKind::attribution);
    CHECK(relation_kind("uses") == RelationKind::use);
    CHECK(relation_kind("variant-of") == RelationKind::other);
}
