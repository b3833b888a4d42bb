#pragma once

#include <actormap/lens/merge_evidence.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace actormap {

/// Which entities have become one so far, and which pairs may not. A group is named by its least
/// entity.
class MergeGroups {
  public:
    explicit MergeGroups(const ActorGraph& graph);

    /// Why two groups stay apart, and the two entities that it is about.
    struct Obstacle {
        RefusalKind kind;
        EntityId first, second;
        std::uint32_t file = 0;  ///< where a file keeps them apart
    };

    [[nodiscard]] EntityId find(EntityId entity) const;
    [[nodiscard]] const MergeTraits& traits(EntityId entity) const {
        return traits_[index(entity)];
    }
    /// The files that define a group's entities, with the entity, ascending.
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, EntityId>>& files(
        EntityId group) const {
        return groups_[index(group)].files;
    }
    [[nodiscard]] const std::vector<EntityId>& members(EntityId group) const {
        return groups_[index(group)].members;
    }

    /// No group will hold both.
    void forbid(EntityId first, EntityId second);
    /// Until `forgive` no group will hold both.
    void refuse(EntityId first, EntityId second);
    void forgive();

    /// Nothing if the two groups may become one; `files_count`: whether files keep entities apart.
    [[nodiscard]] std::optional<Obstacle> obstacle(EntityId first, EntityId second,
                                                   bool files_count = true) const;
    void unite(EntityId first, EntityId second);

  private:
    using Pairs = std::vector<std::pair<EntityId, EntityId>>;  // one of the group, one outside

    struct Group {
        std::vector<EntityId> members;
        std::vector<std::pair<std::uint32_t, EntityId>> files;
        std::string country;
        Pairs forbidden;
        Pairs refused;
    };

    [[nodiscard]] std::optional<Obstacle> between(const Pairs& pairs, EntityId other,
                                                  RefusalKind kind) const;
    [[nodiscard]] std::optional<Obstacle> common_file(const Group& first,
                                                      const Group& second) const;

    std::vector<MergeTraits> traits_;
    mutable std::vector<EntityId> parents_;
    std::vector<Group> groups_;  // of each entity; empty but for those that name a group
};

}  // namespace actormap
