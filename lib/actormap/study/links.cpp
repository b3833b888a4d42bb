#include <actormap/analysis/shortest_paths.hpp>
#include <actormap/lens/combine.hpp>
#include <actormap/study/links.hpp>
#include <actormap/study/profile.hpp>

#include <algorithm>

namespace actormap {
namespace {

std::vector<SourceId> sources_of(const ActorGraph& graph, const View& view, RelationId relation) {
    std::vector<SourceId> sources;
    for (const ClaimId c : carrying_claims(graph, view.selection, relation)) {
        if (graph[c].source) sources.push_back(*graph[c].source);
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

Hop hop(const ActorGraph& graph, const View& view, Vertex from, Vertex to) {
    const ViewEdge& edge = *view.edge(from, to);
    Hop result;
    result.from = view.entities[from];
    result.to = view.entities[to];
    result.relation = edge.relations.front();
    result.relations = edge.relations;
    for (const RelationId r : edge.relations) {
        const auto sure = confidence(graph, view.selection, r);
        if (!sure || (result.confidence && *result.confidence >= sure->value)) continue;
        result.confidence = sure->value;
        result.relation = r;
    }
    const Relation& relation = graph[result.relation];
    result.disputed = view.selection[result.relation] == RelationState::disputed;
    // Under a roll-up the ends may have moved up; then the edge's own order has to do.
    result.against = relation.from == result.to || relation.to == result.from;
    result.sources = sources_of(graph, view, result.relation);
    result.claims = shown_claims(view.selection, relation.claims);
    result.marking = edge.marking;
    for (const ClaimId c : result.claims)
        result.marking = std::max(result.marking, graph.marking(graph[c]));
    return result;
}

}  // namespace

std::vector<std::vector<Hop>> links(const ActorGraph& graph, const View& view, EntityId from,
                                    EntityId to, const LinksOptions& options, const Run& run) {
    const Vertex source = vertex_of(graph, view, from), target = vertex_of(graph, view, to);
    std::vector<std::vector<Hop>> result;
    for (const auto& path :
         shortest_paths(view.network, source, target, {options.count, options.max_hops}, run)) {
        result.emplace_back();
        for (std::size_t i = 1; i < path.size(); ++i)
            result.back().push_back(hop(graph, view, path[i - 1], path[i]));
    }
    return result;
}

Tlp highest_marking(const std::vector<std::vector<Hop>>& paths) {
    Tlp highest = Tlp::clear;
    for (const auto& path : paths) {
        for (const Hop& hop : path) highest = std::max(highest, hop.marking);
    }
    return highest;
}

}  // namespace actormap
