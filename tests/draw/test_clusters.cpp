#include "sample.hpp"

#include <actormap/analysis/communities.hpp>
#include <actormap/draw/clusters.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

Scene scene_of(const ActorGraph& graph) {
    const View view = apply(graph, clear());
    return make_scene(graph, view, view, {});
}

/// Cliques of `size` actors, each joined to the next by one edge.
Scene cliques(std::size_t count, std::size_t size) {
    Scene scene;
    scene.nodes.resize(count * size);
    const auto join = [&](std::size_t a, std::size_t b) {
        SceneEdge edge;
        edge.from = a, edge.to = b;
        scene.edges.push_back(edge);
        ++scene.nodes[a].degree, ++scene.nodes[b].degree;
    };
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        scene.nodes[i].name = "N" + std::to_string(i);
        for (std::size_t j = i + 1; j < (i / size + 1) * size; ++j) join(i, j);
        if (i % size == 1 && i + size < scene.nodes.size()) join(i, i + size);
    }
    return scene;
}

}  // namespace

TEST_CASE("a country's cluster is what is there without a doubt", "[draw][clusters]") {
    Scene scene;
    scene.places = {"Finland", "Norway", "Sweden"};
    scene.nodes.resize(9);
    for (const std::size_t i : std::vector<std::size_t>{1, 4, 6}) scene.nodes[i].place = 1;
    for (const std::size_t i : std::vector<std::size_t>{0, 5, 7, 8}) scene.nodes[i].place = 0;
    for (const std::size_t i : std::vector<std::size_t>{2, 3})
        scene.nodes[i].place = 2;  // two are too few
    const auto clusters = clusters_of(scene, Clustering::country);
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].name == "Finland");
    CHECK(clusters[0].members == std::vector<std::size_t>{0, 5, 7, 8});
    CHECK(clusters[1].name == "Norway");
    CHECK(clusters[1].members == std::vector<std::size_t>{1, 4, 6});
    CHECK(clusters_of(scene, Clustering::none).empty());
    CHECK(clusters_of(scene, Clustering::automatic).empty());
    // Of the sample, China has an actor and its sponsor; the other actor's country nobody states.
    CHECK(clusters_of(scene_of(sample()), Clustering::country).empty());
}

TEST_CASE("communities are cliques where there are cliques", "[draw][clusters]") {
    const Scene scene = cliques(4, 5);
    const auto clusters = clusters_of(scene, Clustering::community);
    REQUIRE(clusters.size() == 4);
    for (std::size_t k = 0; k < 4; ++k) {
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < 5; ++i) expected.push_back(5 * k + i);
        CHECK(clusters[k].members == expected);
        // The second of each leads to other cliques, and so has most edges.
        CHECK(clusters[k].name == "around N" + std::to_string(5 * k + 1));
    }
    CHECK(clusters_of(cliques(3, 2), Clustering::community).size() <= 2);  // of two: too few
    CHECK(clusters_of(cliques(3, 1), Clustering::community).empty());      // no edges
}

TEST_CASE("communities are those of the Leiden algorithm with seed 1", "[draw][clusters]") {
    Scene scene;
    scene.nodes.resize(60);
    std::mt19937 random(7);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        scene.nodes[i].name = "N" + std::to_string(i);
        for (int edge = 0; edge < 2 && i > 0; ++edge) {
            const std::size_t other = random() % i;
            SceneEdge joined;
            joined.from = i, joined.to = other;
            scene.edges.push_back(joined);
            ++scene.nodes[i].degree, ++scene.nodes[other].degree;
        }
    }
    std::vector<std::pair<Vertex, Vertex>> ends;
    for (const SceneEdge& edge : scene.edges) {
        ends.emplace_back(static_cast<Vertex>(edge.from), static_cast<Vertex>(edge.to));
    }
    const Communities found =
        leiden(Network(Direction::undirected, scene.nodes.size(), ends), {.seed = 1});
    std::map<std::uint32_t, std::vector<std::size_t>> expected;
    for (std::size_t i = 0; i < found.of.size(); ++i) expected[found.of[i]].push_back(i);
    std::set<std::vector<std::size_t>> sets, drawn;
    for (const auto& [number, members] : expected) {
        if (members.size() >= 3) sets.insert(members);
    }
    for (const SceneCluster& cluster : clusters_of(scene, Clustering::community)) {
        drawn.insert(cluster.members);
        std::size_t most = 0;
        for (const std::size_t i : cluster.members) most = std::max(most, scene.nodes[i].degree);
        const auto middle =
            std::find_if(cluster.members.begin(), cluster.members.end(),
                         [&](std::size_t i) { return scene.nodes[i].degree == most; });
        CHECK(cluster.name == "around " + scene.nodes[*middle].name);
    }
    CHECK(sets.size() > 2);
    CHECK(drawn == sets);
}

TEST_CASE("words for what stands together", "[draw][clusters]") {
    CHECK(parse_clustering("auto") == Clustering::automatic);
    CHECK(parse_clustering("none") == Clustering::none);
    CHECK(parse_clustering("country") == Clustering::country);
    CHECK(parse_clustering("community") == Clustering::community);
    CHECK_FALSE(parse_clustering("countries"));
}
