#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/withdrawal.hpp>

#include <string>
#include <vector>

namespace actormap {

/// How sources, speakers and claims are named where they are withdrawn. Keeps a reference to the
/// graph.
class WithdrawalWords {
  public:
    explicit WithdrawalWords(const ActorGraph& graph);

    /// The id of a source or speaker; of a claim its own, which most have not.
    [[nodiscard]] std::string id(const Withdrawal& withdrawal) const;
    /// The title of a source, or else its url; the name of a speaker; of a claim the relation, who
    /// says so, when, and in which source.
    [[nodiscard]] std::string label(const Withdrawal& withdrawal) const;
    /// "a uses b", by ids.
    [[nodiscard]] std::string relation(RelationId id) const;
    /// The relation that a claim is about; it must be about one.
    [[nodiscard]] RelationId relation_of(ClaimId claim) const { return of_claims_[index(claim)]; }

  private:
    const ActorGraph& graph_;
    std::vector<RelationId> of_claims_;
};

}  // namespace actormap
