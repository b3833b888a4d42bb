#pragma once

#include <actormap/lens/view.hpp>

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// Says which country entities belong to, by the relations that exist under a view's selection.
class Homes {
  public:
    Homes(const ActorGraph& graph, const Selection& selection);

    /// Where an entity is: of a location its own country; else every country that it is located at
    /// or originates from without a doubt, ascending; else the least doubtful one. Empty: nowhere.
    [[nodiscard]] std::vector<std::string_view> places(EntityId id);

    /// Where it acts from: the country of whom it is attributed to, over up to four steps, the
    /// surest; else the surest of those it originates from or is located at.
    [[nodiscard]] std::optional<std::string_view> origin(EntityId id);

    /// The highest marking of the relations, claims and entities that led to the answers so far.
    [[nodiscard]] Tlp marking() const { return marking_; }

  private:
    /// A country, and how surely relations lead to it. The lesser is the better.
    struct Way {
        bool doubted = false;  ///< disputed, or nobody asserts it
        int unsure = 0;        ///< 100 less the confidence
        std::string_view country;
        Tlp marking = Tlp::clear;
    };

    /// By the relations that say where it is; the best first.
    [[nodiscard]] std::vector<Way> placed(EntityId id) const;
    /// By attributions, over at most so many of them.
    [[nodiscard]] std::optional<Way> attributed(EntityId id, int steps);
    [[nodiscard]] std::optional<Way> attributed_anew(EntityId id, int steps);
    /// What the relation itself adds to a way that goes over it.
    void weigh(Way& way, RelationId id) const;

    const ActorGraph& graph_;
    const Selection& selection_;
    std::map<std::pair<EntityId, int>, std::optional<Way>> known_;  // of `attributed`
    Tlp marking_ = Tlp::clear;
};

}  // namespace actormap
