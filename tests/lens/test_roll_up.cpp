#include "lens/build.hpp"
#include "lens/record.hpp"
#include "support/catch.hpp"

// Roll-ups that random graphs seldom make: long ways with markings on them, and circles.

namespace actormap {
namespace {

using test::PlainClaim;
using test::PlainGraph;

PlainGraph campaign_of_a_sponsor() {
    PlainGraph g;
    g.speakers["s"] = {"s", "S", "vendor", "", ""};
    const auto claim = [&](const std::string& id) {
        return std::vector{PlainClaim{id, "s", "", "asserts", "", {}, 0}};
    };
    g.entities["campaign"] = {"campaign", "campaign", "Campaign", "", {}, 0, {}};
    g.entities["actor"] = {"actor", "intrusion-set", "Actor", "", {}, 0, {}};
    g.entities["sponsor"] = {"sponsor", "threat-actor", "Sponsor", "", {"sponsor"}, 0, {}};
    g.entities["victim"] = {"victim", "identity", "Victim", "", {}, 0, {}};
    g.entities["fi"] = {"fi", "location", "Finland", "FI", {}, 0, {}};
    g.relations["r1"] = {"r1", "campaign", "attributed-to", "actor", "", "", 0, claim("c1")};
    g.relations["r2"] = {"r2", "actor", "attributed-to", "sponsor", "", "", 0, claim("c2")};
    g.relations["r3"] = {"r3", "campaign", "targets", "victim", "", "", 0, claim("c3")};
    g.relations["r4"] = {"r4", "victim", "located-at", "fi", "", "", 0, claim("c4")};
    return g;
}

View rolled_up(const ActorGraph& graph) {
    return apply(graph, {.roll_up = {RollUp::victims_country, RollUp::campaigns_actor,
                                     RollUp::actors_sponsor}});
}

ActorGraph built(const PlainGraph& plain) {
    Diagnostics diagnostics;
    ActorGraph graph = test::build(plain, diagnostics);
    if (!diagnostics.all().empty()) throw Error("test", to_string(diagnostics.all().front()));
    return graph;
}

}  // namespace

TEST_CASE("levels chain: a campaign becomes its actor's sponsor", "[lens]") {
    const ActorGraph graph = built(campaign_of_a_sponsor());
    const View view = rolled_up(graph);
    REQUIRE(view.edges.size() == 1);
    CHECK(view.entities.size() == 2);
    CHECK(test::edge(graph, view, "sponsor", "fi"));
    CHECK(view.loops == 3);
    CHECK(view.marking == Tlp::clear);
    for (const RollUpCount& count : view.roll_ups) CHECK(count.moved == 1);
}

TEST_CASE("an edge bears the marking of all that its ends were", "[lens]") {
    for (const Tlp level : {Tlp::green, Tlp::amber, Tlp::amber_strict, Tlp::red}) {
        const int mark = static_cast<int>(level);
        INFO("TLP " << to_string(level));
        for (const std::string entity : {"campaign", "actor", "sponsor", "victim", "fi"}) {
            INFO(entity);
            PlainGraph plain = campaign_of_a_sponsor();
            plain.entities[entity].marking = mark;
            const View view = rolled_up(built(plain));
            REQUIRE(view.edges.size() == 1);
            CHECK(view.edges[0].marking == level);
            CHECK(view.marking == level);
        }
        for (const std::string relation : {"r1", "r2", "r3", "r4"}) {
            INFO(relation);
            PlainGraph plain = campaign_of_a_sponsor();
            plain.relations[relation].marking = mark;
            CHECK(rolled_up(built(plain)).edges.at(0).marking == level);
            plain = campaign_of_a_sponsor();
            plain.relations[relation].claims[0].marking = mark;
            CHECK(rolled_up(built(plain)).edges.at(0).marking == level);
        }
    }
}

TEST_CASE("the highest of several markings counts", "[lens]") {
    PlainGraph plain = campaign_of_a_sponsor();
    plain.relations["r1"].marking = 1;
    plain.relations["r2"].marking = 3;
    plain.entities["victim"].marking = 2;
    CHECK(rolled_up(built(plain)).edges.at(0).marking == Tlp::amber_strict);
}

TEST_CASE("circles of techniques stay, and what leads out of them goes", "[lens]") {
    PlainGraph g;
    g.speakers["s"] = {"s", "S", "vendor", "", ""};
    for (const std::string id : {"a", "b", "c", "d"})
        g.entities[id] = {id, "attack-pattern", id, "", {}, 0, {}};
    int n = 0;
    const auto parent = [&](const std::string& from, const std::string& to) {
        const std::string id = "r" + std::to_string(n++);
        const PlainClaim claim{"c" + id, "s", "", "asserts", "", {}, 0};
        g.relations[id] = {id, from, "subtechnique-of", to, "", "", 0, {claim}};
    };
    parent("a", "b");
    parent("b", "a");
    parent("c", "a");
    const Lens lens{.roll_up = {RollUp::techniques_parent}};
    View view = apply(built(g), lens, Direction::directed);
    CHECK(view.edges.size() == 3);
    CHECK(view.roll_ups[0].moved == 0);
    CHECK(view.roll_ups[0].stayed == 3);  // d is at home
    parent("b", "d");
    view = apply(built(g), lens, Direction::directed);
    CHECK(view.edges.empty());
    CHECK(view.entities.size() == 1);
    CHECK(view.roll_ups[0].moved == 3);
    CHECK(view.roll_ups[0].stayed == 0);
    CHECK(view.loops == 4);
}

TEST_CASE("around goes as far as there are edges", "[lens]") {
    PlainGraph g;
    g.speakers["s"] = {"s", "S", "vendor", "", ""};
    for (int i = 10; i < 60; ++i) {
        const std::string id = "e" + std::to_string(i), next = "e" + std::to_string(i + 1);
        g.entities[id] = {id, "tool", id, "", {}, 0, {}};
        if (i == 59) continue;
        const PlainClaim claim{"c" + id, "s", "", "asserts", "", {}, 0};
        g.relations[id] = {id, id, "uses", next, "", "", 0, {claim}};
    }
    const ActorGraph graph = built(g);
    CHECK(apply(graph, {.around = {"e30"}, .hops = 7}).entities.size() == 15);
    CHECK(apply(graph, {.around = {"e10", "e59"}, .hops = 3}).edges.size() == 6);
    CHECK(apply(graph, {.around = {"e10"}, .hops = 4'000'000'000}).entities.size() == 50);
}

}  // namespace actormap
