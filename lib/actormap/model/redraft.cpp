#include <actormap/model/redraft.hpp>

namespace actormap {
namespace {

/// The id of what an optional reference leads to, named where `place` is.
template <typename Optional>
Reference reference(const ActorGraph& graph, const Optional& id, const Place& place) {
    return id ? Reference{std::string(std::string_view(graph[*id].id)), place} : Reference{};
}

}  // namespace

SpeakerDraft redraft(const ActorGraph& graph, const Speaker& speaker) {
    SpeakerDraft draft{speaker, reference(graph, speaker.entity, speaker.place)};
    draft.speaker.entity = {};
    return draft;
}

SourceDraft redraft(const ActorGraph& graph, const Source& source) {
    return {source, {graph[source.publisher].id, source.place}};
}

EntityDraft redraft(const Entity& entity) {
    EntityDraft draft{entity, {}};
    draft.entity.names.clear();
    return draft;
}

NameDraft redraft(const ActorGraph& graph, const Name& name) {
    NameDraft draft{name, reference(graph, name.by, name.place), {}};
    draft.name.by = {};
    draft.name.claims = {};
    return draft;
}

RelationDraft redraft(const ActorGraph& graph, const Relation& relation) {
    return {relation,
            {graph[relation.from].id, relation.place},
            {graph[relation.to].id, relation.place},
            {}};
}

ClaimDraft redraft(const ActorGraph& graph, const Claim& claim) {
    ClaimDraft draft{claim,
                     {graph[claim.by].id, claim.place},
                     reference(graph, claim.source, claim.place),
                     reference(graph, claim.cites, claim.place)};
    draft.claim.cites = std::nullopt;
    return draft;
}

JudgementDraft redraft(const ActorGraph& graph, const Judgement& judgement) {
    JudgementDraft draft{judgement, reference(graph, judgement.by, judgement.place),
                         reference(graph, judgement.source, judgement.place)};
    draft.judgement.by = std::nullopt;
    draft.judgement.source = std::nullopt;
    return draft;
}

std::vector<ClaimDraft> redraft(const ActorGraph& graph, const ClaimRange& claims) {
    std::vector<ClaimDraft> drafts;
    drafts.reserve(claims.count);
    for (const Claim& claim : graph.claims(claims)) drafts.push_back(redraft(graph, claim));
    return drafts;
}

}  // namespace actormap
