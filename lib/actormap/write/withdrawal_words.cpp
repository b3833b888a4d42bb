#include <actormap/write/withdrawal_words.hpp>

namespace actormap {

WithdrawalWords::WithdrawalWords(const ActorGraph& graph)
    : graph_(graph), of_claims_(graph.claims().size()) {
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const ClaimRange& range = graph.relations()[r].claims;
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c)
            of_claims_[c] = static_cast<RelationId>(r);
    }
}

std::string WithdrawalWords::id(const Withdrawal& withdrawal) const {
    switch (withdrawal.kind) {
        case WithdrawalKind::source:
            return graph_[static_cast<SourceId>(withdrawal.position)].id;
        case WithdrawalKind::speaker:
            return graph_[static_cast<SpeakerId>(withdrawal.position)].id;
        case WithdrawalKind::claim:
            return graph_[static_cast<ClaimId>(withdrawal.position)].id.str();
    }
    return {};
}

std::string WithdrawalWords::label(const Withdrawal& withdrawal) const {
    if (withdrawal.kind == WithdrawalKind::speaker)
        return graph_[static_cast<SpeakerId>(withdrawal.position)].name;
    if (withdrawal.kind == WithdrawalKind::source) {
        const Source& source = graph_[static_cast<SourceId>(withdrawal.position)];
        return source.title.empty() ? source.url : source.title;
    }
    const auto id = static_cast<ClaimId>(withdrawal.position);
    const Claim& claim = graph_[id];
    std::string text = relation(relation_of(id)) + ", " + std::string(to_string(claim.stance)) +
                       ' ' + graph_[claim.by].id;
    if (!claim.date.empty()) text += ' ' + to_string(claim.date);
    if (claim.source) text += " in " + graph_[*claim.source].id;
    return text;
}

std::string WithdrawalWords::relation(RelationId id) const {
    const Relation& it = graph_[id];
    return graph_[it.from].id + ' ' + it.type.str() + ' ' + graph_[it.to].id;
}

}  // namespace actormap
