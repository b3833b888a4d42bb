#include <actormap/draw/spring_lengths.hpp>

#include <cmath>
#include <numeric>

namespace actormap {

namespace {

// What stands together is drawn together: the lengths of edges within an area and between two
// areas, and of a line from the area's label to each node in it, in lengths of any other edge.
constexpr double within_area = 0.8;
constexpr double between_areas = 1.75;
constexpr double to_label = 1.3;
constexpr double to_label_of_country = 0.9;  // there few edges hold it together

/// What the lengths of the scene's edges are multiplied by, for the areas at their ends.
std::vector<double> stretches_of(const Scene& scene, const Content& content) {
    std::vector<std::size_t> area_of(scene.nodes.size(), content.areas.size());
    for (std::size_t k = 0; k < content.areas.size(); ++k) {
        for (const std::size_t node : content.areas[k].members) area_of[node] = k;
    }
    std::vector<double> stretches;
    for (const SceneEdge& edge : scene.edges) {
        const std::size_t a = area_of[edge.from], b = area_of[edge.to], none = content.areas.size();
        const bool apart = a != b && a != none && b != none;
        stretches.push_back(apart ? between_areas : a == b && a != none ? within_area : 1);
    }
    return stretches;
}

}  // namespace

std::vector<std::pair<Vertex, Vertex>> ends_of(const Scene& scene, const Content& content) {
    std::vector<std::pair<Vertex, Vertex>> pairs;
    for (const SceneEdge& edge : scene.edges) {
        pairs.emplace_back(static_cast<Vertex>(edge.from), static_cast<Vertex>(edge.to));
    }
    for (const Area& area : content.areas) {
        for (const std::size_t node : area.members) {
            pairs.emplace_back(static_cast<Vertex>(node), static_cast<Vertex>(*area.label));
        }
    }
    return pairs;
}

Distances lengths_of(const Scene& scene, const Content& content, const Network& network,
                     Lengths kind) {
    std::vector<double> lengths;
    for (const SceneEdge& edge : scene.edges) {
        const auto root = [&](std::size_t node) {
            return std::sqrt(static_cast<double>(scene.nodes[node].degree));
        };
        lengths.push_back(kind == Lengths::alike ? 1 : root(edge.from) + root(edge.to));
    }
    if (!content.areas.empty()) {
        const double usual = lengths.empty()
                                 ? 1
                                 : std::accumulate(lengths.begin(), lengths.end(), 0.0) /
                                       static_cast<double>(lengths.size());
        const std::vector<double> stretches = stretches_of(scene, content);
        for (std::size_t e = 0; e < stretches.size(); ++e) lengths[e] *= stretches[e];
        lengths.resize(
            ends_of(scene, content).size(),
            usual * (content.cluster == Clustering::country ? to_label_of_country : to_label));
    }
    return Distances::united(network, ends_of(scene, content), lengths, Uniting::smallest);
}

}  // namespace actormap
