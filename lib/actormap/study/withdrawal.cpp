#include <actormap/base/sha256.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/withdrawal.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<WithdrawalKind, 3> words{{"source", "speaker", "claim"}};

/// A bit for each item, eight in a byte.
class Bits {
  public:
    void add(bool bit) {
        if (used_ == 0) text_ += '\0';
        if (bit)
            text_.back() =
                static_cast<char>(static_cast<unsigned char>(text_.back()) | (1U << used_));
        used_ = (used_ + 1) % 8;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
    unsigned used_ = 0;  // bits of the last byte
};

}  // namespace

std::string_view to_string(WithdrawalKind kind) {
    return words[kind];
}

bool takes(const ActorGraph& graph, const Withdrawal& withdrawal, ClaimId claim) {
    const Claim& it = graph[claim];
    switch (withdrawal.kind) {
        case WithdrawalKind::source:
            return it.source && index(*it.source) == withdrawal.position;
        case WithdrawalKind::speaker:
            return index(it.by) == withdrawal.position;
        case WithdrawalKind::claim:
            return index(claim) == withdrawal.position;
    }
    return false;
}

Withdrawing::Withdrawing(const ActorGraph& graph, const RankingSetup& setup)
    : graph_(graph), setup_(setup) {
    Lens lens = setup.lens;
    lens.disputed = Disputed::include;
    const Selection selection = select(graph, lens);
    for (const Relation& relation : graph.relations()) {
        for (std::uint32_t i = 0; i < relation.claims.count; ++i) {
            const auto claim = static_cast<ClaimId>(relation.claims.first + i);
            if (selection[claim] != ClaimState::hidden) claims_.push_back(claim);
        }
    }
    std::sort(claims_.begin(), claims_.end());
}

std::vector<Withdrawal> Withdrawing::parties() const {
    std::vector<Withdrawal> all;
    for (const ClaimId id : claims_) {
        const Claim& claim = graph_[id];
        if (claim.source)
            all.push_back(
                {WithdrawalKind::source, static_cast<std::uint32_t>(index(*claim.source))});
        all.push_back({WithdrawalKind::speaker, static_cast<std::uint32_t>(index(claim.by))});
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<std::uint8_t> Withdrawing::set_aside(const std::vector<Withdrawal>& withdrawals) const {
    std::vector<std::uint8_t> result(graph_.claims().size(), 0);
    for (std::size_t c = 0; c < result.size(); ++c) {
        const bool taken = std::any_of(
            withdrawals.begin(), withdrawals.end(),
            [&](const Withdrawal& w) { return takes(graph_, w, static_cast<ClaimId>(c)); });
        result[c] = taken ? 1 : 0;
    }
    return result;
}

std::string Withdrawing::key(const std::vector<std::uint8_t>& set_aside) const {
    const Selection selection = select(graph_, setup_.lens, set_aside);
    Bits bits;
    for (const RelationState state : selection.relations) bits.add(exists(state));
    if (setup_.weigh) {
        for (const ClaimState state : selection.claims) bits.add(state == ClaimState::visible);
    }
    return sha256(bits.text());
}

View Withdrawing::view(const std::vector<std::uint8_t>& set_aside) const {
    return apply(graph_, setup_.lens, setup_.direction, set_aside);
}

Ranking Withdrawing::whole_ranking(const View& view, const Run& run) const {
    RankingOptions options = setup_.ranking;
    if (options.measures.size() > 1) options.measures.resize(1);
    options.top.reset();
    return rank(graph_, view, options, setup_.weigh ? setup_.weigh(view) : Weighting{}, run);
}

std::optional<Ranking> Withdrawing::ranking(const View& view, const Run& run) const {
    try {
        return whole_ranking(view, run);
    } catch (const Error& error) {
        if (error.id() != "measure-undefined") throw;
        return std::nullopt;
    }
}

}  // namespace actormap
