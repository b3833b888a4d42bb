#include <actormap/analysis/communities.hpp>
#include <actormap/draw/clusters.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>

namespace actormap {

namespace {

constexpr Vocabulary<Clustering, 4> words = {{"auto", "none", "country", "community"}};

std::vector<SceneCluster> countries_of(const Scene& scene) {
    std::vector<SceneCluster> countries(scene.places.size());
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        if (scene.nodes[i].place) countries[*scene.nodes[i].place].members.push_back(i);
    }
    for (std::size_t i = 0; i < countries.size(); ++i) countries[i].name = scene.places[i];
    return countries;
}

std::vector<SceneCluster> communities_of(const Scene& scene, const Run& run) {
    std::vector<std::pair<Vertex, Vertex>> ends;
    for (const SceneEdge& edge : scene.edges) {
        ends.emplace_back(static_cast<Vertex>(edge.from), static_cast<Vertex>(edge.to));
    }
    const Network network(Direction::undirected, scene.nodes.size(), ends);
    if (network.edges() == 0) return {};  // modularity is not defined
    const Communities found = leiden(network, {.seed = 1}, {.stop = run.stop});
    std::vector<SceneCluster> communities(found.count);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        communities[found.of[i]].members.push_back(i);
    }
    for (SceneCluster& community : communities) {
        const std::size_t middle = *std::max_element(
            community.members.begin(), community.members.end(), [&](std::size_t a, std::size_t b) {
                return scene.nodes[a].degree < scene.nodes[b].degree;
            });
        community.name = "around " + scene.nodes[middle].name;
    }
    return communities;
}

}  // namespace

std::optional<Clustering> parse_clustering(std::string_view text) {
    return words.parse(text);
}

std::vector<SceneCluster> clusters_of(const Scene& scene, Clustering by, const Run& run) {
    std::vector<SceneCluster> clusters;
    if (by == Clustering::country) clusters = countries_of(scene);
    if (by == Clustering::community) clusters = communities_of(scene, run);
    std::erase_if(clusters, [](const SceneCluster& cluster) {
        return cluster.members.size() < least_clustered;
    });
    std::sort(clusters.begin(), clusters.end(), [](const SceneCluster& a, const SceneCluster& b) {
        return a.members.front() < b.members.front();
    });
    return clusters;
}

}  // namespace actormap
