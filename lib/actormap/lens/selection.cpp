#include <actormap/lens/perspective.hpp>
#include <actormap/lens/revocation.hpp>
#include <actormap/lens/selection.hpp>
#include <actormap/model/lifecycle.hpp>

#include <algorithm>
#include <compare>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace actormap {
namespace {

/// A claim that takes back what its speaker said until a day.
struct Retraction {
    SpeakerId by;
    Day day;
    std::uint32_t claim;

    auto operator<=>(const Retraction&) const = default;
};

class Selector {
  public:
    Selector(const ActorGraph& graph, const Lens& lens, SetAside set_aside)
        : graph_(graph),
          lens_(lens),
          set_aside_(set_aside),
          according_to_(graph, lens.according_to),
          without_(graph, lens.without) {}

    Selection select() {
        check_options();
        result_.combining = lens_.combining;
        result_.claims.assign(graph_.claims().size(), ClaimState::hidden);
        result_.relations.assign(graph_.relations().size(), RelationState::hidden);
        admit_speakers();
        admit_entities();
        for (std::size_t r = 0; r < graph_.relations().size(); ++r)
            result_.relations[r] = judge_relation(graph_[static_cast<RelationId>(r)]);
        judge_names();
        count_undated_claims();
        return std::move(result_);
    }

  private:
    void check_options() const {
        if (lens_.min_confidence && *lens_.min_confidence > 100)
            throw Error("option-range", "a confidence of " + std::to_string(*lens_.min_confidence) +
                                            " is not 0 to 100");
        if (lens_.combining.assume > 100)
            throw Error("option-range", "the assumed confidence must be from 0 to 100");
        if (backwards({lens_.since, lens_.until}))
            throw Error("option-range", "since " + to_string(lens_.since) + " is after until " +
                                            to_string(lens_.until) + "; exchange them");
        if (!set_aside_.empty() && set_aside_.size() != graph_.claims().size())
            throw Error("option-range", "there are " + std::to_string(set_aside_.size()) +
                                            " marks for " + std::to_string(graph_.claims().size()) +
                                            " claims to set aside; give one for each, or none");
    }

    void admit_speakers() {
        result_.speakers.assign(graph_.speakers().size(), 0);
        for (std::size_t s = 0; s < result_.speakers.size(); ++s) {
            const auto id = static_cast<SpeakerId>(s);
            const bool wanted = according_to_.empty() || according_to_.names(id);
            result_.speakers[s] = wanted && !without_.names(id) ? 1 : 0;
        }
    }

    void admit_entities() {
        result_.stand_ins = stand_ins(graph_, lens_.revoked);
        result_.entities.assign(graph_.entities().size(), 0);
        for (std::size_t e = 0; e < result_.entities.size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (result_.stand_ins[e] != OptionalId(id)) {
                if (!graph_[id].undefined) ++result_.counts.retired_entities;
            } else if (graph_[id].marking > lens_.tlp) {
                ++result_.counts.withheld_entities;
            } else {
                result_.entities[e] = 1;
            }
        }
    }

    RelationState judge_relation(const Relation& relation) {
        if (is_left_out(relation)) return RelationState::hidden;
        const bool timed = !lens_.since.empty() || !lens_.until.empty();
        if (timed && !relation.when.empty() && !overlap(relation.when, {lens_.since, lens_.until}))
            return RelationState::hidden;
        const RelationState state = judge_claims(relation.claims, {&relation, relation.from});
        if ((lens_.disputed == Disputed::exclude && opposed_) ||
            (lens_.disputed == Disputed::only && !opposed_)) {
            hide(relation.claims);  // as where the time keeps a relation out
            return RelationState::hidden;
        }
        if (timed && relation.when.empty() && exists(state)) ++result_.counts.undated_relations;
        return state;
    }

    /// Whether revocation, a missing end or a marking keeps the relation out; counts it.
    bool is_left_out(const Relation& relation) {
        const auto from = result_.stand_ins[index(relation.from)];
        const auto to = result_.stand_ins[index(relation.to)];
        if (graph_[relation.from].undefined || graph_[relation.to].undefined)
            ++result_.counts.undefined_relations;
        else if (!from || !to ||
                 (lens_.revoked != Revoked::include && is_retired(relation.properties)))
            ++result_.counts.retired_relations;
        else if (relation.marking > lens_.tlp || is_withheld(relation.from, *from) ||
                 is_withheld(relation.to, *to))
            ++result_.counts.withheld_relations;
        else
            return false;
        return true;
    }

    /// Whether an end is marked above the level, or who stands for it is: what is said of one that
    /// was replaced names it.
    [[nodiscard]] bool is_withheld(EntityId end, EntityId stand_in) const {
        return graph_[end].marking > lens_.tlp || result_.entities[index(stand_in)] == 0;
    }

    void judge_names() {
        for (std::size_t e = 0; e < result_.entities.size(); ++e) {
            if (result_.entities[e] == 0) continue;
            const Subject subject{nullptr, static_cast<EntityId>(e)};
            for (const Name& name : graph_[subject.entity].names) {
                if (name.marking <= lens_.tlp) judge_claims(name.claims, subject);
            }
        }
    }

    /// Judges the claims of one relation or name, and what they make of it together.
    RelationState judge_claims(const ClaimRange& range, const Subject& subject) {
        bool any = false, carried = false;
        opposed_ = false;
        find_retractions(range, subject);
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const Claim& claim = graph_[static_cast<ClaimId>(c)];
            if (!admits(claim, c, subject)) continue;
            any = true;
            const Retraction* retraction = retraction_of(claim);
            const bool withdrawn = claim.stance != Stance::retracts && retraction;
            result_.claims[c] = withdrawn ? ClaimState::withdrawn : ClaimState::visible;
            if (withdrawn) result_.claims[retraction->claim] = ClaimState::visible;
            carried = carried || (carries(claim.stance) && !withdrawn);
            opposed_ = opposed_ || (opposes(claim.stance) && !withdrawn);
        }
        if (!any) return RelationState::hidden;
        if (!carried) return RelationState::unclaimed;
        return opposed_ ? RelationState::disputed : RelationState::holds;
    }

    void hide(const ClaimRange& range) {
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c)
            result_.claims[c] = ClaimState::hidden;
    }

    bool admits(const Claim& claim, std::uint32_t c, const Subject& subject) {
        if (graph_.marking(claim) > lens_.tlp) {
            ++result_.counts.withheld_claims;
            return false;
        }
        if (!said_by_then(claim) || drops(claim, c, subject)) return false;
        if (!according_to_.empty() && !according_to_.matches(claim, subject)) return false;
        // Doubts state no confidence of their own: a threshold must not silence them.
        return !lens_.min_confidence || !carries(claim.stance) ||
               (claim.confidence && claim.confidence->value >= *lens_.min_confidence);
    }

    /// Whether it is set aside, or one of those that `without` names.
    [[nodiscard]] bool drops(const Claim& claim, std::uint32_t c, const Subject& subject) {
        return (!set_aside_.empty() && set_aside_[c] != 0) || without_.matches(claim, subject);
    }

    [[nodiscard]] bool said_by_then(const Claim& claim) const {
        return lens_.as_of.empty() || claim.date.empty() ||
               claim.date.last_day() <= lens_.as_of.last_day();
    }

    /// Notes who took something back, as far as the date and `without` let us know. Whom the lens
    /// listens to does not matter: a retraction is known wherever it stands, and is visible beside
    /// what it withdraws.
    void find_retractions(const ClaimRange& range, const Subject& subject) {
        retractions_.clear();
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const Claim& claim = graph_[static_cast<ClaimId>(c)];
            if (claim.stance != Stance::retracts || graph_.marking(claim) > lens_.tlp ||
                !said_by_then(claim) || drops(claim, c, subject))
                continue;
            const Day day =
                claim.date.empty() ? std::numeric_limits<Day>::max() : claim.date.last_day();
            retractions_.push_back({claim.by, day, c});
        }
        std::sort(retractions_.begin(), retractions_.end());
    }

    /// The last retraction by the claim's speaker, unless the claim was said again on a later day.
    [[nodiscard]] const Retraction* retraction_of(const Claim& claim) const {
        const auto after = std::upper_bound(
            retractions_.begin(), retractions_.end(), claim.by,
            [](SpeakerId by, const Retraction& retraction) { return by < retraction.by; });
        if (after == retractions_.begin()) return nullptr;
        const Retraction& last = *std::prev(after);
        const bool again = !claim.date.empty() && claim.date.first_day() > last.day;
        return last.by == claim.by && !again ? &last : nullptr;
    }

    void count_undated_claims() {
        if (lens_.as_of.empty()) return;
        for (std::size_t c = 0; c < result_.claims.size(); ++c) {
            if (result_.claims[c] == ClaimState::visible &&
                graph_[static_cast<ClaimId>(c)].date.empty())
                ++result_.counts.undated_claims;
        }
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    SetAside set_aside_;
    Perspective according_to_;
    Perspective without_;
    Selection result_;
    bool opposed_ = false;                 // of what was judged last
    std::vector<Retraction> retractions_;  // of what is judged, ascending
};

}  // namespace

bool exists(RelationState state) {
    return state == RelationState::holds || state == RelationState::disputed;
}

Selection select(const ActorGraph& graph, const Lens& lens, SetAside set_aside) {
    return Selector(graph, lens, set_aside).select();
}

bool in_use(const ActorGraph& graph, const Lens& lens, const Selection& selection,
            const Name& name) {
    if (name.marking > lens.tlp) return false;
    if (name.claims.count != 0) {
        for (std::uint32_t c = name.claims.first; c < name.claims.first + name.claims.count; ++c) {
            if (is_carrying(graph, selection, static_cast<ClaimId>(c))) return true;
        }
        return false;
    }
    if (!name.by) return true;
    if (!lens.as_of.empty() && !name.since.empty() && name.since.last_day() > lens.as_of.last_day())
        return false;
    return selection.speakers[index(*name.by)] != 0;
}

bool is_carrying(const ActorGraph& graph, const Selection& selection, ClaimId claim) {
    return selection[claim] == ClaimState::visible && carries(graph[claim].stance);
}

std::vector<ClaimId> carrying_claims(const ActorGraph& graph, const Selection& selection,
                                     RelationId relation) {
    std::vector<ClaimId> carrying;
    const ClaimRange& range = graph[relation].claims;
    for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
        const auto id = static_cast<ClaimId>(c);
        if (is_carrying(graph, selection, id)) carrying.push_back(id);
    }
    return carrying;
}

}  // namespace actormap
