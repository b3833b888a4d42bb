#include <actormap/analysis/betweenness.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/study/shards.hpp>

namespace actormap {

std::string sums_origin(const ActorGraph& graph, const View& view, const Weighting& weighting) {
    const Network& network = view.network;
    // The number goes up when the kernel shares out or adds up in another way.
    std::string text = "sums of betweenness 2\n";
    text += network.directed() ? "directed\n" : "undirected\n";
    for (const EntityId entity : view.entities) text += json_string(graph[entity].id) + '\n';
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += std::to_string(v) + ' ' + std::to_string(row[i]);
            if (weighting.distances)
                text += ' ' + exact((*weighting.distances)[network.first_arc(v) + i]);
            text += '\n';
        }
    }
    return uuid5(text);
}

ShardSums compute_part(const Network& network, const Weighting& weighting, const Shard& shard,
                       const Run& run) {
    return weighting.distances ? betweenness_part(network, *weighting.distances, shard, run)
                               : betweenness_part(network, shard, run);
}

}  // namespace actormap
