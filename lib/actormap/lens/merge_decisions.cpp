#include <actormap/base/text.hpp>
#include <actormap/lens/merge_candidates.hpp>
#include <actormap/lens/merge_decisions.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr int most_rounds = 16;  // a hostile input must not make one for each of its entities

class Decider {
  public:
    explicit Decider(const ActorGraph& graph)
        : graph_(graph),
          groups_(graph),
          recorded_(recorded_judgements(graph)),
          derived_(derived_judgements(graph, recorded_)) {}

    MergeDecisions decide() {
        forbid(recorded_);
        follow_records();
        forbid(derived_);
        std::vector<Refusal> refusals;
        MergeCandidates candidates(graph_, groups_, reasons_, refusals);
        for (int round = 0; round < most_rounds; ++round) {
            refusals.clear();
            bool united = candidates.by_key(UnionKind::attack_id);
            united = candidates.by_judgement(derived_) || united;
            united = candidates.by_key(UnionKind::country) || united;
            united = candidates.by_key(UnionKind::name) || united;
            if (!united) break;
        }
        refusals_.insert(refusals_.end(), refusals.begin(), refusals.end());
        std::sort(refusals_.begin(), refusals_.end());
        refusals_.erase(std::unique(refusals_.begin(), refusals_.end()), refusals_.end());
        return {lists(), std::move(reasons_), std::move(refusals_)};
    }

  private:
    void forbid(const JudgedPairs& pairs) {
        for (const auto& [pair, judged] : pairs) {
            if (judged.verdict != Verdict::same) groups_.forbid(pair.first, pair.second);
        }
    }

    /// Recorded judgements unite what a file keeps apart as well.
    void follow_records() {
        for (const auto& [pair, judged] : recorded_) {
            if (judged.verdict != Verdict::same) continue;
            const EntityId first = groups_.find(pair.first), second = groups_.find(pair.second);
            const auto obstacle =
                first == second ? std::nullopt : groups_.obstacle(first, second, false);
            if (obstacle) {
                refusals_.push_back(refusal(graph_, pair, *obstacle));
                continue;
            }
            if (first != second) groups_.unite(first, second);
            reasons_.insert(reasons_.end(), judged.reasons.begin(), judged.reasons.end());
        }
    }

    [[nodiscard]] std::vector<std::vector<EntityId>> lists() const {
        std::vector<std::vector<EntityId>> result;
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (groups_.find(id) == id && groups_.members(id).size() > 1)
                result.push_back(groups_.members(id));
        }
        return result;
    }

    const ActorGraph& graph_;
    MergeGroups groups_;
    JudgedPairs recorded_, derived_;
    std::vector<UnionReason> reasons_;
    std::vector<Refusal> refusals_;
};

}  // namespace

MergeDecisions decide_merge(const ActorGraph& graph) {
    return Decider(graph).decide();
}

}  // namespace actormap
