#include <actormap/study/difference_side.hpp>

#include <map>
#include <set>
#include <string_view>

namespace actormap {
namespace {

using Subjects = std::vector<const SaidSubject*>;
using ByEnds = std::map<std::string, Subjects>;

std::string id_of(const SaidSubject& subject) {
    return std::string(std::string_view(subject.relation->id));
}

std::string ends_of(const ActorGraph& graph, const SaidSubject& subject) {
    constexpr char separator = '\x1f';  // can't stand in an id
    const Relation& relation = *subject.relation;
    std::string key;
    for (const std::string_view part :
         {std::string_view(graph[relation.from].id), std::string_view(relation.type),
          std::string_view(graph[relation.to].id)})
        (key += part) += separator;
    return key + to_string(relation.when.start) + '/' + to_string(relation.when.stop);
}

/// Pairs what has the same ends, takes it out of both and adds it to `pairs`.
void pair_up(ByEnds& before, ByEnds& after, RelationPairs& pairs) {
    for (auto& [key, old_ones] : before) {
        const auto at = after.find(key);
        while (at != after.end() && !old_ones.empty() && !at->second.empty()) {
            pairs.emplace_back(old_ones.front(), at->second.front());
            old_ones.erase(old_ones.begin());
            at->second.erase(at->second.begin());
        }
    }
}

}  // namespace

RelationPairs match_relations(const ActorGraph& old_graph, const std::vector<SaidSubject>& old_ones,
                              const ActorGraph& new_graph,
                              const std::vector<SaidSubject>& new_ones) {
    RelationPairs pairs;
    std::map<std::string, const SaidSubject*> by_id;
    for (const SaidSubject& subject : new_ones) {
        if (!id_of(subject).empty()) by_id.emplace(id_of(subject), &subject);
    }
    std::set<const SaidSubject*> taken;
    ByEnds old_named, old_bare, new_named, new_bare;  // with an id, and without
    for (const SaidSubject& subject : old_ones) {
        const std::string id = id_of(subject);
        const auto at = by_id.find(id);
        if (at != by_id.end()) {
            pairs.emplace_back(&subject, at->second);
            taken.insert(at->second);
        } else {
            (id.empty() ? old_bare : old_named)[ends_of(old_graph, subject)].push_back(&subject);
        }
    }
    for (const SaidSubject& subject : new_ones) {
        if (!taken.contains(&subject))
            (id_of(subject).empty() ? new_bare : new_named)[ends_of(new_graph, subject)].push_back(
                &subject);
    }
    pair_up(old_bare, new_bare, pairs);
    pair_up(old_bare, new_named, pairs);
    pair_up(old_named, new_bare, pairs);
    for (const ByEnds* rest : {&old_bare, &old_named}) {
        for (const auto& [key, subjects] : *rest) {
            for (const SaidSubject* subject : subjects) pairs.emplace_back(subject, nullptr);
        }
    }
    for (const ByEnds* rest : {&new_bare, &new_named}) {
        for (const auto& [key, subjects] : *rest) {
            for (const SaidSubject* subject : subjects) pairs.emplace_back(nullptr, subject);
        }
    }
    return pairs;
}

}  // namespace actormap
