#include <actormap/base/csv.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/edges.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace actormap {
namespace {

std::string cell(std::string_view content) {
    return content.empty() ? std::string() : csv_text(content);
}

/// The highest confidence of the claims that carry the relation, as a cell.
std::string confidence_cell(std::span<const Claim> claims) {
    std::optional<std::uint8_t> highest;
    for (const Claim& claim : claims) {
        if (carries(claim.stance) && claim.confidence)
            highest = std::max(highest.value_or(std::uint8_t{0}), claim.confidence->value);
    }
    return highest ? std::to_string(*highest) : std::string();
}

void count_losses(const ActorGraph& graph, Losses& losses) {
    losses.add("titles", graph.title().empty() ? 0 : 1);
    losses.add("as-of dates", graph.as_of().empty() ? 0 : 1);
    losses.add("properties of the graph", graph.properties().size());
    losses.add("speakers", graph.speakers().size());
    losses.add("sources", graph.sources().size());
    losses.add("claims, of which the number is kept", graph.claims().size());
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const Entity& entity = graph.entities()[e];
        const auto relations = graph.relations_of(static_cast<EntityId>(e));
        losses.add("entities without relations", relations.empty() ? 1 : 0);
        losses.add("types of entities", entity.type == "identity" ? 0 : 1);
        losses.add("labels of entities", entity.name == entity.id ? 0 : 1);
        losses.add("names of entities", entity.names.size());
        losses.add("descriptions of entities", entity.description.empty() ? 0 : 1);
        losses.add("roles of entities", entity.roles.size());
        losses.add("countries of locations", entity.country.empty() ? 0 : 1);
        losses.add("markings of entities", entity.marking == Tlp::clear ? 0 : 1);
        losses.add("properties of entities", entity.properties.size());
    }
    for (const Relation& relation : graph.relations()) {
        losses.add("ids of relations", relation.id.empty() ? 0 : 1);
        losses.add("descriptions of relations", relation.description.empty() ? 0 : 1);
        losses.add("markings of relations", relation.marking == Tlp::clear ? 0 : 1);
        losses.add("properties of relations", relation.properties.size());
    }
}

}  // namespace

std::string write_edges(const ActorGraph& graph, Losses& losses) {
    count_losses(graph, losses);
    std::string text = "source,target,type,start,stop,claims,confidence\n";
    for (const Relation& relation : graph.relations()) {
        const std::vector<std::string> cells{
            cell(graph[relation.from].id),
            cell(graph[relation.to].id),
            cell(relation.type),
            cell(to_string(relation.when.start)),
            cell(to_string(relation.when.stop)),
            std::to_string(relation.claims.count),
            confidence_cell(graph.claims(relation.claims)),
        };
        text += join(cells, ",") + '\n';
    }
    return text;
}

}  // namespace actormap
