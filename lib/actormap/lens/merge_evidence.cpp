#include <actormap/base/text.hpp>
#include <actormap/lens/merge_evidence.hpp>
#include <actormap/model/lifecycle.hpp>

#include <algorithm>
#include <optional>

namespace actormap {
namespace {

template <typename Value>
void make_unique(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::pair<EntityId, EntityId> pair_of(EntityId a, EntityId b) {
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

/// What a claim about a relation of likeness says.
std::optional<Verdict> verdict_of(const Claim& claim) {
    if (claim.stance == Stance::denies) return Verdict::different;
    if (claim.stance == Stance::disputes) return Verdict::unsure;
    if (!carries(claim.stance)) return std::nullopt;
    if (!claim.confidence)
        return claim.stance == Stance::hypothesises ? Verdict::unsure : Verdict::same;
    constexpr int even = 50;
    if (claim.confidence->low > even) return Verdict::same;
    return claim.confidence->high < even ? Verdict::different : Verdict::unsure;
}

void add(JudgedPairs& pairs, const std::pair<EntityId, EntityId>& pair, Verdict verdict,
         UnionReason reason) {
    const auto [at, fresh] = pairs.try_emplace(pair);
    if (fresh) at->second.verdict = verdict;
    if (at->second.verdict != verdict) at->second.verdict = Verdict::unsure;
    at->second.reasons.push_back(std::move(reason));
}

UnionReason reason_of(const ActorGraph& graph, const std::pair<EntityId, EntityId>& pair,
                      const std::optional<SpeakerId>& by, OptionalId<SourceId> source) {
    UnionReason reason{
        UnionKind::judgement, graph[pair.first].id, graph[pair.second].id, {}, {}, {}};
    if (by) reason.by = graph[*by].id;
    if (source) reason.source = graph[*source].id;
    return reason;
}

void finish(JudgedPairs& pairs) {
    for (auto& [pair, judged] : pairs) make_unique(judged.reasons);
}

}  // namespace

MergeTraits merge_traits(const Entity& entity) {
    MergeTraits traits;
    traits.active = !entity.undefined && !is_retired(entity.properties);
    traits.kind = entity.type == "threat-actor" ? "intrusion-set" : std::string(entity.type);
    traits.country = entity.country;
    traits.files.push_back(entity.place.file());
    for (const Place& place : entity.also.list) traits.files.push_back(place.file());
    make_unique(traits.files);
    const auto add_name = [&](std::string_view name) {
        std::string key = name_key(name);
        if (!key.empty()) traits.names.push_back(std::move(key));
    };
    add_name(entity.name);
    for (const Name& name : entity.names) add_name(name.name);
    make_unique(traits.names);
    traits.attack_ids = attack_ids(entity);
    return traits;
}

JudgedPairs recorded_judgements(const ActorGraph& graph) {
    JudgedPairs pairs;
    for (const Judgement& judgement : graph.judgements()) {
        const auto first = graph.find_entity(judgement.first);
        const auto second = graph.find_entity(judgement.second);
        if (!first || !second || graph[*first].undefined || graph[*second].undefined) continue;
        const auto pair = pair_of(*first, *second);
        add(pairs, pair, judgement.verdict, reason_of(graph, pair, judgement.by, judgement.source));
    }
    finish(pairs);
    return pairs;
}

JudgedPairs derived_judgements(const ActorGraph& graph, const JudgedPairs& recorded) {
    JudgedPairs pairs;
    for (const Relation& relation : graph.relations()) {
        const std::string_view type = relation.type;
        if ((type != "similar" && type != "duplicate-of") || relation.from == relation.to ||
            graph[relation.from].undefined || graph[relation.to].undefined ||
            is_revoked(relation.properties))
            continue;
        const auto pair = pair_of(relation.from, relation.to);
        if (recorded.contains(pair)) continue;
        const auto claims = graph.claims(relation.claims);
        for (const Claim& claim : claims) {
            const auto retracts = [&](const Claim& other) {
                return other.by == claim.by && other.stance == Stance::retracts;
            };
            const auto verdict = verdict_of(claim);
            if (!verdict || std::any_of(claims.begin(), claims.end(), retracts)) continue;
            add(pairs, pair, *verdict, reason_of(graph, pair, claim.by, claim.source));
        }
    }
    finish(pairs);
    return pairs;
}

}  // namespace actormap
