#pragma once

#include <actormap/study/rests_on.hpp>
#include <actormap/study/withdrawal.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace actormap {

/// What becomes of an entity's rank when a source or a speaker is withdrawn.
struct ExplanationRow {
    Withdrawal who;
    bool gone = false;                ///< the entity is no longer in the network
    std::optional<std::size_t> rank;  ///< nothing: gone, or the measure does not exist there
    std::optional<double> value;      ///< nothing: the same, or it has no value for the entity
    /// The rank less the rank before: above 0 if the entity falls.
    std::optional<std::ptrdiff_t> rank_change;
    std::optional<double> value_change;
    /// What it says about the relations of the entity, as far as the lens shows it; ascending.
    std::vector<CarryingClaim> claims;
};

/// What an entity's rank rests on.
struct Explanation {
    EntityId entity{};
    Measure measure = Measure::degree;
    std::size_t rank = 0;
    std::optional<double> value;  ///< nothing if the measure has none for it
    std::size_t of = 0;           ///< how many entities are ranked
    std::vector<ExplanationRow> rows;
    std::size_t unchanged = 0;  ///< how many sources and speakers change neither rank nor value
    Tlp marking = Tlp::clear;
};

/// The rank of an entity without each source and without each speaker that has a claim about a
/// relation in the lens: as `rank` gives it where the lens has the id in `without`, provided that
/// the id names nobody else. Listed are those that change the rank, or the value to 12 significant
/// digits; the largest change first: where the entity is gone, then where the measure does not
/// exist, then by the change of the rank, of the value, by kind and id.
///
/// Threads     the withdrawals are shared out; the same answer for any number
/// Cost        a ranking for each different network that a withdrawal leaves
/// Throws      Error not-in-view if the lens shows the entity not at all or `of` does not list it;
///             measure-undefined; those of `rank` and `apply`; Cancelled
[[nodiscard]] Explanation explain(const ActorGraph& graph, EntityId entity,
                                  const RankingSetup& setup, const Run& run = {});

}  // namespace actormap
