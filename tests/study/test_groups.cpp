#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/study/breaks.hpp>
#include <actormap/study/groups.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<std::string> ids(const ActorGraph& graph, const Group& group) {
    std::vector<std::string> result;
    for (const EntityId id : group.members) result.push_back(graph[id].id);
    std::sort(result.begin(), result.end());
    return result;
}

/// Two triangles a b c and d e f, linked by c - d; g hangs on a; h is alone.
ActorGraph two_triangles() {
    std::string entities, relations;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"})
        entities += std::string(entities.empty() ? "" : ",") + R"({"id": ")" + id +
                    R"(", "type": "tool", "name": ")" + id + R"("})";
    for (const char* pair : {"ab", "bc", "ca", "cd", "de", "ef", "fd", "ag"})
        relations += std::string(relations.empty() ? "" : ",") + R"({"from": ")" + pair[0] +
                     R"(", "type": "related-to", "to": ")" + pair[1] +
                     R"(", "claims": [{"by": "s", "confidence": 70}]})";
    return read_text(R"({"actormap": 1, "speakers": [{"id": "s", "name": "S", "kind": "vendor"}],
                         "entities": [)" +
                     entities + R"(], "relations": [)" + relations + "]}");
}

using Sets = std::vector<std::vector<std::string>>;

Sets sets(const ActorGraph& graph, Grouping by, Direction direction = Direction::undirected) {
    Sets result;
    for (const Group& group : groups(graph, apply(graph, {}, direction), {.by = by}).groups)
        result.push_back(ids(graph, group));
    return result;
}

}  // namespace

TEST_CASE("groups divide a network as they are asked to", "[study]") {
    const ActorGraph graph = two_triangles();
    CHECK(sets(graph, Grouping::communities) == Sets{{"a", "b", "c", "g"}, {"d", "e", "f"}, {"h"}});
    CHECK(sets(graph, Grouping::components) == Sets{{"a", "b", "c", "d", "e", "f", "g"}, {"h"}});
    CHECK(sets(graph, Grouping::strong_components, Direction::directed) ==
          Sets{{"a", "b", "c"}, {"d", "e", "f"}, {"g"}, {"h"}});
    CHECK(sets(graph, Grouping::cores) == Sets{{"a", "b", "c", "d", "e", "f"}, {"g"}, {"h"}});
    CHECK(sets(graph, Grouping::blocks) ==
          Sets{{"a", "b", "c"}, {"d", "e", "f"}, {"a", "g"}, {"c", "d"}});
}

TEST_CASE("a group says how it is linked within and to the rest", "[study]") {
    const ActorGraph graph = two_triangles();
    const Groups found = groups(graph, apply(graph, {}));
    REQUIRE(found.groups.size() == 3);
    CHECK(found.vertices == 8);
    CHECK(found.edges == 8);
    CHECK(found.groups[0].number == 1);
    CHECK(found.groups[0].inside == 4);
    CHECK(found.groups[0].outside == 1);
    CHECK(graph[found.groups[0].members.front()].id == "a");  // three edges within
    CHECK(graph[found.groups[0].members.back()].id == "g");   // one
    CHECK(found.groups[2].inside == 0);
    CHECK(found.groups[2].outside == 0);
    REQUIRE(found.communities);
    // m = 8; communities of degrees 9 and 7 with 4 and 3 edges within.
    CHECK(std::abs(found.communities->quality - (7.0 / 8 - (81.0 + 49.0) / 256)) < 1e-12);
    const Groups cores = groups(graph, apply(graph, {}), {.by = Grouping::cores});
    CHECK(cores.groups[0].number == 2);
    CHECK(cores.groups[2].number == 0);
    CHECK(!cores.communities);
}

TEST_CASE("groups of the record add up", "[study]") {
    const auto by = GENERATE(Grouping::communities, Grouping::components, Grouping::cores);
    const ActorGraph& graph = record();
    const View view = apply(graph, {});
    const Groups found = groups(graph, view, {.by = by});
    std::map<EntityId, std::size_t> group_of;
    for (std::size_t i = 0; i < found.groups.size(); ++i) {
        for (const EntityId id : found.groups[i].members) CHECK(group_of.emplace(id, i).second);
        CHECK((i == 0 || by == Grouping::cores ||
               found.groups[i].members.size() <= found.groups[i - 1].members.size()));
    }
    CHECK(group_of.size() == view.entities.size());
    std::vector<std::size_t> inside(found.groups.size(), 0), outside(found.groups.size(), 0);
    for (const ViewEdge& edge : view.edges) {
        const std::size_t a = group_of.at(view.entities[edge.from]);
        const std::size_t b = group_of.at(view.entities[edge.to]);
        if (a == b) ++inside[a];
        if (a != b) ++outside[a], ++outside[b];
    }
    for (std::size_t i = 0; i < found.groups.size(); ++i) {
        CHECK(found.groups[i].inside == inside[i]);
        CHECK(found.groups[i].outside == outside[i]);
    }
}

TEST_CASE("breaks name what hangs on one entity or edge", "[study]") {
    const ActorGraph graph = two_triangles();
    const View view = apply(graph, {});
    const Breaks found = breaks(view);
    REQUIRE(found.points.size() == 3);
    CHECK(graph[found.points[0].entity].id == "c");
    CHECK(found.points[0].pieces == std::vector<std::size_t>{3, 3});
    CHECK(graph[found.points[1].entity].id == "d");
    CHECK(found.points[1].pieces == std::vector<std::size_t>{4, 2});
    CHECK(found.points[1].cut_off() == 2);
    CHECK(graph[found.points[2].entity].id == "a");
    REQUIRE(found.bridges.size() == 2);
    CHECK(graph[found.bridges[0].near].id == "c");
    CHECK(graph[found.bridges[0].far].id == "d");
    CHECK(found.bridges[0].cut_off == 3);
    CHECK(found.bridges[0].edge->confidence == 70);
    CHECK(graph[found.bridges[1].near].id == "a");
    CHECK(graph[found.bridges[1].far].id == "g");
    CHECK(found.bridges[1].cut_off == 1);
}

TEST_CASE("a bridge between two leaves has a side of one", "[study]") {
    const ActorGraph graph = read_text(
        R"({"actormap": 1, "speakers": [{"id": "s", "name": "S", "kind": "vendor"}],
            "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"}],
            "relations": [{"from": "b", "type": "related-to", "to": "a", "claims": [{"by": "s"}]}]})");
    const View view = apply(graph, {});
    const Breaks found = breaks(view);
    CHECK(found.points.empty());
    REQUIRE(found.bridges.size() == 1);
    CHECK(graph[found.bridges[0].near].id == "a");
    CHECK(found.bridges[0].cut_off == 1);
}

TEST_CASE("groups and breaks that need an undirected network say so", "[study]") {
    const ActorGraph graph = two_triangles();
    const View view = apply(graph, {}, Direction::directed);
    for (const Grouping by : {Grouping::communities, Grouping::blocks})
        CHECK(error_of([&] {
                  (void)groups(graph, view, {.by = by});
              }).starts_with("network-direction: "));
    CHECK(error_of([&] { (void)breaks(view); }).starts_with("network-direction: "));
    CHECK(groups(graph, view, {.by = Grouping::components}).groups.size() == 2);
}
