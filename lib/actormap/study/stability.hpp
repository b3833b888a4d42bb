#pragma once

#include <actormap/study/withdrawal.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

struct StabilityOptions {
    std::size_t top = 5;               ///< at least 1
    std::size_t most_pairs = 300'000;  ///< where there are more, none is tried
};

/// What the top becomes when something is withdrawn.
struct StabilityRow {
    std::vector<Withdrawal> who;    ///< one or two, ascending
    std::vector<EntityId> entered;  ///< ascending
    std::vector<EntityId> left;     ///< ascending
    bool undefined = false;         ///< the measure does not exist any more, so all have left
};

/// How firm the top of a ranking is.
struct Stability {
    Measure measure = Measure::degree;
    std::size_t top = 0;
    std::vector<EntityId> set;  ///< those of a rank of at most `top`; ascending
    std::vector<StabilityRow>
        rows;                 ///< those that change the set: singles by kind and id, then pairs
    std::size_t singles = 0;  ///< how many were tried
    std::size_t pairs = 0;    ///< how many there are to be tried
    bool pairs_tried = true;  ///< false: there are more than `most_pairs`
    Tlp marking = Tlp::clear;
};

/// Which source, speaker or claim alone changes who is at the top when it is withdrawn, and which
/// two do so only together. At the top are the entities whose rank is at most `top`, so that all
/// who share the last rank belong to it.
///
/// Singles     every source and speaker that has a claim about a relation in the lens, one that
///             was taken back included, and every claim that carries one
/// Pairs       every two of them neither of which changes the set alone, and none of which is part
///             of the other: what they take away of the claims in the lens
/// Threads     the withdrawals are shared out; the same answer for any number
/// Cost        a selection for each withdrawal, a ranking for each different network that they
/// leave Throws      Error option-range if `top` is 0; measure-undefined if the measure does not
/// exist
///             for the whole network; those of `rank` and `apply`; Cancelled
[[nodiscard]] Stability stability(const ActorGraph& graph, const RankingSetup& setup,
                                  const StabilityOptions& options = {}, const Run& run = {});

}  // namespace actormap
