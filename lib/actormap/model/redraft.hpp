#pragma once

#include <actormap/model/builder.hpp>

#include <vector>

namespace actormap {

// The way back from a graph to what a builder takes: records with their references by name, for
// those who make a graph of the records of another. Names and relations come without their claims,
// entities without their names: who takes them chooses which.

[[nodiscard]] SpeakerDraft redraft(const ActorGraph& graph, const Speaker& speaker);
[[nodiscard]] SourceDraft redraft(const ActorGraph& graph, const Source& source);
[[nodiscard]] EntityDraft redraft(const Entity& entity);
[[nodiscard]] NameDraft redraft(const ActorGraph& graph, const Name& name);
[[nodiscard]] RelationDraft redraft(const ActorGraph& graph, const Relation& relation);
[[nodiscard]] ClaimDraft redraft(const ActorGraph& graph, const Claim& claim);
[[nodiscard]] JudgementDraft redraft(const ActorGraph& graph, const Judgement& judgement);

/// All claims of a relation or name.
[[nodiscard]] std::vector<ClaimDraft> redraft(const ActorGraph& graph, const ClaimRange& claims);

}  // namespace actormap
