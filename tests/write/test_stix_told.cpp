#include "support/catch.hpp"
#include "write/bundles.hpp"

#include <actormap/base/text.hpp>
#include <actormap/model/uuid.hpp>

// Which objects say all by themselves, and which need the extension.

using namespace actormap;
using namespace actormap::test;

namespace {

std::string property(const std::string& text) {
    return json_string(text);
}

/// A graph as a reader of STIX makes it of an actor, an identity and a relationship between them.
struct FromStix {
    const std::string actor = "intrusion-set--da1065ce-972c-4605-8755-9cd1074e3b5a";
    const std::string maker = "identity--987eeee1-413a-44ac-96cc-0a8acdcc2f2c";
    const std::string link = "relationship--57b56a43-b8b0-4cba-9deb-34e3e1faed9e";
    std::vector<EntityDraft> entities;
    RelationDraft relation;
    SpeakerDraft speaker;
    std::vector<SourceDraft> sources;

    FromStix() {
        EntityDraft group;
        group.entity.id = actor;
        group.entity.type = "intrusion-set";
        group.entity.name = "APT1";
        common(group.entity.properties);
        NameDraft name;
        name.name.name = "Comment Panda";
        name.by = {maker, {}};
        group.names.push_back(name);
        EntityDraft identity;
        identity.entity.id = maker;
        identity.entity.type = "identity";
        identity.entity.name = "MITRE";
        identity.entity.roles = {"a", "b"};
        common(identity.entity.properties);
        entities = {group, identity};
        relation.relation.id = link;
        relation.relation.type = "related-to";
        relation.from = {actor, {}};
        relation.to = {maker, {}};
        common(relation.relation.properties);
        relation.claims.push_back(claim());
        speaker.speaker.id = maker;
        speaker.speaker.name = "MITRE";
        speaker.kind_assumed = true;
        speaker.entity = {maker, {}};
    }

    void common(Properties& properties) const {
        set_property(properties, {"created", property("2015-05-15T09:12:16.432678Z")});
        set_property(properties, {"modified", property("2015-05-15T09:12:16.4Z")});
        set_property(properties, {"created_by_ref", property(maker)});
    }
    [[nodiscard]] ClaimDraft claim() const {
        ClaimDraft draft;
        draft.by = {maker, {}};
        draft.claim.date = *PartialDate::parse("2015-05-15");
        return draft;
    }
    [[nodiscard]] ActorGraph graph() const {
        Diagnostics diagnostics;
        GraphBuilder builder(diagnostics);
        builder.begin({"x", "stix", false});
        for (const EntityDraft& draft : entities) builder.add(draft);
        builder.add(relation);
        builder.add(speaker);
        for (const SourceDraft& draft : sources) builder.add(draft);
        ActorGraph graph = builder.build();
        REQUIRE(diagnostics.all().empty());
        return graph;
    }
};

}  // namespace

TEST_CASE("stix: what came from STIX and says all needs no extension", "[write]") {
    const FromStix given;
    const Bundle bundle(given.graph());
    CHECK_FALSE(bundle.extended());
    REQUIRE(bundle.objects.size() == 3);
    const json group = bundle.of("intrusion-set")[0];
    CHECK(group == json({{"type", "intrusion-set"},
                         {"spec_version", "2.1"},
                         {"id", given.actor},
                         {"created_by_ref", given.maker},
                         {"name", "APT1"},
                         {"created", "2015-05-15T09:12:16.432678Z"},
                         {"modified", "2015-05-15T09:12:16.4Z"},
                         {"aliases", json({"Comment Panda"})}}));
    CHECK(bundle.of("relationship")[0]["target_ref"] == given.maker);
}

TEST_CASE("stix: what the object does not say goes into the extension", "[write]") {
    FromStix given;
    SECTION("another's name") {
        given.entities[0].names[0].by = {};
        CHECK(carried(Bundle(given.graph()).of("intrusion-set")[0]) ==
              std::vector<std::string>{"entity"});
    }
    SECTION("since when a name is used") {
        given.entities[0].names[0].name.since = *PartialDate::parse("2020");
        CHECK(carried(Bundle(given.graph()).of("intrusion-set")[0]).size() == 1);
    }
    SECTION("a marking that no definition gives") {
        given.entities[0].entity.marking = Tlp::amber;
        const Bundle bundle(given.graph());
        CHECK(carried(bundle.of("intrusion-set")[0]).size() == 1);
        CHECK(bundle.of("intrusion-set")[0].contains("object_marking_refs"));
    }
    SECTION("another day") {
        given.relation.claims[0].claim.date = *PartialDate::parse("2015-05-16");
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a second claim") {
        given.relation.claims.push_back(given.claim());
        given.relation.claims[1].claim.stance = Stance::denies;
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a note") {
        given.relation.claims[0].claim.note = "n";
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
    SECTION("a confidence") {
        given.relation.claims[0].claim.confidence = confidence_number(50);
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
        set_property(given.relation.relation.properties, {"confidence", "50"});
        CHECK_FALSE(Bundle(given.graph()).extended());
    }
    SECTION("a time") {
        given.relation.relation.when.start = *PartialDate::parse("2020-01-02");
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
        set_property(given.relation.relation.properties,
                     {"start_time", property("2020-01-02T03:04:05Z")});
        CHECK_FALSE(Bundle(given.graph()).extended());
    }
    SECTION("a speaker's country") {
        given.speaker.speaker.country = "US";
        const Bundle bundle(given.graph());
        // Beside the object, so that this one stays as it came.
        const auto identities = bundle.of("identity");
        REQUIRE(identities.size() == 3);  // and the extension's author
        for (const json& identity : identities) {
            const bool beside = identity["id"] == "identity--" + uuid5("speaker\x1f" + given.maker);
            CHECK(carried(identity) ==
                  (beside ? std::vector<std::string>{"speaker"} : std::vector<std::string>{}));
        }
    }
    SECTION("a name that a reader would keep differently") {
        set_property(given.relation.relation.properties, {"x_stix_odd", "1"});
        CHECK(carried(Bundle(given.graph()).of("relationship")[0]).size() == 1);
    }
}

TEST_CASE("stix: references explain claims, sources and their publishers", "[write]") {
    FromStix given;
    set_property(given.relation.relation.properties,
                 {"external_references", R"([{"source_name":"S","url":"https://www.A.example/1",)"
                                         R"("description":"D"},{"source_name":"capec"}])"});
    SpeakerDraft host;
    SourceDraft source;
    source.source.id = source.source.url = "https://www.A.example/1";
    source.source.title = "D";
    source.publisher = {"a.example", {}};
    given.relation.claims[0].source = {source.source.id, {}};
    given.sources = {source};
    const auto with_host = [&] {
        Diagnostics diagnostics;
        GraphBuilder builder(diagnostics);
        builder.begin({"x", "stix", false});
        for (const EntityDraft& draft : given.entities) builder.add(draft);
        builder.add(given.relation);
        builder.add(given.speaker);
        builder.add(given.sources[0]);
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = "a.example";
        draft.kind_assumed = true;
        builder.add(draft);
        return builder.build();
    };
    CHECK_FALSE(Bundle(with_host()).extended());
    given.sources[0].source.reliability = 'A';
    const Bundle bundle(with_host());
    CHECK(carried(bundle.named("report", "D")) == std::vector<std::string>{"source"});
    // Else its reference would make the source again, without what is known of it.
    CHECK(carried(bundle.of("relationship")[0]) == std::vector<std::string>{"relation"});
    CHECK(bundle.named("report", "D")["created_by_ref"] ==
          bundle.named("identity", "a.example")["id"]);
}
