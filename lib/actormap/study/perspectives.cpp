#include <actormap/base/calendar.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/listed_relations.hpp>
#include <actormap/study/perspectives.hpp>
#include <actormap/study/profile.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<SideBy, 3> side_bys{{"speaker", "kind", "country"}};
constexpr Vocabulary<SideView, 4> side_views{{"carries", "opposes", "divided", "withdrawn"}};
constexpr Vocabulary<Agreement, agreements> agreement_words{
    {"contested", "agreed", "one-sided", "denied", "withdrawn"}};

/// Among claims that carry, and among claims that oppose, the higher one is the stronger.
int strength(Stance stance) {
    switch (stance) {
        case Stance::asserts:
        case Stance::denies:
            return 3;
        case Stance::supports:
        case Stance::disputes:
            return 2;
        default:
            return 1;
    }
}

class Comparer {
  public:
    Comparer(const ActorGraph& graph, const View& view, const PerspectivesOptions& options)
        : graph_(graph), selection_(view.selection), verdicts_(options.verdicts) {
        result_.by = options.by;
    }

    Perspectives compare(const std::vector<RelationId>& relations) {
        find_sides(relations);
        const std::size_t sides = result_.sides.size();
        const bool paired = sides <= most_paired_sides;
        if (paired) pairs_.resize(sides * sides);
        for (const RelationId id : relations) {
            SidedRelation sided = look_at(id);
            count(sided);
            if (is_wanted(sided.verdict)) result_.relations.push_back(std::move(sided));
        }
        if (paired) result_.pairs = met();
        return std::move(result_);
    }

  private:
    /// What a speaker's side is known and ordered by.
    using Key = std::pair<std::size_t, std::string>;

    [[nodiscard]] Key key(SpeakerId id) const {
        switch (result_.by) {
            case SideBy::speaker:
                return {index(id), {}};
            case SideBy::kind:
                return {static_cast<std::size_t>(graph_[id].kind), {}};
            default:
                return {0, graph_[id].country};
        }
    }

    [[nodiscard]] PerspectiveSide side(SpeakerId id) const {
        const Speaker& speaker = graph_[id];
        PerspectiveSide side;
        if (result_.by == SideBy::speaker) {
            side.id = speaker.id;
            side.name = speaker.name;
        } else if (result_.by == SideBy::kind) {
            side.id = side.name = to_string(speaker.kind);
        } else if (const Country* country = find_country(speaker.country)) {
            side.id = speaker.country;
            side.name = country->name;
        }
        return side;
    }

    void find_sides(const std::vector<RelationId>& relations) {
        std::map<Key, std::vector<SpeakerId>> members;
        std::vector<std::uint8_t> seen(graph_.speakers().size(), 0);
        for (const RelationId r : relations) {
            for (const ClaimId c : shown_claims(selection_, graph_[r].claims)) {
                const SpeakerId by = graph_[c].by;
                if (seen[index(by)] == 0) members[key(by)].push_back(by);
                seen[index(by)] = 1;
            }
        }
        side_of_.assign(graph_.speakers().size(), 0);
        for (const auto& [key, speakers] : members) {
            for (const SpeakerId by : speakers) side_of_[index(by)] = result_.sides.size();
            result_.sides.push_back(side(speakers.front()));
        }
    }

    [[nodiscard]] bool is_wanted(Agreement verdict) const {
        return verdicts_.empty() ||
               std::find(verdicts_.begin(), verdicts_.end(), verdict) != verdicts_.end();
    }

    SidedRelation look_at(RelationId id) {
        const Relation& relation = graph_[id];
        SidedRelation sided;
        sided.relation = id;
        sided.from = *selection_.stand_ins[index(relation.from)];
        sided.to = *selection_.stand_ins[index(relation.to)];
        std::map<std::size_t, std::vector<ClaimId>> said;
        for (const ClaimId c : shown_claims(selection_, relation.claims))
            said[side_of_[index(graph_[c].by)]].push_back(c);
        for (auto& [side, claims] : said) sided.sides.push_back(judge(side, std::move(claims)));
        sided.verdict = verdict(sided.sides);
        Tlp& highest = result_.marking;
        highest = std::max({highest, relation.marking, graph_[relation.from].marking,
                            graph_[relation.to].marking, graph_[sided.from].marking,
                            graph_[sided.to].marking});
        for (const ClaimId c : shown_claims(selection_, relation.claims))
            highest = std::max(highest, graph_.marking(graph_[c]));
        return sided;
    }

    [[nodiscard]] SidedClaims judge(std::size_t side, std::vector<ClaimId> claims) const {
        std::optional<Stance> carrying, opposing;
        const auto note = [](std::optional<Stance>& strongest, Stance stance) {
            if (!strongest || strength(stance) > strength(*strongest)) strongest = stance;
        };
        SidedClaims result{side, SideView::withdrawn, {}, {}, {}, {}};
        for (const ClaimId c : claims) {
            const Claim& claim = graph_[c];
            widen(result.said, claim.date);
            if (selection_[c] != ClaimState::visible) continue;
            if (opposes(claim.stance)) note(opposing, claim.stance);
            if (!carries(claim.stance)) continue;
            note(carrying, claim.stance);
            if (claim.confidence)
                result.confidence =
                    std::max(result.confidence.value_or(0), claim.confidence->value);
        }
        result.claims = std::move(claims);
        if (carrying && opposing) {
            result.view = SideView::divided;
        } else if (carrying || opposing) {
            result.view = carrying ? SideView::carries : SideView::opposes;
            result.stance = carrying ? carrying : opposing;
        }
        return result;
    }

    static Agreement verdict(const std::vector<SidedClaims>& sides) {
        const auto number = [&](SideView view) {
            return std::count_if(sides.begin(), sides.end(),
                                 [&](const SidedClaims& side) { return side.view == view; });
        };
        const auto carry = number(SideView::carries), oppose = number(SideView::opposes);
        if (number(SideView::divided) != 0 || (carry != 0 && oppose != 0))
            return Agreement::contested;
        if (carry != 0) return carry > 1 ? Agreement::agreed : Agreement::one_sided;
        return oppose != 0 ? Agreement::denied : Agreement::withdrawn;
    }

    void count(const SidedRelation& relation) {
        ++result_.verdicts[static_cast<std::size_t>(relation.verdict)];
        const auto& sides = relation.sides;
        for (std::size_t i = 0; i < sides.size(); ++i) {
            PerspectiveSide& side = result_.sides[sides[i].side];
            const SideView view = sides[i].view;
            if (view == SideView::carries) ++side.carries;
            if (view == SideView::opposes) ++side.opposes;
            if (view == SideView::divided) ++side.divided;
            if (view == SideView::withdrawn) ++side.withdrawn;
            if (view == SideView::carries && relation.verdict == Agreement::one_sided) ++side.alone;
            if (pairs_.empty()) continue;
            for (std::size_t j = i + 1; j < sides.size(); ++j) count(sides[i], sides[j]);
        }
    }

    void count(const SidedClaims& a, const SidedClaims& b) {
        const bool both = a.view == SideView::carries && b.view == SideView::carries;
        const bool against = (a.view == SideView::carries && b.view == SideView::opposes) ||
                             (a.view == SideView::opposes && b.view == SideView::carries);
        if (!both && !against) return;
        Meetings& meetings = pairs_[a.side * result_.sides.size() + b.side];
        ++(both ? meetings.both_carry : meetings.contradict);
    }

    [[nodiscard]] std::vector<SidePair> met() const {
        std::vector<SidePair> pairs;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const auto [both, against] = pairs_[i];
            const std::size_t sides = result_.sides.size();
            if (both + against != 0) pairs.push_back({i / sides, i % sides, both, against});
        }
        return pairs;
    }

    struct Meetings {
        std::size_t both_carry = 0, contradict = 0;
    };

    const ActorGraph& graph_;
    const Selection& selection_;
    const std::vector<Agreement>& verdicts_;
    Perspectives result_;
    std::vector<std::size_t> side_of_;  // of each speaker that speaks
    std::vector<Meetings> pairs_;       // of the first side and the second; empty: not counted
};

}  // namespace

std::optional<SideBy> parse_side_by(std::string_view text) {
    return side_bys.parse(text);
}
std::string_view to_string(SideBy by) {
    return side_bys[by];
}
std::string_view to_string(SideView view) {
    return side_views[view];
}
std::optional<Agreement> parse_agreement(std::string_view text) {
    return agreement_words.parse(text);
}
std::string_view to_string(Agreement agreement) {
    return agreement_words[agreement];
}

Perspectives perspectives(const ActorGraph& graph, const Lens& lens, const View& view,
                          const PerspectivesOptions& options) {
    if (!lens.roll_up.empty())
        throw Error("lens-roll-up",
                    "rolled-up edges are no relations, so nobody's view of them can be compared; "
                    "leave out --roll-up");
    return Comparer(graph, view, options).compare(listed_relations(graph, lens, view));
}

}  // namespace actormap
