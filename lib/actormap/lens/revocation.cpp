#include <actormap/lens/revocation.hpp>
#include <actormap/model/lifecycle.hpp>
#include <actormap/model/lookup.hpp>

namespace actormap {
namespace {

/// The entity that the graph says replaced this one.
OptionalId<EntityId> successor(const ActorGraph& graph, EntityId id) {
    for (const RelationId r : relations_from(graph, id)) {
        const Relation& relation = graph[r];
        const bool other = relation.to != id && !graph[relation.to].undefined;
        if (relation.type == "revoked-by" && other && !is_retired(relation.properties))
            return relation.to;
    }
    return std::nullopt;
}

/// Follows successors from a revoked entity, and notes the end of the way for all on it.
void follow(const ActorGraph& graph, EntityId start, std::vector<OptionalId<EntityId>>& result,
            std::vector<std::uint8_t>& settled) {
    std::vector<EntityId> way;
    OptionalId<EntityId> at = start;
    while (at && settled[index(*at)] == 0) {
        settled[index(*at)] = 1;  // met again on this way, it is a circle: then none stands for it
        way.push_back(*at);
        at = successor(graph, *at);
    }
    const OptionalId<EntityId> end = at ? result[index(*at)] : std::nullopt;
    for (const EntityId id : way) result[index(id)] = end;
}

}  // namespace

std::vector<OptionalId<EntityId>> stand_ins(const ActorGraph& graph, Revoked revoked) {
    const std::size_t count = graph.entities().size();
    std::vector<OptionalId<EntityId>> result(count);
    std::vector<std::uint8_t> settled(count, 1);
    for (std::size_t e = 0; e < count; ++e) {
        const auto id = static_cast<EntityId>(e);
        const Entity& entity = graph[id];
        if (entity.undefined) continue;
        if (revoked == Revoked::include || !is_retired(entity.properties)) {
            result[e] = id;
        } else if (revoked == Revoked::follow && is_revoked(entity.properties)) {
            settled[e] = 0;
        }
    }
    for (std::size_t e = 0; e < count; ++e) {
        if (settled[e] == 0) follow(graph, static_cast<EntityId>(e), result, settled);
    }
    return result;
}

}  // namespace actormap
