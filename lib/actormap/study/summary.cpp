#include <actormap/analysis/components.hpp>
#include <actormap/base/calendar.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/lifecycle.hpp>
#include <actormap/study/summary.hpp>

#include <algorithm>

namespace actormap {
namespace {

void count_flags(Summary& summary, const Properties& properties) {
    if (is_revoked(properties)) ++summary.revoked;
    if (is_deprecated(properties)) ++summary.deprecated;
}

void count_components(Summary& summary, const ActorGraph& graph) {
    const Network network = apply(graph, {}).network;
    const Components found = components(network);
    std::vector<std::size_t> sizes(found.count, 0);
    for (const std::uint32_t component : found.of) ++sizes[component];
    summary.components = found.count;
    for (const std::size_t size : sizes)
        summary.largest_component = std::max(summary.largest_component, size);
    for (Vertex v = 0; v < network.size(); ++v) {
        if (network.degree(v) == 0) ++summary.isolated;
    }
}

Tlp highest_marking(const ActorGraph& graph) {
    Tlp highest = Tlp::clear;
    const auto see = [&](Tlp marking) { highest = std::max(highest, marking); };
    for (const Entity& entity : graph.entities()) {
        see(entity.marking);
        for (const Name& name : entity.names) see(name.marking);
    }
    for (const Relation& relation : graph.relations()) see(relation.marking);
    for (const Source& source : graph.sources()) see(source.marking);
    for (const Claim& claim : graph.claims()) see(claim.marking);
    return highest;
}

}  // namespace

Summary summarize(const ActorGraph& graph) {
    Summary summary;
    summary.relations = graph.relations().size();
    summary.claims = graph.claims().size();
    summary.sources = graph.sources().size();
    summary.speakers = graph.speakers().size();
    for (const Entity& entity : graph.entities()) {
        if (entity.undefined) {
            ++summary.undefined;
            continue;
        }
        ++summary.entities;
        ++summary.entities_by_type[entity.type];
        ++summary.markings[std::string(to_string(entity.marking))];
        summary.names += entity.names.size();
        count_flags(summary, entity.properties);
    }
    for (const Relation& relation : graph.relations()) {
        ++summary.relations_by_type[relation.type.str()];
        ++summary.markings[std::string(to_string(relation.marking))];
        widen(summary.events, relation.when.start);
        widen(summary.events, relation.when.stop);
        if (relation.when.empty()) ++summary.undated_relations;
        count_flags(summary, relation.properties);
    }
    for (const Source& source : graph.sources()) {
        ++summary.sources_by_publisher_kind[std::string(to_string(graph[source.publisher].kind))];
        ++summary.markings[std::string(to_string(source.marking))];
    }
    for (const Claim& claim : graph.claims()) {
        ++summary.claims_by_stance[std::string(to_string(claim.stance))];
        ++summary.claims_by_speaker_kind[std::string(to_string(graph[claim.by].kind))];
        widen(summary.publications, claim.date);
        if (claim.date.empty()) ++summary.undated_claims;
    }
    count_components(summary, graph);
    return summary;
}

LensSummary summarize(const ActorGraph& graph, const Lens& lens, const View& view) {
    const ActorGraph shown = restrict(graph, lens, view);
    return {settings(lens), view.network.size(), view.network.edges(), summarize(shown),
            highest_marking(shown)};
}

}  // namespace actormap
