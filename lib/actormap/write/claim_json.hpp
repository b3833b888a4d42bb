#pragma once

#include <actormap/lens/combine.hpp>
#include <actormap/lens/selection.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/profile.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace actormap {

// Entities, relations and claims for a program to read, as the commands write them. `Json` is the
// ordered JSON of nlohmann, which no header includes.

template <typename Json>
[[nodiscard]] Json entity_json(const ActorGraph& graph, EntityId id) {
    const Entity& entity = graph[id];
    return {{"id", entity.id}, {"name", entity.name}, {"type", entity.type}};
}

/// What each relation says, without the claims about it.
template <typename Json>
[[nodiscard]] Json relation_ends_json(const ActorGraph& graph,
                                      const std::vector<RelationId>& relations) {
    Json list = Json::array();
    for (const RelationId id : relations) {
        const Relation& relation = graph[id];
        list.push_back({{"from", graph[relation.from].id},
                        {"type", relation.type},
                        {"to", graph[relation.to].id}});
    }
    return list;
}

template <typename Json>
[[nodiscard]] Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

template <typename Json>
[[nodiscard]] Json claim_json(const ActorGraph& graph, const Selection& selection, ClaimId id) {
    const Claim& claim = graph[id];
    const Speaker& by = graph[claim.by];
    Json json{{"by", by.id},
              {"speaker", by.name},
              {"kind", std::string(to_string(by.kind))},
              {"country", text_or_null<Json>(by.country)},
              {"source", Json()},
              {"publisher", Json()}};
    if (claim.source) {
        json["source"] = graph[*claim.source].id;
        json["publisher"] = graph[graph[*claim.source].publisher].id;
    }
    json["stance"] = std::string(to_string(claim.stance));
    json["withdrawn"] = selection[id] == ClaimState::withdrawn;
    json["date"] = text_or_null<Json>(to_string(claim.date));
    json["confidence"] = claim.confidence ? Json(claim.confidence->value) : Json();
    if (claim.confidence && !claim.confidence->words.empty()) {
        json["confidence_words"] = claim.confidence->words;
        json["confidence_range"] = {claim.confidence->low, claim.confidence->high};
    }
    json["title"] = claim.source ? text_or_null<Json>(graph[*claim.source].title) : Json();
    json["url"] = claim.source ? text_or_null<Json>(graph[*claim.source].url) : Json();
    if (!claim.excerpt.empty()) json["excerpt"] = claim.excerpt;
    if (!claim.note.empty()) json["note"] = claim.note;
    return json;
}

template <typename Json>
[[nodiscard]] Json claims_json(const ActorGraph& graph, const Selection& selection,
                               const ClaimRange& range) {
    Json list = Json::array();
    for (const ClaimId c : shown_claims(selection, range))
        list.push_back(claim_json<Json>(graph, selection, c));
    return list;
}

/// How many visible claims deny.
[[nodiscard]] inline std::size_t visible_denials(const ActorGraph& graph,
                                                 const Selection& selection,
                                                 const ClaimRange& range) {
    const std::vector<ClaimId> shown = shown_claims(selection, range);
    return static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), [&](ClaimId c) {
        return selection[c] == ClaimState::visible && graph[c].stance == Stance::denies;
    }));
}

template <typename Json>
[[nodiscard]] Json relation_json(const ActorGraph& graph, const Selection& selection,
                                 RelationId id) {
    const Relation& relation = graph[id];
    const auto sure = confidence(graph, selection, id);
    return {{"from", graph[relation.from].id},
            {"type", relation.type},
            {"to", graph[relation.to].id},
            {"start", text_or_null<Json>(to_string(relation.when.start))},
            {"stop", text_or_null<Json>(to_string(relation.when.stop))},
            {"confidence", sure ? Json(sure->value) : Json()},
            {"confidence_range", sure ? Json{sure->low, sure->high} : Json()},
            {"independent", independent_voices(graph, selection, id)},
            {"denials", visible_denials(graph, selection, relation.claims)},
            {"exists", exists(selection[id])},
            {"disputed", selection[id] == RelationState::disputed},
            {"claims", claims_json<Json>(graph, selection, relation.claims)}};
}

template <typename Json>
[[nodiscard]] Json relations_json(const ActorGraph& graph, const Selection& selection,
                                  const std::vector<RelationId>& relations) {
    Json list = Json::array();
    for (const RelationId r : relations) list.push_back(relation_json<Json>(graph, selection, r));
    return list;
}

}  // namespace actormap
