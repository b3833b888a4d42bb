#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/ranking.hpp>

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

enum class WithdrawalKind : std::uint8_t { source, speaker, claim };
[[nodiscard]] std::string_view to_string(WithdrawalKind kind);

/// What can be withdrawn together: all that stands in a source, all that a speaker says, or one
/// claim. The first two are what `without` drops by their ids, where these name nobody else.
struct Withdrawal {
    WithdrawalKind kind = WithdrawalKind::source;
    std::uint32_t position = 0;  ///< in the graph's list of its kind

    auto operator<=>(const Withdrawal&) const = default;
};

/// Whether withdrawing it takes the claim away.
[[nodiscard]] bool takes(const ActorGraph& graph, const Withdrawal& withdrawal, ClaimId claim);

/// What makes the weights of a view's edges; called from any thread.
using Weigher = std::function<Weighting(const View&)>;

/// How a graph is ranked, time after time. The first measure of `ranking` counts, and `top` does
/// not; without a weigher edges weigh nothing.
struct RankingSetup {
    Lens lens = {};
    Direction direction = Direction::undirected;
    RankingOptions ranking = {};
    Weigher weigh = {};
};

/// Ranks a graph again without some of its claims. Keeps references to both; safe to share.
class Withdrawing {
  public:
    Withdrawing(const ActorGraph& graph, const RankingSetup& setup);

    /// The claims about relations that the lens shows, ascending. Those that their speakers took
    /// back are among them, since they stand again without the retraction; and those that are
    /// hidden only for what the lens does with disputed relations, since they decide which are.
    [[nodiscard]] const std::vector<ClaimId>& claims() const { return claims_; }

    /// The sources and speakers of those claims; by kind, then id.
    [[nodiscard]] std::vector<Withdrawal> parties() const;

    /// Which of the graph's claims are set aside, as `apply` wants it.
    [[nodiscard]] std::vector<std::uint8_t> set_aside(
        const std::vector<Withdrawal>& withdrawals) const;

    /// What the network is then, as a text: equal texts, equal rankings. It says which relations
    /// exist and, where edges weigh something, which claims are visible.
    [[nodiscard]] std::string key(const std::vector<std::uint8_t>& set_aside) const;

    [[nodiscard]] View view(const std::vector<std::uint8_t>& set_aside = {}) const;

    /// The whole ranking of a view by the first measure.
    /// Throws  as `rank`
    [[nodiscard]] Ranking whole_ranking(const View& view, const Run& run) const;

    /// The same; nothing if the measure does not exist for the network.
    /// Throws  as `rank`, but not measure-undefined
    [[nodiscard]] std::optional<Ranking> ranking(const View& view, const Run& run) const;

  private:
    const ActorGraph& graph_;
    const RankingSetup& setup_;
    std::vector<ClaimId> claims_;
};

}  // namespace actormap
