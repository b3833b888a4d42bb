#pragma once

#include <actormap/lens/selection.hpp>

#include <optional>
#include <vector>

namespace actormap {

/// What speaks for or against a relation with one voice, by the surest claim of that voice.
struct Ground {
    ClaimId claim;  ///< of several that are as sure, the first
    /// Whose evidence it is: the surest that does more than support; `claim` if none does.
    ClaimId evidence;
    double confidence = 0;  ///< of `claim`, 0 to 1
};

/// The independent grounds of a relation among its visible claims.
///
/// Claims have one voice if the claims that they go back to (`ActorGraph::root`) are one, or have
/// the same speaker, or stand in the same source, or if this links them through others. `supports`
/// brings no evidence of its own: a voice that only supports is part of the surest of the others,
/// or with its like a voice of its own where nothing else is. So repeating a claim, or saying it in
/// two places, adds none.
struct Grounds {
    std::vector<Ground> carrying;  ///< by claim
    std::vector<Ground> opposing;  ///< the same of claims that dispute or deny
};

/// Under `Combine::max` all that carry are taken for one voice, and all that oppose. Without
/// `Denials::weigh` nothing opposes. A claim that states no confidence has the assumed one.
/// O(k log k) for k claims.
[[nodiscard]] Grounds grounds(const ActorGraph& graph, const Selection& selection,
                              RelationId relation);

/// How likely the grounds make it that a relation holds, 0 to 1: one of those that carry it is
/// right, and none of those that oppose it.
///
///     (1 - product over carrying of (1 - c)) * product over opposing of (1 - d)
[[nodiscard]] double belief(const Grounds& grounds);
[[nodiscard]] double belief(const ActorGraph& graph, const Selection& selection,
                            RelationId relation);

/// How many independent voices carry the relation, whatever the lens's rule of combination.
[[nodiscard]] std::size_t independent_voices(const ActorGraph& graph, const Selection& selection,
                                             RelationId relation);

/// The confidence that is stated for a relation, if a claim that carries it states one: of one
/// ground that of its surest claim, with its words and its range; of several what their values,
/// and the ends of their ranges, combine to, rounded to whole numbers, of which 0 and 100 are left
/// to what is certain. Claims that carry it and state none are passed over; what opposes it and
/// states none has the assumed one.
[[nodiscard]] std::optional<Confidence> confidence(const ActorGraph& graph,
                                                   const Selection& selection, RelationId relation);

}  // namespace actormap
