#pragma once

#include <actormap/study/ranking.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace actormap {

/// The entities of the steps of a timeline in order, and of these the first `top` alone: by the
/// value of the first measure in the last step, then in the one before it, and so on; then by id.
/// The steps are told from the last to the first, so that what can no longer be among the first is
/// known early.
class TimelineOrder {
  public:
    TimelineOrder(std::size_t entities, std::optional<std::size_t> top, bool ascending);

    /// The step before those that were told.
    void add(const Ranking& step);

    /// Whether the entity was in a step and can still be among the first.
    [[nodiscard]] bool keeps(EntityId id) const { return kept_[index(id)] != 0; }
    /// How many it keeps. More than `top` while later steps leave a tie.
    [[nodiscard]] std::size_t size() const { return standings_.size(); }
    /// All of them in order, at most `top`. No step may follow.
    [[nodiscard]] std::vector<EntityId> finish();

  private:
    /// An entity, and how many come before it whatever the steps to come say.
    struct Standing {
        EntityId entity;
        std::size_t place;
    };
    void drop_from(std::size_t place);

    std::optional<std::size_t> top_;
    bool ascending_;
    std::vector<Standing> standings_;  // ascending by place and id
    std::size_t unplaced_ = 0;         // the place of those that had no value so far, seen or not
    std::vector<std::uint8_t> kept_;   // of each entity
    std::vector<double> keys_;         // of each entity, in the step that is added
};

}  // namespace actormap
