#include <actormap/base/parallel.hpp>
#include <actormap/study/stability.hpp>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace actormap {
namespace {

/// The entities at the top; nothing if the measure does not exist.
using Top = std::optional<std::vector<EntityId>>;

/// Who is at the top of each network, measured once. Two threads may measure the same one; they
/// find the same.
class Tops {
  public:
    Tops(const Withdrawing& withdrawing, std::size_t top) : withdrawing_(withdrawing), top_(top) {}

    Top of(const std::vector<Withdrawal>& who, const Run& run) {
        const std::vector<std::uint8_t> set_aside = withdrawing_.set_aside(who);
        std::string key = withdrawing_.key(set_aside);
        {
            const std::lock_guard lock(guard_);
            if (const auto at = known_.find(key); at != known_.end()) return at->second;
        }
        Top top = top_of(withdrawing_.ranking(withdrawing_.view(set_aside), run));
        const std::lock_guard lock(guard_);
        return known_.emplace(std::move(key), std::move(top)).first->second;
    }

    [[nodiscard]] Top top_of(const std::optional<Ranking>& ranking) const {
        if (!ranking) return std::nullopt;
        std::vector<EntityId> set;
        for (const RankingRow& row : ranking->rows) {
            if (row.rank <= top_) set.push_back(row.entity);
        }
        std::sort(set.begin(), set.end());
        return set;
    }

  private:
    const Withdrawing& withdrawing_;
    std::size_t top_;
    std::mutex guard_;
    std::unordered_map<std::string, Top> known_;
};

std::vector<EntityId> only_in(const std::vector<EntityId>& one,
                              const std::vector<EntityId>& other) {
    std::vector<EntityId> result;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(result));
    return result;
}

/// Which withdrawals are a part of others, as far as their claims are in the lens.
class Parts {
  public:
    Parts(const ActorGraph& graph, const std::vector<ClaimId>& claims)
        : graph_(graph), speaker_of_(graph.sources().size()), source_of_(graph.speakers().size()) {
        for (const ClaimId id : claims) {
            const Claim& claim = graph[id];
            if (claim.source) note(speaker_of_[index(*claim.source)], claim.by);
            note(source_of_[index(claim.by)], claim.source);
        }
    }

    /// Whether one of two takes away nothing that the other doesn't; in ascending order.
    [[nodiscard]] bool nested(const Withdrawal& first, const Withdrawal& second) const {
        using enum WithdrawalKind;
        if (second.kind == claim)
            return first.kind != claim &&
                   takes(graph_, first, static_cast<ClaimId>(second.position));
        if (first.kind != source || second.kind != speaker) return false;
        const auto& by = speaker_of_[first.position];
        const auto& in = source_of_[second.position];
        return (by.one && index(*by.it) == second.position) ||
               (in.one && in.it && index(*in.it) == first.position);
    }

    /// How many of the pairs of these, which ascend, are nested.
    [[nodiscard]] std::size_t count_nested(const std::vector<Withdrawal>& all) const {
        std::size_t count = 0;
        const auto count_pair = [&](const Withdrawal& first, const Withdrawal& second) {
            if (std::binary_search(all.begin(), all.end(), first) && nested(first, second)) ++count;
        };
        const auto position = [](auto id) { return static_cast<std::uint32_t>(index(id)); };
        for (const Withdrawal& w : all) {
            if (w.kind == WithdrawalKind::claim) {
                const Claim& claim = graph_[static_cast<ClaimId>(w.position)];
                if (claim.source) count_pair({WithdrawalKind::source, position(*claim.source)}, w);
                count_pair({WithdrawalKind::speaker, position(claim.by)}, w);
            } else if (w.kind == WithdrawalKind::speaker) {
                const auto& in = source_of_[w.position];
                if (in.one && in.it) count_pair({WithdrawalKind::source, position(*in.it)}, w);
            } else {
                const auto& by = speaker_of_[w.position];
                const Withdrawal speaker{WithdrawalKind::speaker, position(*by.it)};
                const auto& in = source_of_[speaker.position];
                const bool counted = in.one && in.it && index(*in.it) == w.position;
                if (by.one && !counted && std::binary_search(all.begin(), all.end(), speaker))
                    ++count;
            }
        }
        return count;
    }

  private:
    /// The one speaker of a source's claims, or source of a speaker's, if there is only one.
    template <typename Id>
    struct Only {
        OptionalId<Id> it;
        bool any = false;
        bool one = false;
    };

    template <typename Id>
    static void note(Only<Id>& only, OptionalId<Id> id) {
        only.one = !only.any || (only.one && only.it == id);
        only.any = true;
        only.it = id;
    }
    template <typename Id>
    static void note(Only<Id>& only, Id id) {
        note(only, OptionalId<Id>(id));
    }

    const ActorGraph& graph_;
    std::vector<Only<SpeakerId>> speaker_of_;
    std::vector<Only<SourceId>> source_of_;
};

/// Sources, speakers and the claims that carry something, by kind and id.
std::vector<Withdrawal> all_singles(const ActorGraph& graph, const Withdrawing& withdrawing,
                                    const Selection& selection) {
    std::vector<Withdrawal> singles = withdrawing.parties();
    for (const ClaimId claim : withdrawing.claims()) {
        if (selection[claim] == ClaimState::visible && carries(graph[claim].stance))
            singles.push_back({WithdrawalKind::claim, static_cast<std::uint32_t>(index(claim))});
    }
    return singles;
}

class Trial {
  public:
    Trial(Tops& tops, Stability& result, const Run& run)
        : tops_(tops), result_(result), run_(run) {}

    /// Tries them all, and notes those that change the set; which ones do not.
    std::vector<std::size_t> try_all(const std::vector<std::vector<Withdrawal>>& tried,
                                     std::size_t done_before, std::size_t total) {
        std::vector<Top> tops(tried.size());
        const Run quiet{.stop = run_.stop};
        Run shared{.threads = run_.threads, .stop = run_.stop};
        if (run_.progress)
            shared.progress = [&](std::size_t done, std::size_t) {
                run_.progress(done_before + done, total);
            };
        for_each_item(
            tried.size(), tried.size(), shared, [](std::size_t) { return 0; },
            [&](int, std::size_t i) { tops[i] = tops_.of(tried[i], quiet); });
        std::vector<std::size_t> same;
        for (std::size_t i = 0; i < tried.size(); ++i) {
            if (tops[i] == result_.set) {
                same.push_back(i);
                continue;
            }
            const std::vector<EntityId> now = tops[i].value_or(std::vector<EntityId>());
            result_.rows.push_back({tried[i], only_in(now, result_.set), only_in(result_.set, now),
                                    !tops[i].has_value()});
        }
        return same;
    }

  private:
    Tops& tops_;
    Stability& result_;
    const Run& run_;
};

std::size_t pairs_of(std::size_t n) {
    return n < 2 ? 0 : n * (n - 1) / 2;
}

}  // namespace

Stability stability(const ActorGraph& graph, const RankingSetup& setup,
                    const StabilityOptions& options, const Run& run) {
    if (options.top == 0)
        throw Error("option-range", "a top of 0 holds nobody; give one of at least 1");
    const Withdrawing withdrawing(graph, setup);
    const View view = withdrawing.view();
    Tops tops(withdrawing, options.top);
    const Ranking whole = withdrawing.whole_ranking(view, {.stop = run.stop});
    Stability result{
        whole.measures.front(), options.top, *tops.top_of(whole), {}, 0, 0, true, view.marking};

    std::vector<std::vector<Withdrawal>> singles, pairs;
    for (const Withdrawal& w : all_singles(graph, withdrawing, view.selection))
        singles.push_back({w});
    result.singles = singles.size();
    const std::size_t total =
        singles.size() + std::min(pairs_of(singles.size()), options.most_pairs);
    Trial trial(tops, result, run);
    std::vector<Withdrawal> harmless;
    for (const std::size_t i : trial.try_all(singles, 0, total))
        harmless.push_back(singles[i].front());

    const Parts parts(graph, withdrawing.claims());
    result.pairs = pairs_of(harmless.size()) - parts.count_nested(harmless);
    result.pairs_tried = result.pairs <= options.most_pairs;
    for (std::size_t i = 0; result.pairs_tried && i < harmless.size(); ++i) {
        for (std::size_t j = i + 1; j < harmless.size(); ++j) {
            if (!parts.nested(harmless[i], harmless[j]))
                pairs.push_back({harmless[i], harmless[j]});
        }
    }
    static_cast<void>(trial.try_all(pairs, total - pairs.size(), total));
    return result;
}

}  // namespace actormap
