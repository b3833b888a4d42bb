#include <actormap/lens/combine.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

namespace actormap {
namespace {

/// What a claim that states no confidence counts for; nothing: it is passed over.
using Assumed = std::optional<double>;

/// Parts one relation's claims into voices.
class Voices {
  public:
    Voices(const ActorGraph& graph, std::vector<ClaimId> claims, Assumed assumed)
        : graph_(graph), claims_(std::move(claims)), assumed_(assumed) {
        if (!assumed_) std::erase_if(claims_, [&](ClaimId c) { return !graph_[c].confidence; });
        leader_.resize(claims_.size());
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
    }

    /// The surest claim of each voice.
    [[nodiscard]] std::vector<Ground> grounds(Combine combine) {
        if (combine == Combine::max)
            std::fill(leader_.begin(), leader_.end(), std::size_t{0});
        else
            part();
        std::vector<Voice> voices = gather();
        if (combine == Combine::independent) lend_support(voices);
        std::vector<Ground> result;
        for (const Voice& voice : voices)
            result.push_back({claims_[voice.surest], claims_[voice.evidence.value_or(voice.surest)],
                              sureness(voice.surest)});
        std::sort(result.begin(), result.end(),
                  [](const Ground& a, const Ground& b) { return a.claim < b.claim; });
        return result;
    }

  private:
    struct Voice {
        std::size_t surest;
        std::optional<std::size_t> evidence;  // the surest that does more than support
    };

    void part() {
        std::map<SpeakerId, std::size_t> of_speaker;
        std::map<SourceId, std::size_t> of_source;
        const auto join = [&](auto& firsts, auto key, std::size_t claim) {
            unite(firsts.try_emplace(key, claim).first->second, claim);
        };
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            const Claim& root = graph_[graph_.root(claims_[i])];
            join(of_speaker, root.by, i);
            if (root.source) join(of_source, *root.source, i);
        }
    }

    /// Finds the leader of a claim's voice, and shortens the way to it.
    std::size_t leader(std::size_t claim) {
        while (leader_[claim] != claim) {
            leader_[claim] = leader_[leader_[claim]];
            claim = leader_[claim];
        }
        return claim;
    }

    void unite(std::size_t a, std::size_t b) {
        const std::size_t first = leader(a), second = leader(b);
        leader_[std::max(first, second)] = std::min(first, second);
    }

    /// The voices, by their first claims.
    [[nodiscard]] std::vector<Voice> gather() {
        std::map<std::size_t, Voice> voices;
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            Voice& voice = voices.try_emplace(leader(i), Voice{i, {}}).first->second;
            voice.surest = surer(voice.surest, i);
            if (graph_[claims_[i]].stance != Stance::supports)
                voice.evidence = surer(voice.evidence.value_or(i), i);
        }
        std::vector<Voice> result;
        for (const auto& [first, voice] : voices) result.push_back(voice);
        return result;
    }

    /// Makes the voices that only support part of the surest of the others, or one voice.
    void lend_support(std::vector<Voice>& voices) const {
        const auto ours =
            std::stable_partition(voices.begin(), voices.end(),
                                  [](const Voice& voice) { return voice.evidence.has_value(); });
        if (ours == voices.end()) return;
        const auto host = std::max_element(
            voices.begin(), ours,
            [&](const Voice& a, const Voice& b) { return surer(a.surest, b.surest) == b.surest; });
        Voice& raised = host == ours ? *ours : *host;
        for (auto voice = ours; voice != voices.end(); ++voice)
            raised.surest = surer(raised.surest, voice->surest);
        voices.erase(host == ours ? ours + 1 : ours, voices.end());
    }

    /// The surer of two claims; of two that are as sure, the first.
    [[nodiscard]] std::size_t surer(std::size_t a, std::size_t b) const {
        if (sureness(a) != sureness(b)) return sureness(a) > sureness(b) ? a : b;
        return std::min(a, b);
    }

    [[nodiscard]] double sureness(std::size_t i) const {
        const OptionalConfidence& stated = graph_[claims_[i]].confidence;
        return stated ? stated->value / 100.0 : assumed_.value_or(0);
    }

    const ActorGraph& graph_;
    std::vector<ClaimId> claims_;      // ascending
    std::vector<std::size_t> leader_;  // of each claim one of its voice, at last the voice's first
    Assumed assumed_;
};

std::vector<ClaimId> opposing_claims(const ActorGraph& graph, const Selection& selection,
                                     RelationId relation) {
    std::vector<ClaimId> opposing;
    const ClaimRange& range = graph[relation].claims;
    for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
        const auto id = static_cast<ClaimId>(c);
        if (selection[id] == ClaimState::visible && opposes(graph[id].stance))
            opposing.push_back(id);
    }
    return opposing;
}

Grounds grounds_of(const ActorGraph& graph, const Selection& selection, RelationId relation,
                   Combine combine, Assumed assumed) {
    Grounds result;
    result.carrying =
        Voices(graph, carrying_claims(graph, selection, relation), assumed).grounds(combine);
    if (selection.combining.denials == Denials::weigh)
        result.opposing = Voices(graph, opposing_claims(graph, selection, relation),
                                 selection.combining.assume / 100.0)
                              .grounds(combine);
    return result;
}

/// The number, of those that a ground's confidence has, from 0 to 1: what is assumed has but one.
double share(const ActorGraph& graph, const Ground& ground, std::uint8_t Confidence::*number) {
    const OptionalConfidence& stated = graph[ground.claim].confidence;
    return stated ? (*stated).*number / 100.0 : ground.confidence;
}

/// A share in hundredths. Only what is certain is 0 or 100.
std::uint8_t hundredths(double share) {
    const long rounded = std::lround(100 * share);
    if (share > 0 && share < 1) return static_cast<std::uint8_t>(std::clamp(rounded, 1L, 99L));
    return static_cast<std::uint8_t>(rounded);
}

/// `belief`, with one end of each range: of what opposes the other one.
std::uint8_t combined(const ActorGraph& graph, const Grounds& of,
                      std::uint8_t Confidence::*carrying, std::uint8_t Confidence::*opposing) {
    Grounds ends = of;
    for (Ground& ground : ends.carrying) ground.confidence = share(graph, ground, carrying);
    for (Ground& ground : ends.opposing) ground.confidence = share(graph, ground, opposing);
    return hundredths(belief(ends));
}

/// Whether a claim that carries the relation states how sure it is.
bool is_stated(const ActorGraph& graph, const Selection& selection, RelationId relation) {
    const ClaimRange& range = graph[relation].claims;
    for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
        const auto id = static_cast<ClaimId>(c);
        if (graph[id].confidence && is_carrying(graph, selection, id)) return true;
    }
    return false;
}

}  // namespace

Grounds grounds(const ActorGraph& graph, const Selection& selection, RelationId relation) {
    return grounds_of(graph, selection, relation, selection.combining.combine,
                      selection.combining.assume / 100.0);
}

double belief(const Grounds& grounds) {
    // One ground alone keeps its number to the bit.
    double holds = grounds.carrying.size() == 1 ? grounds.carrying.front().confidence : 0;
    if (grounds.carrying.size() > 1) {
        double wrong = 1;
        for (const Ground& ground : grounds.carrying) wrong *= 1 - ground.confidence;
        holds = 1 - wrong;
    }
    for (const Ground& ground : grounds.opposing) holds *= 1 - ground.confidence;
    return holds;
}

double belief(const ActorGraph& graph, const Selection& selection, RelationId relation) {
    return belief(grounds(graph, selection, relation));
}

std::size_t independent_voices(const ActorGraph& graph, const Selection& selection,
                               RelationId relation) {
    return grounds_of(graph, selection, relation, Combine::independent, 0.0).carrying.size();
}

std::optional<Confidence> confidence(const ActorGraph& graph, const Selection& selection,
                                     RelationId relation) {
    if (!is_stated(graph, selection, relation)) return std::nullopt;
    const Grounds stated =
        grounds_of(graph, selection, relation, selection.combining.combine, std::nullopt);
    if (stated.carrying.size() == 1 && stated.opposing.empty())
        return *graph[stated.carrying.front().claim].confidence;
    return Confidence{.low = combined(graph, stated, &Confidence::low, &Confidence::high),
                      .high = combined(graph, stated, &Confidence::high, &Confidence::low),
                      .value = combined(graph, stated, &Confidence::value, &Confidence::value)};
}

}  // namespace actormap
