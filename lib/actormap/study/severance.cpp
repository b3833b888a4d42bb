#include <actormap/analysis/minimum_cut.hpp>
#include <actormap/analysis/vertex_cut.hpp>
#include <actormap/study/severance.hpp>

namespace actormap {
Severance severing_edges(const ActorGraph& graph, const View& view, EntityId from, EntityId to,
                         const std::optional<Strengths>& strengths, const Run& run) {
    const Vertex source = vertex_of(graph, view, from), sink = vertex_of(graph, view, to);
    const Cut cut = strengths ? minimum_cut(view.network, *strengths, source, sink, {}, run)
                              : minimum_cut(view.network, source, sink, {}, run);
    Severance result{.value = cut.value};
    for (const auto& [a, b] : cut.edges) result.edges.push_back(view.edge(a, b));
    return result;
}

Severance severing_entities(const ActorGraph& graph, const View& view, EntityId from, EntityId to,
                            const Run& run) {
    const Vertex source = vertex_of(graph, view, from), sink = vertex_of(graph, view, to);
    Severance result;
    for (const Vertex v : vertex_cut(view.network, source, sink, {}, run))
        result.entities.push_back(view.entities[v]);
    result.value = static_cast<double>(result.entities.size());
    return result;
}

}  // namespace actormap
