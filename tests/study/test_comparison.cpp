#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/study/comparison.hpp>

#include <cmath>

using namespace actormap;
using namespace actormap::test;

namespace {

bool close(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

const char* const two_groups = R"({"actormap": 1,
    "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "press"}],
    "sources": [{"id": "p", "publisher": "s"}, {"id": "q", "publisher": "t"},
                {"id": "r", "publisher": "t", "marking": "red"}],
    "entities": [
      {"id": "a", "type": "intrusion-set", "name": "Alpha",
       "names": [{"name": "Old Panda", "by": "s", "claims": [{"source": "p"}]}, {"name": "X", "marking": "red"},
                 {"name": "--"}]},
      {"id": "b", "type": "intrusion-set", "name": "OldPanda", "names": [{"name": "x", "marking": "green"}, {"name": "!"}]},
      {"id": "c", "type": "intrusion-set", "name": "Gamma"},
      {"id": "fi", "type": "location", "name": "Finland"},
      {"id": "no", "type": "location", "name": "Norway"},
      {"id": "m", "type": "malware", "name": "M"}, {"id": "n", "type": "malware", "name": "N"}],
    "relations": [
      {"from": "a", "type": "targets", "to": "fi", "claims": [{"source": "p"}]},
      {"from": "b", "type": "targets", "to": "fi", "claims": [{"source": "p"}, {"source": "q", "stance": "denies"}]},
      {"from": "b", "type": "originates-from", "to": "no", "claims": [{"source": "q"}]},
      {"from": "a", "type": "targets", "to": "no", "claims": [{"source": "p"}]},
      {"from": "a", "type": "uses", "to": "m", "claims": [{"source": "p"}]},
      {"from": "b", "type": "uses", "to": "m", "claims": [{"source": "r"}]},
      {"from": "c", "type": "uses", "to": "m", "claims": [{"source": "q"}]},
      {"from": "b", "type": "uses", "to": "n", "claims": [{"source": "q"}]},
      {"from": "a", "type": "related-to", "to": "b", "claims": [{"source": "q", "stance": "disputes"}]},
      {"from": "b", "type": "similar", "to": "a", "claims": [{"source": "q"}]}]})";

std::vector<std::string> headings(const ActorGraph& graph, const Comparison& comparison) {
    std::vector<std::string> list;
    for (const HeadingComparison& heading : comparison.headings) {
        std::string line(to_string(heading.heading));
        for (const Reason& reason : heading.shared) line += " =" + graph[reason.trait.other].id;
        for (const Trait& trait : heading.only_first) line += " <" + graph[trait.other].id;
        for (const Trait& trait : heading.only_second) line += " >" + graph[trait.other].id;
        list.push_back(line);
    }
    return list;
}

}  // namespace

TEST_CASE("compare lists what two share and do not, by heading", "[study]") {
    const Reading reading = read_text(two_groups);
    REQUIRE(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    const EntityId a = *graph.find_entity("a"), b = *graph.find_entity("b");
    const View view = apply(graph, {}, Direction::directed);
    const Comparison pair = compare(graph, {}, view, a, b);
    // Norway is struck by one and home to the other; `similar` is under no heading.
    CHECK(headings(graph, pair) ==
          std::vector<std::string>{"origin >no", "tooling =m >n", "victims =fi <no"});
    CHECK(pair.compared == 3);
    CHECK(pair.jaccard == 2.0 / 5);
    CHECK(pair.headings[1].jaccard == 0.5);
    const double m = std::log(4.0 / 3), n = std::log(4.0 / 1), fi = std::log(3.0 / 2),
                 no = std::log(3.0 / 1), home = std::log(2.0 / 1);
    CHECK(pair.headings[0].rarity == 0);
    CHECK(close(pair.headings[1].rarity, m * m / (m * m + n * n)));
    CHECK(close(pair.headings[2].rarity, fi * fi / (fi * fi + no * no)));
    CHECK(
        close(pair.rarity, (m * m + fi * fi) / (m * m + fi * fi + n * n + no * no + home * home)));
    const Reason& shared = pair.headings[2].shared.at(0);
    CHECK(graph[graph[shared.first.at(0)].from].id == "a");
    CHECK(graph[graph[shared.second.at(0)].from].id == "b");

    REQUIRE(pair.between.size() == 2);  // one is only doubted
    CHECK(graph[pair.between[0]].type == "related-to");
    CHECK(graph[pair.between[1]].type == "similar");
    REQUIRE(pair.names.size() == 2);
    CHECK(pair.names[0].name == "Old Panda");
    CHECK(pair.names[0].first->claims.count == 1);
    CHECK(pair.names[0].second == nullptr);
    CHECK(pair.names[1].name == "X");
    std::vector<std::string> sources;
    for (const SourceId s : pair.sources) sources.push_back(graph[s].id);
    CHECK(sources == std::vector<std::string>{"p", "q"});
    CHECK(pair.marking == Tlp::red);
}

TEST_CASE("compare keeps to the lens", "[study]") {
    const Reading reading = read_text(two_groups);
    const ActorGraph& graph = reading.graph();
    const EntityId a = *graph.find_entity("a"), b = *graph.find_entity("b");
    const auto under = [&](const Lens& lens) {
        return compare(graph, lens, apply(graph, lens, Direction::directed), a, b);
    };
    const Comparison clear = under({.tlp = Tlp::clear});
    CHECK(headings(graph, clear) ==
          std::vector<std::string>{"origin >no", "tooling <m >n", "victims =fi <no"});
    CHECK(clear.names.size() == 1);
    CHECK(clear.marking == Tlp::clear);
    CHECK(under({.tlp = Tlp::green}).marking == Tlp::clear);
    const Comparison relations = under({.relations = {"targets"}});
    CHECK(headings(graph, relations) == std::vector<std::string>{"victims =fi <no"});
    CHECK(relations.between.empty());
    CHECK(relations.marking == Tlp::red);  // of a name
    CHECK(headings(graph, under({.without = {"s"}, .tlp = Tlp::red})).size() == 2);
}

TEST_CASE("compare refuses an entity with itself, and one that is not there", "[study]") {
    const Reading reading = read_text(two_groups);
    const ActorGraph& graph = reading.graph();
    const EntityId a = *graph.find_entity("a"), c = *graph.find_entity("c");
    const View view = apply(graph, {}, Direction::directed);
    const auto id_thrown = [&](const View& in, EntityId first, EntityId second) -> std::string {
        try {
            (void)compare(graph, {}, in, first, second);
        } catch (const Error& error) {
            return error.id();
        }
        return "nothing";
    };
    CHECK(id_thrown(view, a, a) == "same-entity");
    CHECK(id_thrown(view, a, c) == "nothing");
    CHECK(id_thrown(apply(graph, {}), a, c) == "network-direction");
    const View targets = apply(graph, {.relations = {"targets"}}, Direction::directed);
    CHECK(id_thrown(targets, a, c) == "not-in-view");
    CHECK(id_thrown(targets, c, a) == "not-in-view");
}
