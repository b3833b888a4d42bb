#include <actormap/model/actor_graph.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// Where `id` stands in a list that ascends by id.
template <typename Id, typename Record>
std::optional<Id> find(const std::vector<Record>& records, std::string_view id) {
    const auto at = std::lower_bound(
        records.begin(), records.end(), id,
        [](const Record& record, std::string_view wanted) { return record.id < wanted; });
    if (at == records.end() || at->id != id) return std::nullopt;
    return static_cast<Id>(at - records.begin());
}

}  // namespace

bool Entity::has_role(std::string_view role) const {
    return std::binary_search(roles.begin(), roles.end(), role);
}

std::optional<EntityId> ActorGraph::find_entity(std::string_view id) const {
    return find<EntityId>(entities_, id);
}

std::optional<SpeakerId> ActorGraph::find_speaker(std::string_view id) const {
    return find<SpeakerId>(speakers_, id);
}

std::optional<SourceId> ActorGraph::find_source(std::string_view id) const {
    return find<SourceId>(sources_, id);
}

Position ActorGraph::where(const Place& place) const {
    if (place.file() >= files_.size()) return {};
    return {files_[place.file()].name, place.line(), place.column()};
}

Tlp ActorGraph::marking(const Claim& claim) const {
    if (!claim.source) return claim.marking;
    return std::max(claim.marking, (*this)[*claim.source].marking);
}

bool ActorGraph::operator==(const ActorGraph& other) const {
    return title_ == other.title_ && as_of_ == other.as_of_ && properties_ == other.properties_ &&
           speakers_ == other.speakers_ && sources_ == other.sources_ &&
           entities_ == other.entities_ && relations_ == other.relations_ &&
           claims_ == other.claims_ && judgements_ == other.judgements_;
}

}  // namespace actormap
