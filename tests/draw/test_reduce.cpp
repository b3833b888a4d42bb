#include "sample.hpp"

#include <actormap/draw/reduce.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

/// Nodes of a kind each, with sizes that fall, and edges with one claim each.
Scene scene_of(const std::vector<EntityKind>& kinds,
               const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
    Scene scene;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        SceneNode node;
        node.vertex = static_cast<Vertex>(i);
        node.kind = kinds[i];
        node.name = "n" + std::to_string(i);
        node.size = 1 / static_cast<double>(i + 1);
        scene.nodes.push_back(node);
        scene.drawn.emplace_back(i);
    }
    for (const auto& [from, to] : edges) {
        SceneEdge edge;
        edge.from = from, edge.to = to;
        edge.edges = {scene.edges.size()};
        edge.relations = edge.claims = 1;
        ++scene.nodes[from].degree, ++scene.nodes[to].degree;
        scene.edges.push_back(edge);
    }
    return scene;
}

constexpr auto actor = EntityKind::actor, tool = EntityKind::tooling;

std::size_t entities_in(const Scene& scene) {
    std::size_t count = 0;
    for (const SceneNode& node : scene.nodes) {
        count += std::max<std::size_t>(node.bundled.size(), 1);
    }
    return count;
}

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options = {}) {
    return draw(graph, clear(), apply(graph, clear()), format, options);
}

}  // namespace

TEST_CASE("what is linked alike becomes one node, with all its edges", "[draw][reduce]") {
    // Two actors; three tools of the first, three of both, one of the second.
    Scene scene =
        scene_of({actor, actor, tool, tool, tool, tool, tool, tool, tool},
                 {{0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 5}, {0, 6}, {1, 6}, {0, 7}, {1, 7}, {1, 8}});
    scene.places = {"China"};
    scene.placed = {{1, 0}, {3, 0}};
    const Scene reduced = reduce(scene, {.backbone = {}, .bundle = 3});
    REQUIRE(reduced.nodes.size() == 5);
    REQUIRE(reduced.placed.size() == 2);
    CHECK(reduced.placed[0].first == reduced.drawn[1]);
    CHECK(reduced.placed[1].first == reduced.drawn[3]);
    CHECK(entities_in(reduced) == 9);
    CHECK(reduced.left_out.bundles == 2);
    CHECK(reduced.left_out.bundled == 6);
    const SceneNode& first = reduced.nodes[*reduced.drawn[2]];
    CHECK(first.name == "+3 malware and tools");
    CHECK(first.listed == "n2, n3, n4");
    CHECK(first.bundled == std::vector<Vertex>{2, 3, 4});
    CHECK(first.degree == 1);
    CHECK(reduced.drawn[4] == reduced.drawn[2]);
    CHECK(reduced.nodes[*reduced.drawn[7]].degree == 2);
    CHECK(reduced.nodes[*reduced.drawn[8]].name == "n8");
    std::multiset<std::size_t> edges;  // each of the view's edges is behind one that is drawn
    for (const SceneEdge& edge : reduced.edges) edges.insert(edge.edges.begin(), edge.edges.end());
    CHECK(edges == std::multiset<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    CHECK(reduce(scene, {.backbone = {}, .bundle = 4}).nodes.size() == 9);
}

TEST_CASE("a bundle hides no doubt, no direction and no actor", "[draw][reduce]") {
    Scene scene =
        scene_of({actor, tool, tool, tool, tool, tool, tool, actor, actor, actor},
                 {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {6, 0}, {0, 7}, {0, 8}, {0, 9}});
    scene.edges[0].certainty = Certainty::disputed;
    scene.edges[1].hypothesis = true;
    scene.edges[2].kind = RelationKind::use;
    const Scene reduced = reduce(scene, {.backbone = {}, .bundle = 2});
    CHECK(reduced.left_out.bundled == 2);  // n4 and n5
    CHECK(reduced.drawn[4] == reduced.drawn[5]);
    CHECK(reduced.nodes.size() == 9);
}

TEST_CASE("a limit keeps the highest, and says what each is linked to beyond it",
          "[draw][reduce]") {
    Scene scene = scene_of({actor, actor, tool, tool, tool},
                           {{0, 1}, {0, 2}, {0, 3}, {1, 3}, {1, 4}, {0, 4}});
    const Scene reduced = reduce(scene, {.backbone = {}, .limit = 3});
    REQUIRE(reduced.nodes.size() == 3);
    CHECK(reduced.nodes[0].undrawn == 2);
    CHECK(reduced.nodes[1].undrawn == 2);
    CHECK(reduced.nodes[2].undrawn == 0);
    CHECK(reduced.edges.size() == 2);
    CHECK(reduced.left_out.entities == 2);
    CHECK_FALSE(reduced.drawn[3].has_value());
    // Of a bundle beyond the limit all are counted, once.
    const Scene bundled =
        reduce(scene_of({actor, tool, tool, tool, actor}, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}),
               {.backbone = {}, .bundle = 2, .limit = 1});
    CHECK(bundled.left_out.entities == 4);
    CHECK(bundled.left_out.bundled == 0);
    CHECK(bundled.nodes[0].undrawn == 4);
}

TEST_CASE("the backbone is what the disparity filter says", "[draw][reduce]") {
    Scene scene =
        scene_of({actor, tool, tool, tool, tool}, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 2}, {2, 3}});
    const std::vector<std::size_t> claims = {9, 1, 2, 1, 1, 6};
    for (std::size_t e = 0; e < claims.size(); ++e) scene.edges[e].claims = claims[e];
    for (const double level : {0.01, 0.1, 0.2, 0.4, 0.6, 1.0}) {
        std::set<std::size_t> expected;
        for (std::size_t e = 0; e < claims.size(); ++e) {
            for (const std::size_t end : {scene.edges[e].from, scene.edges[e].to}) {
                double sum = 0, degree = 0;
                for (const SceneEdge& edge : scene.edges) {
                    if (edge.from != end && edge.to != end) continue;
                    sum += static_cast<double>(edge.claims);
                    degree += 1;
                }
                const double share = static_cast<double>(claims[e]) / sum;
                if (std::pow(1 - share, degree - 1) < level) expected.insert(e);
            }
        }
        const Scene reduced = reduce(scene, {.backbone = level});
        std::set<std::size_t> found, nodes;
        for (const SceneEdge& edge : reduced.edges) {
            found.insert(edge.edges.front());
            nodes.insert(edge.from);
            nodes.insert(edge.to);
        }
        INFO("level " << level);
        CHECK(found == expected);
        CHECK(nodes.size() == reduced.nodes.size());  // what lost its last edge went
        CHECK(reduced.left_out.edges == 6 - expected.size());
        CHECK(reduced.left_out.cut_off == 5 - reduced.nodes.size());
    }
    CHECK_THROWS_AS(reduce(scene, {.backbone = 0.0}), Error);
    CHECK_THROWS_AS(reduce(scene, {.backbone = 1.5}), Error);
    CHECK_THROWS_AS(reduce(scene, {.backbone = NAN}), Error);
}

TEST_CASE("of many edges the telling ones stay, and no node loses its last", "[draw][reduce]") {
    // Everybody has tool 5; 0 and 1 alone share tool 6.
    const Scene scene = scene_of({actor, actor, actor, actor, actor, tool, tool},
                                 {{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {0, 6}, {1, 6}});
    const Scene reduced = reduce(scene, {.backbone = {}, .edges = 2});
    std::set<std::size_t> kept;
    for (const SceneEdge& edge : reduced.edges) kept.insert(edge.edges.front());
    CHECK(kept == std::set<std::size_t>{2, 3, 4, 5, 6});
    CHECK(reduced.left_out.weak_edges == 2);
}

TEST_CASE("what is readable is bounded, whatever comes", "[draw][reduce]") {
    const auto dense = [](std::size_t nodes) {  // each with the next thirty
        std::vector<std::pair<std::size_t, std::size_t>> edges;
        for (std::size_t i = 0; i < nodes; ++i) {
            for (std::size_t j = 1; j <= 30; ++j) edges.emplace_back(i, (i + j) % nodes);
        }
        return scene_of(std::vector<EntityKind>(nodes, actor), edges);
    };
    const Scene sparse =
        reduce_to_readable(scene_of(std::vector<EntityKind>(300, actor), {{0, 1}}));
    CHECK(sparse.nodes.size() == 300);
    const Scene all = reduce_to_readable(dense(300));
    CHECK(all.nodes.size() == 300);
    CHECK(all.edges.size() >= 900);
    CHECK(all.edges.size() <= 900 + 300);  // and of each node its strongest
    const Scene some = reduce_to_readable(dense(301));
    CHECK(some.nodes.size() == 200);
    CHECK(some.edges.size() >= 600);
    CHECK(some.edges.size() <= 600 + 200);
    CHECK(some.left_out.entities == 101);
}

TEST_CASE("beyond three hundred nodes a picture is reduced by itself, and says so",
          "[draw][reduce]") {
    const ActorGraph graph = large(1000);
    const std::string svg = drawn(graph, DrawFormat::svg);
    CHECK(has(svg, "Reduced: "));
    CHECK(has(svg, "of what is linked alike"));
    const auto json = nlohmann::json::parse(drawn(graph, DrawFormat::json));
    CHECK(json["vertices"].size() == 1000);
    CHECK_FALSE(has(drawn(large(300), DrawFormat::svg), "Reduced: "));
    const std::string whole = drawn(large(350), DrawFormat::svg, {.reduction = Reduction{}});
    CHECK_FALSE(has(whole, "Reduced: "));
    CHECK(count(whole, "<title>Name ") == 350 + 349);
}
