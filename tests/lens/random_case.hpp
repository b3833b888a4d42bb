#pragma once

#include "lens/build.hpp"
#include "lens/plain.hpp"

#include <actormap/model/builder.hpp>

#include <cassert>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

// Small graphs and lenses from a seed, the same anywhere: raw engine bits only.

namespace actormap::test {

class RandomCase {
  public:
    explicit RandomCase(std::uint32_t seed) : bits_(seed) {
        entities();
        speakers();
        relations();
        for (auto& [id, entity] : graph.entities) names(entity);
        choose_lens();
    }

    PlainGraph graph;
    Lens lens;

  private:
    using Words = std::vector<std::string>;

    std::size_t below(std::size_t n) { return bits_() % n; }
    bool chance(unsigned percent) { return bits_() % 100 < percent; }
    std::string one_of(const Words& words) { return words[below(words.size())]; }
    std::string some_date() {
        static const Words dates{
            "",           "2019",       "2020", "2020-02",    "2020-02-28", "2020-02-29", "2020-03",
            "2020-03-01", "2020-12-31", "2021", "2021-01-01", "2021-02-28", "2021-02"};
        return one_of(dates);
    }
    int some_marking() { return chance(15) ? static_cast<int>(below(5)) : 0; }

    void entities() {
        static const Words types{"intrusion-set",  "intrusion-set",  "threat-actor", "campaign",
                                 "identity",       "identity",       "location",     "location",
                                 "attack-pattern", "infrastructure", "malware",      "x-thing"};
        // Graphs of techniques alone have the circles that a roll-up must survive.
        const bool techniques = chance(5);
        const std::size_t count = below(10);
        for (std::size_t i = 0; i < count; ++i) {
            PlainEntity e;
            e.id = "e" + std::to_string(i);
            e.type = techniques ? "attack-pattern" : one_of(types);
            e.name = "Entity " + std::to_string(i);
            if (e.type == "location") e.country = one_of({"CN", "FI", "NO", ""});
            if (e.type == "threat-actor" && chance(60)) e.roles.insert("sponsor");
            if (e.type == "identity" && chance(20)) e.roles.insert("front-company");
            e.marking = some_marking();
            graph.entities[e.id] = e;
            ids_.push_back(e.id);
        }
    }

    void speakers() {
        static const Words kinds{"government", "law-enforcement", "vendor", "press", "database"};
        for (std::size_t i = 0; i < 6; ++i) {
            PlainSpeaker s;
            s.id = "s" + std::to_string(i);
            s.name = "Speaker " + std::to_string(i % 5);  // two of one name
            s.kind = one_of(kinds);
            s.country = one_of({"CN", "FI", "NO", ""});
            if (!ids_.empty() && chance(40)) s.entity = one_of(ids_);
            graph.speakers[s.id] = s;
        }
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string id = "source" + std::to_string(i);
            graph.sources[id] = {id, some_speaker(), some_date(), some_marking()};
        }
    }
    std::string some_speaker() { return "s" + std::to_string(below(6)); }

    std::string type_between(const PlainEntity& from, const PlainEntity& to) {
        static const Words types{
            "targets",    "compromises",     "attributed-to",   "uses",
            "located-at", "originates-from", "associated-with", "subtechnique-of"};
        if (chance(25)) return one_of(types);
        if (to.type == "location") return one_of({"located-at", "originates-from"});
        if (to.type == "identity" || to.type == "infrastructure")
            return one_of({"targets", "compromises"});
        if (to.type == "attack-pattern" && from.type == to.type) return "subtechnique-of";
        return one_of({"attributed-to", "attributed-to", "uses", "associated-with"});
    }

    void relations() {
        if (ids_.empty()) return;
        const std::size_t count = below(16);
        for (std::size_t i = 0; i < count; ++i) {
            PlainRelation r;
            r.id = "r" + std::to_string(i + 10);
            r.from = one_of(ids_);
            r.to = one_of(ids_);
            r.type = type_between(graph.entities[r.from], graph.entities[r.to]);
            if (chance(50)) r.start = some_date();
            if (chance(50)) r.stop = some_date();
            if (backwards({plain_date(r.start), plain_date(r.stop)})) std::swap(r.start, r.stop);
            r.marking = some_marking();
            r.claims = claims(1 + below(4));
            graph.relations[r.id] = r;
        }
    }

    void names(PlainEntity& entity) {
        const std::size_t count = below(3);
        for (std::size_t i = 0; i < count; ++i) {
            PlainName n;
            n.name = "name " + std::to_string(i);
            if (chance(70)) n.by = some_speaker();
            n.since = some_date();
            n.marking = some_marking();
            n.claims = claims(chance(50) ? 0 : 1 + below(3));
            entity.names.push_back(n);
        }
    }

    std::vector<PlainClaim> claims(std::size_t count) {
        static const Words stances{"asserts",  "asserts", "asserts",  "supports", "hypothesises",
                                   "disputes", "denies",  "retracts", "retracts"};
        // Few speakers about one thing, so that they take back and say again.
        const Words speakers{some_speaker(), some_speaker()};
        std::vector<PlainClaim> result;
        for (std::size_t i = 0; i < count; ++i) {
            PlainClaim c;
            c.id = "c" + std::to_string(1000 + claims_++);
            c.stance = one_of(stances);
            if (chance(50)) c.source = "source" + std::to_string(below(3));
            if (c.source.empty() || chance(60)) c.by = one_of(speakers);
            if (chance(70)) c.date = some_date();
            if (c.stance != "retracts" && chance(50))
                c.confidence = static_cast<int>(below(5) * 25);
            c.marking = some_marking();
            result.push_back(c);
        }
        return result;
    }

    void choose_lens() {
        static const Words types{"intrusion-set", "threat-actor",   "campaign",       "identity",
                                 "location",      "attack-pattern", "infrastructure", "malware"};
        const auto list = [&](unsigned percent, std::vector<std::string>& into, const Words& from) {
            while (chance(percent)) into.push_back(one_of(from));
        };
        const Words who{"s0",      "s1",      "s2",     "s3",      "speaker 0", "SPEAKER 3",
                        "press",   "vendor",  "CN",     "fi",      "China",     "government",
                        "source0", "source1", "victim", "accused", "accused",   "law-enforcement"};
        if (chance(25)) list(70, lens.types, types);
        list(15, lens.not_types, types);
        if (chance(20))
            list(70, lens.relations, {"targets", "attributed-to", "uses", "located-at"});
        list(15, lens.countries, {"CN", "FI", "NO", "Finland"});
        if (!ids_.empty()) list(20, lens.around, ids_);
        lens.hops = static_cast<unsigned>(below(4));
        if (chance(5)) lens.hops = 4'000'000'000;
        if (chance(25)) lens.since = plain_date(some_date());
        if (chance(25)) lens.until = plain_date(some_date());
        if (backwards({lens.since, lens.until})) std::swap(lens.since, lens.until);
        if (chance(40)) lens.as_of = plain_date(some_date());
        list(30, lens.according_to, who);
        list(30, lens.without, who);
        if (chance(25)) lens.min_confidence = static_cast<std::uint8_t>(below(5) * 25);
        if (chance(30)) lens.disputed = static_cast<Disputed>(below(3));
        if (chance(40)) lens.tlp = static_cast<Tlp>(below(5));
        for (int level = 0; level < 4; ++level) {
            if (chance(40)) lens.roll_up.push_back(static_cast<RollUp>(level));
        }
    }

    std::mt19937 bits_;
    Words ids_;
    int claims_ = 0;
};

}  // namespace actormap::test
