#pragma once

#include "lens/oracle_answer.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

// Which claims and relations a lens lets through, sentence by sentence from DESIGN.md and
// docs/lens.md, on sets of names. Slow and obvious; it shares nothing with lib/actormap/lens but
// the struct `Lens`.

namespace actormap::lens_oracle {

class ClaimOracle {
  public:
    ClaimOracle(const PlainGraph& graph, const Lens& by)
        : g(graph),
          lens(by),
          as_of(to_string(by.as_of)),
          since(to_string(by.since)),
          until(to_string(by.until)),
          tlp(static_cast<int>(by.tlp)) {}

  protected:
    // --- claims ---------------------------------------------------------------------------

    std::string speaker_of(const PlainClaim& c) const {
        return c.by.empty() ? g.sources.at(c.source).publisher : c.by;
    }
    std::string date_of(const PlainClaim& c) const {
        return c.date.empty() && !c.source.empty() ? g.sources.at(c.source).date : c.date;
    }
    int marking_of(const PlainClaim& c) const {
        return std::max(c.marking, c.source.empty() ? 0 : g.sources.at(c.source).marking);
    }
    static bool carries(const PlainClaim& c) {
        return c.stance == "asserts" || c.stance == "supports" || c.stance == "hypothesises";
    }
    static bool opposes(const PlainClaim& c) {
        return c.stance == "disputes" || c.stance == "denies";
    }

    /// The countries that an entity belongs to by the relations of `relations`.
    Names countries_of(const std::string& entity, const Names& relations) const {
        Names codes{g.entities.at(entity).country};
        for (const std::string& id : relations) {
            const PlainRelation& r = g.relations.at(id);
            if (r.from == entity && (r.type == "located-at" || r.type == "originates-from"))
                codes.insert(g.entities.at(r.to).country);
        }
        codes.erase("");
        return codes;
    }

    bool accused(const PlainSpeaker& speaker, const std::string& first_end) const {
        const PlainEntity& e = g.entities.at(first_end);
        const Names kinds{"intrusion-set", "threat-actor", "campaign",
                          "malware",       "tool",         "infrastructure"};
        if (!kinds.contains(e.type) && !e.roles.contains("front-company")) return false;
        Names all, blamed{first_end};
        for (const auto& [id, r] : g.relations) all.insert(id);
        for (std::size_t round = 0; round < g.entities.size(); ++round) {
            for (const auto& [id, r] : g.relations) {
                if (r.type == "attributed-to" && blamed.contains(r.from)) blamed.insert(r.to);
            }
        }
        if (blamed.contains(speaker.entity)) return true;
        if (speaker.kind != "government" && speaker.kind != "law-enforcement") return false;
        for (const std::string& id : blamed) {
            if (countries_of(id, all).contains(speaker.country)) return true;
        }
        return false;
    }

    /// Whether a word of --according-to or --without means the claim.
    bool means(const std::string& word, const PlainClaim& c, const std::string& first_end,
               const std::string& second_end) const {
        const PlainSpeaker& s = g.speakers.at(speaker_of(c));
        if (means_speaker(word, s) || word == c.source) return true;
        if (word == "accused") return accused(s, first_end);
        if (word == "victim")
            return !second_end.empty() && s.entity == second_end && !accused(s, first_end);
        return false;
    }
    static bool means_speaker(const std::string& word, const PlainSpeaker& s) {
        const auto same = [&](const std::string& text) {
            return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                              [](char x, char y) { return std::tolower(x) == std::tolower(y); });
        };
        const bool country =
            !s.country.empty() && (same(s.country) || (s.country == "CN" && same("China")) ||
                                   (s.country == "FI" && same("Finland")));
        return word == s.id || same(s.name) || word == s.kind || country;
    }
    bool any_means(const std::vector<std::string>& words, const PlainClaim& c,
                   const std::string& from, const std::string& to) const {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return means(word, c, from, to); });
    }

    bool known_by_then(const PlainClaim& c) const {
        const std::string date = date_of(c);
        return as_of.empty() || date.empty() || last_day(date) <= last_day(as_of);
    }
    /// Marking, as-of and `without`: what is left is known to have been said.
    bool known(const PlainClaim& c, const std::string& from, const std::string& to) const {
        return marking_of(c) <= tlp && known_by_then(c) && !any_means(lens.without, c, from, to);
    }
    bool admitted(const PlainClaim& c, const std::string& from, const std::string& to) const {
        if (!known(c, from, to)) return false;
        if (!lens.according_to.empty() && !any_means(lens.according_to, c, from, to)) return false;
        return !carries(c) || !lens.min_confidence ||
               (c.confidence && *c.confidence >= *lens.min_confidence);
    }
    bool takes_back(const PlainClaim& r, const PlainClaim& c) const {
        if (r.stance != "retracts" || speaker_of(r) != speaker_of(c)) return false;
        const std::string said = date_of(c), taken = date_of(r);
        return said.empty() || taken.empty() || first_day(said) <= last_day(taken);
    }

    /// Sorts the claims about one thing into visible and withdrawn.
    void judge(const std::vector<PlainClaim>& claims, const std::string& from,
               const std::string& to) {
        for (const PlainClaim& c : claims) {
            a.withheld_claims += marking_of(c) > tlp;
            if (!admitted(c, from, to)) continue;
            bool back = false;
            for (const PlainClaim& r : claims)
                back = back || (c.stance != "retracts" && known(r, from, to) && takes_back(r, c));
            (back ? a.withdrawn : a.visible).insert(c.id);
        }
        // What made something withdrawn is visible with it: the last of several.
        for (const PlainClaim& r : claims) {
            bool last = r.stance == "retracts" && known(r, from, to), needed = false;
            for (const PlainClaim& other : claims) {
                if (other.stance == "retracts" && speaker_of(other) == speaker_of(r) &&
                    known(other, from, to) && later(other, r))
                    last = false;
                needed = needed || (a.withdrawn.contains(other.id) && takes_back(r, other));
            }
            if (last && needed) a.visible.insert(r.id);
        }
    }
    /// Undated is later than any day; between equals the generator's ids decide, see `random_case`.
    bool later(const PlainClaim& x, const PlainClaim& y) const {
        const auto key = [&](const PlainClaim& c) {
            const std::string date = date_of(c);
            return std::pair(date.empty() ? "9999-99-99" : last_day(date), rank(c));
        };
        return key(x) > key(y);
    }
    /// Claims of one speaker and last day stand by (date, source, …, note); empty comes first.
    std::tuple<std::string, std::string, std::string> rank(const PlainClaim& c) const {
        return {date_of(c), c.source, c.id};
    }

    // --- relations ------------------------------------------------------------------------

    void markings() {
        for (const auto& [id, e] : g.entities) {
            if (e.marking <= tlp)
                a.admitted.insert(id);
            else
                ++a.withheld_entities;
        }
    }

    bool happened_then(const PlainRelation& r) const {
        const bool too_late =
            !until.empty() && !r.start.empty() && first_day(r.start) > last_day(until);
        const bool too_early =
            !since.empty() && !r.stop.empty() && last_day(r.stop) < first_day(since);
        return !too_late && !too_early;
    }

    void claims_and_relations() {
        for (const auto& [id, r] : g.relations) {
            if (r.marking > tlp || !a.admitted.contains(r.from) || !a.admitted.contains(r.to)) {
                ++a.withheld_relations;
                continue;
            }
            if (happened_then(r)) relation(r);
        }
        for (const auto& [id, e] : g.entities) {
            if (a.admitted.contains(id)) names(e);
        }
        if (!as_of.empty()) {
            for_each_claim([&](const PlainClaim& c) {
                a.undated_claims += date_of(c).empty() && a.visible.contains(c.id);
            });
        }
    }

    void relation(const PlainRelation& r) {
        judge(r.claims, r.from, r.to);
        bool any = false, carried = false, opposed = false;
        for (const PlainClaim& c : r.claims) {
            const bool visible = a.visible.contains(c.id);
            any = any || visible || a.withdrawn.contains(c.id);
            carried = carried || (visible && carries(c));
            opposed = opposed || (visible && opposes(c));
        }
        if ((lens.disputed == Disputed::exclude && opposed) ||
            (lens.disputed == Disputed::only && !opposed)) {
            for (const PlainClaim& c : r.claims) a.visible.erase(c.id), a.withdrawn.erase(c.id);
            return;
        }
        if (!any) return;
        (!carried ? a.unclaimed : opposed ? a.disputed : a.holding).insert(r.id);
        const bool timed = !since.empty() || !until.empty();
        a.undated_relations += carried && timed && r.start.empty() && r.stop.empty();
    }

    void names(const PlainEntity& e) {
        for (const PlainName& name : e.names) {
            if (name.marking > tlp) continue;
            judge(name.claims, e.id, "");
            bool used = false;
            for (const PlainClaim& c : name.claims)
                used = used || (carries(c) && a.visible.contains(c.id));
            if (name.claims.empty() && name.by.empty()) used = true;
            if (name.claims.empty() && !name.by.empty()) {
                const PlainSpeaker& s = g.speakers.at(name.by);
                const auto means_it = [&](const std::string& word) {
                    return means_speaker(word, s);
                };
                const auto &to = lens.according_to, &without = lens.without;
                used = (as_of.empty() || name.since.empty() ||
                        last_day(name.since) <= last_day(as_of)) &&
                       (to.empty() || std::any_of(to.begin(), to.end(), means_it)) &&
                       std::none_of(without.begin(), without.end(), means_it);
            }
            if (used) a.names_in_use.insert(e.id + '/' + name.name);
        }
    }

    template <typename Visit>
    void for_each_claim(Visit visit) const {
        for (const auto& [id, r] : g.relations)
            std::for_each(r.claims.begin(), r.claims.end(), visit);
        for (const auto& [id, e] : g.entities) {
            for (const PlainName& n : e.names)
                std::for_each(n.claims.begin(), n.claims.end(), visit);
        }
    }

    Names existing() const {
        Names both = a.holding;
        both.insert(a.disputed.begin(), a.disputed.end());
        return both;
    }

    const PlainGraph& g;
    const Lens& lens;
    std::string as_of, since, until;
    int tlp;
    Answer a;
};

}  // namespace actormap::lens_oracle
