#include "sample.hpp"

#include <actormap/draw/world_homes.hpp>
#include <actormap/draw/world_scene.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

WorldScene world_of(const ActorGraph& graph, const Lens& lens = {}) {
    const View view = apply(graph, lens);
    return make_world_scene(graph, view, apply(graph, lens, Direction::directed),
                            cite(graph, view));
}

/// A graph of actor `a`, victim `v` and countries, with these relations:
/// "from type to", and what else stands in the claim.
ActorGraph world(const std::vector<std::array<std::string, 4>>& relations,
                 const std::string& more_entities = "") {
    std::string list;
    for (const auto& [from, type, to, claim] : relations) {
        list += std::string(list.empty() ? "" : ",") + R"({"from": ")" + from + R"(", "type": ")" +
                type + R"(", "to": ")" + to + R"(", "claims": [{"by": "s")" + claim + "}]}";
    }
    return graph_of(
        R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}, {"id": "t", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set", "name": "Actor"},
  {"id": "b", "type": "threat-actor", "name": "Bureau", "roles": ["sponsor"]},
  {"id": "v", "type": "identity", "name": "Victim"},
  {"id": "ru", "type": "location", "name": "Russia", "country": "RU"},
  {"id": "cn", "type": "location", "name": "China", "country": "CN"},
  {"id": "fi", "type": "location", "name": "Suomi", "country": "FI"},
  {"id": "se", "type": "location", "name": "Sverige", "country": "SE"},
  {"id": "eu", "type": "location", "name": "Europe"})" +
        more_entities + R"(], "relations": [)" + list + "]}");
}

/// "CN>FI relations claims disputed" of every arc.
std::vector<std::string> arcs(const WorldScene& scene) {
    std::vector<std::string> list;
    for (const WorldArc& arc : scene.arcs) {
        list.push_back(scene.countries[arc.from].code + '>' + scene.countries[arc.to].code + ' ' +
                       std::to_string(arc.relations) + ' ' + std::to_string(arc.claims) + ' ' +
                       std::to_string(arc.disputed));
    }
    return list;
}

const WorldCountry& country(const WorldScene& scene, const std::string& code) {
    const auto found = std::find_if(scene.countries.begin(), scene.countries.end(),
                                    [&](const WorldCountry& each) { return each.code == code; });
    REQUIRE(found != scene.countries.end());
    return *found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("arcs run from the actor's country to the victim's", "[draw][world]") {
    const WorldScene scene = world_of(sample(), clear());
    // APT31 is of a ministry in China; of three relations one is disputed. The claim that puts the
    // third victim in Norway is disputed too, but it is the best there is.
    CHECK(arcs(scene) == Texts{"CN>FI 3 3 1", "CN>NO 1 1 0"});
    CHECK(scene.arcs[0].citations == std::vector<std::size_t>{1, 2, 3});
    CHECK(country(scene, "CN").sponsors == Texts{"Ministry"});
    CHECK(country(scene, "CN").actors == Texts{"APT31", "APT40"});
    CHECK(country(scene, "CN").hits == 0);
    CHECK(country(scene, "FI").hits == 3);
    CHECK(country(scene, "FI").name == "Finland");
    CHECK(country(scene, "FI").victims == Texts{"An office", "Parliament of Finland"});
    CHECK(country(scene, "NO").hits == 1);
    // The front company has a relation to the ministry, but that is no attribution.
    CHECK(scene.without[static_cast<std::size_t>(EntityKind::company)] == 1);
    CHECK(scene.others == 3);
    CHECK(scene.nowhere == 0);
    CHECK(scene.within == 0);
    CHECK(scene.marking == Tlp::clear);
}

TEST_CASE("whom an actor is attributed to comes before where it is from", "[draw][world]") {
    CHECK(arcs(world_of(world({{"a", "targets", "fi", ""},
                               {"a", "originates-from", "cn", R"(, "confidence": 100)"},
                               {"a", "attributed-to", "b", ""},
                               {"b", "located-at", "ru", ""}}))) == Texts{"RU>FI 1 1 0"});
    CHECK(arcs(world_of(world({{"a", "targets", "fi", ""}, {"a", "attributed-to", "ru", ""}}))) ==
          Texts{"RU>FI 1 1 0"});
    CHECK(arcs(world_of(world({{"a", "targets", "fi", ""},
                               {"a", "attributed-to", "b", ""},
                               {"a", "originates-from", "cn", ""}}))) == Texts{"CN>FI 1 1 0"});
}

TEST_CASE("of several origins the least doubtful counts, then the surest", "[draw][world]") {
    CHECK(arcs(world_of(world(
              {{"a", "targets", "fi", ""},
               {"a", "originates-from", "cn", R"(, "confidence": 90, "stance": "hypothesises")"},
               {"a", "originates-from", "ru", R"(, "confidence": 10)"}}))) == Texts{"RU>FI 1 1 0"});
    CHECK(arcs(world_of(world({{"a", "targets", "fi", ""},
                               {"a", "originates-from", "cn", R"(, "confidence": 60)"},
                               {"a", "originates-from", "ru", R"(, "confidence": 70)"}}))) ==
          Texts{"RU>FI 1 1 0"});
    // Nothing stated stands for 50.
    CHECK(arcs(world_of(world({{"a", "targets", "fi", ""},
                               {"a", "originates-from", "cn", R"(, "confidence": 40)"},
                               {"a", "originates-from", "ru", ""}}))) == Texts{"RU>FI 1 1 0"});
}

TEST_CASE("a chain of attributions is followed, and a circle ends", "[draw][world]") {
    const std::string more =
        R"(,{"id": "c", "type": "campaign"}, {"id": "d", "type": "threat-actor"})";
    CHECK(arcs(world_of(world({{"c", "targets", "fi", ""},
                               {"c", "attributed-to", "a", ""},
                               {"a", "attributed-to", "d", ""},
                               {"d", "attributed-to", "b", ""},
                               {"b", "located-at", "ru", ""}},
                              more))) == Texts{"RU>FI 1 1 0"});
    const WorldScene circle = world_of(world({{"c", "targets", "fi", ""},
                                              {"c", "attributed-to", "a", ""},
                                              {"a", "attributed-to", "d", ""},
                                              {"d", "attributed-to", "c", ""}},
                                             more));
    CHECK(arcs(circle).empty());
    CHECK(circle.unattributed == 1);
    CHECK(country(circle, "FI").hits == 1);
}

TEST_CASE("a victim in two countries is hit in both, but not where that is in doubt",
          "[draw][world]") {
    const WorldScene scene =
        world_of(world({{"a", "targets", "v", ""},
                        {"a", "originates-from", "ru", ""},
                        {"v", "located-at", "fi", ""},
                        {"v", "located-at", "se", ""},
                        {"v", "located-at", "cn", R"(, "stance": "hypothesises")"}}));
    CHECK(arcs(scene) == Texts{"RU>FI 1 1 0", "RU>SE 1 1 0"});
    CHECK(country(scene, "SE").victims == Texts{"Victim"});
}

TEST_CASE("what has no place is counted, never lost", "[draw][world]") {
    const WorldScene scene = world_of(world({{"a", "targets", "v", ""},
                                             {"a", "targets", "eu", ""},
                                             {"a", "targets", "ru", ""},
                                             {"a", "uses", "t", ""},
                                             {"a", "originates-from", "ru", ""}},
                                            R"(,{"id": "t", "type": "tool"})"));
    CHECK(arcs(scene).empty());
    CHECK(scene.nowhere == 2);
    CHECK(scene.within == 1);
    CHECK(scene.others == 1);
    CHECK(country(scene, "RU").hits == 1);
    CHECK(scene.without[static_cast<std::size_t>(EntityKind::organisation)] == 1);
    CHECK(scene.without[static_cast<std::size_t>(EntityKind::location)] == 1);
    CHECK(scene.without[static_cast<std::size_t>(EntityKind::tooling)] == 1);
    // The sponsor has no relations at all, so it is a vertex; it is in no country.
    CHECK(scene.without[static_cast<std::size_t>(EntityKind::sponsor)] == 1);
    std::size_t placed = 0;
    for (const auto& at : scene.country) {
        if (at) ++placed;
    }
    std::size_t without = 0;
    for (const std::size_t number : scene.without) without += number;
    CHECK(placed + without == scene.country.size());
}

TEST_CASE("a rolled-up view has the same arcs", "[draw][world]") {
    Lens lens = clear();
    const auto plain = arcs(world_of(sample(), lens));
    lens.roll_up = {RollUp::victims_country, RollUp::actors_sponsor};
    CHECK(arcs(world_of(sample(), lens)) == plain);
}

TEST_CASE("countries are known though the lens shows no locations", "[draw][world]") {
    Lens lens = clear();
    lens.types = {"intrusion-set", "identity"};
    CHECK(arcs(world_of(sample(), lens)) == arcs(world_of(sample(), clear())));
}

TEST_CASE("the marking of what placed an entity is the map's", "[draw][world]") {
    const ActorGraph graph = graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set"}, {"id": "v", "type": "identity"},
  {"id": "fi", "type": "location", "country": "FI"}],
"relations": [{"from": "a", "type": "targets", "to": "v", "claims": [{"by": "s"}]},
  {"from": "v", "type": "located-at", "to": "fi", "marking": "amber", "claims": [{"by": "s"}]}]})");
    Lens lens;
    lens.types = {"intrusion-set", "identity"};
    CHECK(world_of(graph, lens).marking == Tlp::amber);
    lens.tlp = Tlp::green;
    CHECK(world_of(graph, lens).marking == Tlp::clear);
    CHECK(world_of(graph, lens).nowhere == 1);
}

TEST_CASE("arcs of the most claims come first", "[draw][world]") {
    const WorldScene scene = world_of(world({{"a", "targets", "fi", ""},
                                             {"a", "targets", "se", ""},
                                             {"a", "compromises", "se", ""},
                                             {"a", "originates-from", "ru", ""}}));
    CHECK(arcs(scene) == Texts{"RU>SE 2 2 0", "RU>FI 1 1 0"});
}
