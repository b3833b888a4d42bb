#include "support/catch.hpp"

#include <actormap/draw/style.hpp>

using namespace actormap;

namespace {

Entity entity(const char* type, std::vector<std::string> roles = {}) {
    Entity entity;
    entity.type = type;
    entity.roles = std::move(roles);
    return entity;
}

}  // namespace

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
    for (const Theme theme : {Theme::light, Theme::dark, Theme::print}) {
        CHECK(style_of(Certainty::high, theme).style == "solid");
        CHECK(style_of(Certainty::medium, theme).style == "dashed");
        CHECK(style_of(Certainty::low, theme).style == "dotted");
        CHECK(style_of(Certainty::high, theme).width > style_of(Certainty::medium, theme).width);
        CHECK(style_of(Certainty::medium, theme).width > style_of(Certainty::low, theme).width);
        CHECK(style_of(Certainty::low, theme).width >
              style_of(Certainty::unspecified, theme).width);
    }
    CHECK(style_of(Certainty::disputed, Theme::light).color == "#D55E00");
    CHECK(relation_kind("targets") == RelationKind::targeting);
    CHECK(relation_kind("compromises") == RelationKind::compromise);
    CHECK(relation_kind("attributed-to") == RelationKind::attribution);
    CHECK(relation_kind("uses") == RelationKind::use);
    CHECK(relation_kind("variant-of") == RelationKind::other);
}
