#include <actormap/lens/merge_groups.hpp>

#include <algorithm>
#include <iterator>

namespace actormap {
namespace {

/// Appends the smaller list to the larger, so that all uniting costs O(n log n).
template <typename Value>
void join_lists(std::vector<Value>& to, std::vector<Value>& from) {
    if (to.size() < from.size()) to.swap(from);
    to.insert(to.end(), from.begin(), from.end());
    from = {};
}

}  // namespace

MergeGroups::MergeGroups(const ActorGraph& graph) {
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const auto id = static_cast<EntityId>(e);
        traits_.push_back(merge_traits(graph[id]));
        parents_.push_back(id);
        Group& group = groups_.emplace_back();
        group.members.push_back(id);
        group.country = traits_.back().country;
        for (const std::uint32_t file : traits_.back().files) group.files.emplace_back(file, id);
    }
}

EntityId MergeGroups::find(EntityId entity) const {
    while (parents_[index(entity)] != entity) {
        EntityId& parent = parents_[index(entity)];
        parent = parents_[index(parent)];
        entity = parent;
    }
    return entity;
}

void MergeGroups::forbid(EntityId first, EntityId second) {
    groups_[index(find(first))].forbidden.emplace_back(first, second);
    groups_[index(find(second))].forbidden.emplace_back(second, first);
}

void MergeGroups::refuse(EntityId first, EntityId second) {
    groups_[index(find(first))].refused.emplace_back(first, second);
    groups_[index(find(second))].refused.emplace_back(second, first);
}

void MergeGroups::forgive() {
    for (Group& group : groups_) group.refused.clear();
}

std::optional<MergeGroups::Obstacle> MergeGroups::obstacle(EntityId first, EntityId second,
                                                           bool files_count) const {
    const Group &a = groups_[index(first)], &b = groups_[index(second)];
    const MergeTraits &one = traits(first), &other = traits(second);
    if (!one.active || !other.active) return Obstacle{RefusalKind::inactive, first, second};
    if (one.kind != other.kind ||
        (!a.country.empty() && !b.country.empty() && a.country != b.country))
        return Obstacle{RefusalKind::other_type, first, second};
    const auto pairs = [&](Pairs Group::*list, RefusalKind kind) {
        return (a.*list).size() < (b.*list).size() ? between(a.*list, second, kind)
                                                   : between(b.*list, first, kind);
    };
    if (const auto found = pairs(&Group::forbidden, RefusalKind::judged)) return found;
    if (!files_count) return std::nullopt;
    if (const auto found = common_file(a, b)) return found;
    return pairs(&Group::refused, RefusalKind::ambiguous);
}

std::optional<MergeGroups::Obstacle> MergeGroups::between(const Pairs& pairs, EntityId other,
                                                          RefusalKind kind) const {
    std::optional<Obstacle> least;  // whatever the order of the list
    for (const auto& [inside, outside] : pairs) {
        if (find(outside) != other) continue;
        const auto [a, b] = std::minmax(inside, outside);
        if (!least || std::pair(a, b) < std::pair(least->first, least->second))
            least = Obstacle{kind, a, b};
    }
    return least;
}

std::optional<MergeGroups::Obstacle> MergeGroups::common_file(const Group& first,
                                                              const Group& second) const {
    auto a = first.files.begin();
    auto b = second.files.begin();
    while (a != first.files.end() && b != second.files.end()) {
        if (a->first == b->first)
            return Obstacle{RefusalKind::apart, std::min(a->second, b->second),
                            std::max(a->second, b->second), a->first};
        ++(a->first < b->first ? a : b);
    }
    return std::nullopt;
}

void MergeGroups::unite(EntityId first, EntityId second) {
    const auto [lesser, greater] = std::minmax(first, second);
    Group &to = groups_[index(lesser)], &from = groups_[index(greater)];
    parents_[index(greater)] = lesser;
    join_lists(to.members, from.members);
    join_lists(to.forbidden, from.forbidden);
    join_lists(to.refused, from.refused);
    if (to.country.empty()) to.country = from.country;
    std::vector<std::pair<std::uint32_t, EntityId>> files;
    std::merge(to.files.begin(), to.files.end(), from.files.begin(), from.files.end(),
               std::back_inserter(files));
    to.files = std::move(files);
    from = {};
}

}  // namespace actormap
