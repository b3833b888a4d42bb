#include "sample.hpp"

#include <actormap/draw/citations.hpp>
#include <actormap/draw/scene.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

Scene scene_of(const ActorGraph& graph, const Lens& lens) {
    const View view = apply(graph, lens);
    return make_scene(graph, view, apply(graph, lens, Direction::directed), {});
}

const SceneNode& node(const Scene& scene, const std::string& name) {
    const auto found = std::find_if(scene.nodes.begin(), scene.nodes.end(),
                                    [&](const SceneNode& each) { return each.name == name; });
    REQUIRE(found != scene.nodes.end());
    return *found;
}

const SceneEdge* edge(const Scene& scene, const std::string& from, const std::string& to) {
    for (const SceneEdge& each : scene.edges) {
        if (scene.nodes[each.from].name == from && scene.nodes[each.to].name == to) return &each;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("countries become places, and what is in them says so", "[draw][scene]") {
    const Scene scene = scene_of(sample(), clear());
    CHECK(scene.nodes.size() == 7);
    CHECK(scene.edges.size() == 6);
    CHECK(scene.placed.size() == 5);
    CHECK(node(scene, "APT31").places == std::vector<std::string>{"China"});
    CHECK(node(scene, "APT31").place_codes == "CN");
    CHECK(node(scene, "APT31").place == node(scene, "Ministry").place);
    CHECK(node(scene, "Parliament of Finland").place == node(scene, "An office").place);
    CHECK(node(scene, "APT40").places.empty());
    // A doubted place is named with the doubt, and makes no box.
    CHECK(node(scene, "Storting").places == std::vector<std::string>{"Norway (disputed)"});
    CHECK_FALSE(node(scene, "Storting").place.has_value());
}

TEST_CASE("an entity in several countries names them and is in no box", "[draw][scene]") {
    const Scene scene =
        scene_of(graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set"}, {"id": "b", "type": "identity"},
  {"id": "x", "type": "location", "name": "X"}, {"id": "y", "type": "location", "name": "Y"}],
"relations": [{"from": "a", "type": "targets", "to": "b", "claims": [{"by": "s"}]},
  {"from": "b", "type": "located-at", "to": "x", "claims": [{"by": "s"}]},
  {"from": "b", "type": "located-at", "to": "y", "claims": [{"by": "s"}]}]})"),
                 {});
    CHECK(node(scene, "b").places == std::vector<std::string>{"X", "Y"});
    CHECK_FALSE(node(scene, "b").place.has_value());
    CHECK(scene.nodes.size() == 2);
}

TEST_CASE("a country that is hit stays an entity", "[draw][scene]") {
    const Scene scene =
        scene_of(graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set"}, {"id": "b", "type": "identity"},
  {"id": "x", "type": "location", "name": "X"}],
"relations": [{"from": "a", "type": "targets", "to": "x", "claims": [{"by": "s"}]},
  {"from": "a", "type": "targets", "to": "b", "claims": [{"by": "s"}]},
  {"from": "b", "type": "located-at", "to": "x", "claims": [{"by": "s"}]}]})"),
                 {});
    CHECK(scene.nodes.size() == 3);
    CHECK(scene.edges.size() == 2);
    CHECK(node(scene, "X").place == node(scene, "b").place);
}

TEST_CASE("where placing is all there is, it is drawn", "[draw][scene]") {
    Lens lens = clear();
    lens.relations = {"located-at", "originates-from"};
    const Scene scene = scene_of(sample(), lens);
    CHECK(scene.edges.size() == 5);
    CHECK(scene.placed.empty());
    CHECK(edge(scene, "APT31", "China") != nullptr);
}

TEST_CASE("edges run as claimed, with what is claimed", "[draw][scene]") {
    const Scene scene = scene_of(sample(), clear());
    REQUIRE(edge(scene, "APT31", "Ministry") != nullptr);
    CHECK(edge(scene, "APT31", "Ministry")->kind == RelationKind::attribution);
    CHECK(edge(scene, "APT31", "Ministry")->certainty == Certainty::high);
    CHECK(edge(scene, "APT40", "Ministry")->certainty == Certainty::low);
    REQUIRE(edge(scene, "Company XRZ", "Ministry") != nullptr);
    CHECK(edge(scene, "Company XRZ", "Ministry")->kind == RelationKind::other);
    CHECK(edge(scene, "Company XRZ", "Ministry")->types == "front-company-of");
    CHECK(edge(scene, "Company XRZ", "Ministry")->certainty == Certainty::unspecified);
    CHECK(edge(scene, "APT31", "Parliament of Finland")->certainty == Certainty::disputed);
    const SceneEdge* united = edge(scene, "APT31", "An office");
    REQUIRE(united != nullptr);
    CHECK(united->relations == 2);
    CHECK(united->kind == RelationKind::compromise);
    CHECK(united->certainty == Certainty::medium);
    CHECK(united->title == "APT31 compromises An office; APT31 targets An office");
    CHECK(edge(scene, "APT40", "Storting")->hypothesis);
    CHECK_FALSE(edge(scene, "APT31", "Ministry")->hypothesis);
}

TEST_CASE("edges that were rolled up at both ends keep their direction", "[draw][scene]") {
    Lens lens = clear();
    lens.roll_up = {RollUp::victims_country, RollUp::actors_sponsor};
    const Scene scene = scene_of(sample(), lens);
    REQUIRE(edge(scene, "Ministry", "Finland") != nullptr);
    CHECK(edge(scene, "Finland", "Ministry") == nullptr);
    CHECK(edge(scene, "Ministry", "Finland")->relations == 3);
}

TEST_CASE("relations in both directions have two heads", "[draw][scene]") {
    const Scene scene =
        scene_of(graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set"}, {"id": "b", "type": "identity"}],
"relations": [{"from": "b", "type": "targets", "to": "a", "claims": [{"by": "s"}]},
  {"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s"}]}]})"),
                 {});
    REQUIRE(scene.edges.size() == 1);
    CHECK(scene.edges[0].both);
    CHECK(edge(scene, "b", "a") != nullptr);  // as the targeting runs
}

TEST_CASE("sizes are shares of the largest", "[draw][scene]") {
    const ActorGraph graph = sample();
    const View view = apply(graph, clear());
    std::vector<double> sizes(view.entities.size(), 1);
    sizes[0] = 5;
    sizes[1] = 2;
    const Scene scene = make_scene(graph, view, view, sizes);
    CHECK(scene.nodes[0].size == 1);
    CHECK(scene.nodes[1].size == 0.5);
    CHECK(scene.nodes[2].size == 0);
}

TEST_CASE("sources are numbered by date, and every edge has its numbers", "[draw][citations]") {
    const ActorGraph graph = sample();
    const View view = apply(graph, clear());
    const Citations citations = cite(graph, view);
    CHECK(citations.list ==
          std::vector<std::string>{"A <vendor> (asserts, hypothesises), 2020-06: A report",
                                   "Supo, 2021-03-18: On the Parliament (supo.fi)",
                                   "The embassy (disputes, denies), 2021-03-19",
                                   "A <vendor>, 2022: no publication given"});
    CHECK(citations.ids == std::vector<std::string>{"s1", "s2", "s3", "vendor"});
    CHECK(to_string(citations.latest) == "2022");
    CHECK(citations.claims == 14);
    REQUIRE(citations.edges.size() == view.edges.size());
    const auto numbers = [&](const char* a, const char* b) {
        const auto vertex = [&](const char* id) { return *view.vertex(*graph.find_entity(id)); };
        const ViewEdge* edge = view.edge(vertex(a), vertex(b));
        return citations.edges[static_cast<std::size_t>(edge - view.edges.data())];
    };
    CHECK(numbers("apt31", "parliament") == std::vector<std::size_t>{2, 3});
    CHECK(numbers("apt31", "office") == std::vector<std::size_t>{1, 2});
    CHECK(numbers("xrz", "mss") == std::vector<std::size_t>{4});
}

TEST_CASE("citations are written in runs", "[draw][citations]") {
    CHECK(citation_text({}).empty());
    CHECK(citation_text({3}) == "[3]");
    CHECK(citation_text({3, 4}) == "[3,4]");
    CHECK(citation_text({1, 3, 4, 5, 9}) == "[1,3-5,9]");
    CHECK(citation_text({1, 3, 5, 7, 9}) == "[1,3,5,7,\xE2\x80\xA6]");
    CHECK(host_of("https://www.a.org/b?c") == "a.org");
    CHECK(host_of("https://user:pw@a.org#x") == "a.org");
    CHECK(host_of("a.org").empty());
}

TEST_CASE("undated sources come last", "[draw][citations]") {
    const ActorGraph graph = graph_of(R"({"actormap": 1,
"speakers": [{"id": "a", "name": "A", "kind": "press"}, {"id": "b", "name": "B", "kind": "press"}],
"sources": [{"id": "x", "publisher": "a"}, {"id": "y", "publisher": "b", "date": "2020"}],
"entities": [{"id": "p", "type": "intrusion-set"}, {"id": "q", "type": "identity"}],
"relations": [{"from": "p", "type": "targets", "to": "q", "claims": [{"source": "x"}, {"source": "y"}]}]})");
    CHECK(cite(graph, apply(graph, {})).list == std::vector<std::string>{"B, 2020", "A"});
}
