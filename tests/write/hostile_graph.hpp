#pragma once

#include <actormap/base/text.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/model/countries.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actormap::test {

/// Random graphs that fill every field with what is hardest to write: quotes, control characters,
/// line ends, formulas, markup, characters of every length in UTF-8. The same graph for the same
/// seed anywhere (raw engine bits only).
class HostileGraph {
  public:
    explicit HostileGraph(std::uint32_t seed) : bits_(seed) {}

    /// The records, in random order, as they are handed to a builder.
    struct Records {
        std::vector<SpeakerDraft> speakers;
        std::vector<SourceDraft> sources;
        std::vector<EntityDraft> entities;
        std::vector<RelationDraft> relations;
        std::vector<JudgementDraft> judgements;
    };

    Records records() {
        Records r;
        speakers_ = ids(1 + below(4));
        sources_ = ids(below(4));
        entities_ = ids(1 + below(6));
        for (const std::string& id : speakers_) r.speakers.push_back(speaker(id));
        for (const std::string& id : sources_) r.sources.push_back(source(id));
        for (const std::string& id : entities_) r.entities.push_back(entity(id));
        for (std::size_t n = below(8); n > 0; --n) r.relations.push_back(relation());
        cite(r);
        for (std::size_t n = below(3); n > 0; --n) r.judgements.push_back(judgement());
        return r;
    }

    ActorGraph graph(Diagnostics& diagnostics) {
        Records r = records();
        GraphBuilder builder(diagnostics);
        builder.begin({"hostile", "native", true});
        if (often()) builder.set_title(text());
        if (often()) builder.set_as_of(date());
        builder.add(properties());
        for (SpeakerDraft& draft : r.speakers) builder.add(std::move(draft));
        for (SourceDraft& draft : r.sources) builder.add(std::move(draft));
        for (EntityDraft& draft : r.entities) builder.add(std::move(draft));
        for (RelationDraft& draft : r.relations) builder.add(std::move(draft));
        for (JudgementDraft& draft : r.judgements) builder.add(std::move(draft));
        return builder.build();
    }

  private:
    JudgementDraft judgement() {
        JudgementDraft draft;
        draft.judgement.first = entities_[below(entities_.size())];
        draft.judgement.second = draft.judgement.first + "'";  // of another file
        draft.judgement.verdict = static_cast<Verdict>(below(3));
        if (often()) draft.by.id = speakers_[below(speakers_.size())];
        if (often() && !sources_.empty()) draft.source.id = sources_[below(sources_.size())];
        draft.judgement.date = date();
        if (often()) draft.judgement.note = text();
        draft.judgement.properties = properties();
        return draft;
    }

    std::size_t below(std::size_t end) { return bits_() % end; }
    bool often() { return below(2) == 0; }
    bool rarely() { return below(5) == 0; }
    template <typename List>
    auto any(const List& list) {
        return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
    }

    std::string piece() {
        static const std::vector<std::string> pieces{
            "a",         "Z",       "0",      " ",      "\"",   "\\",     "'",      "=",
            "+",         "-",       "@",      "|",      "%",    ",",      ";",      "\n",
            "\r",        "\r\n",    "\t",     "\x01",   "\x1f", "\x7f",   "<b>",    "&amp;",
            "</script>", "\\u0041", "é",      "ß",      "İ",    "\u0085", "\u00a0", "\u2028",
            "\u202e",    "\ufeff",  "\ufffd", "\uffff", "＝",   "日",     "🦊",   "\U0010ffff",
            "[",         "]",       "{",      "}",      ":",    "null",   "(1-2)"};
        return any(pieces);
    }
    /// Never empty: an empty text is an absent one.
    std::string text() {
        std::string result = piece();
        for (std::size_t n = below(6); n > 0; --n) result += piece();
        return result;
    }
    std::string word() {
        std::string result =
            any(std::vector<std::string>{"=", "+1", "x", "'", "'=", "ü", "🦊", "a b"});
        for (std::size_t n = below(3); n > 0; --n)
            result += any(std::vector<std::string>{"\"", "\\", ",", "-", "é", "k", "7", " "});
        return result;
    }
    std::vector<std::string> ids(std::size_t count) {
        std::set<std::string> result;
        while (result.size() < count) result.insert(word());
        std::vector<std::string> list(result.begin(), result.end());
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
        return list;
    }
    PartialDate date() {
        const char* forms[] = {"0001",       "2020",    "2020-02",   "2020-02-29",
                               "1999-12-31", "9999-12", "2021-03-18"};
        return *PartialDate::parse(any(forms));
    }
    Interval interval() {
        Interval when;
        if (often()) when.start = date();
        if (often()) when.stop = date();
        if (backwards(when)) std::swap(when.start, when.stop);
        return when;
    }
    Tlp marking() { return rarely() ? static_cast<Tlp>(below(5)) : Tlp::clear; }
    std::string country() {
        return often() ? std::string() : std::string(countries()[below(countries().size())].alpha2);
    }
    std::string json(int depth) {
        switch (below(depth > 0 ? 7 : 5)) {
            case 0:
                return "null";
            case 1:
                return often() ? "true" : "false";
            case 2:
                return any(std::vector<std::string>{"0", "-1", "18446744073709551615", "1.50",
                                                    "-9223372036854775808", "1e5", "2E-7", "-0.0",
                                                    "123456789012345678901234567890"});
            case 3:
                return "\"\"";
            case 4:
                return json_string(text());
            case 5:
                return '[' + json(depth - 1) + (often() ? "," + json(depth - 1) : "") + ']';
            default:
                return "{\"" + std::string(often() ? "" : "x") + "\":" + json(depth - 1) + '}';
        }
    }
    Properties properties() {
        PropertyCollector result;
        if (!rarely()) return {};
        for (const std::string& name : ids(below(4))) result.add("x_" + name, json(3));
        if (rarely()) result.add(text() + "\n", json(1));
        if (rarely()) result.add("", json(1));
        return result.take();
    }
    Confidence confidence() {
        const auto percent = [&] { return static_cast<std::uint8_t>(below(101)); };
        switch (below(5)) {
            case 0:
                return confidence_number(percent());
            case 1:
                return *confidence_word(any(std::vector<std::string>{
                    "none", "low", "med", "Medium", "HIGH", "almost certain", "Highly likely"}));
            case 2: {
                Confidence c = sure(text());
                c.scale = often() ? ConfidenceScale::phia : ConfidenceScale::stix;
                return c;
            }
            case 3:
                return sure(any(std::vector<std::string>{"high", "80", "likely", "=(1-2)"}));
            default:
                return sure(text());
        }
    }
    Confidence sure(const std::string& words) {
        const auto low = static_cast<std::uint8_t>(below(60));
        return confidence_range(words, low, static_cast<std::uint8_t>(low + below(41)));
    }

    SpeakerDraft speaker(const std::string& id) {
        SpeakerDraft draft;
        Speaker& s = draft.speaker;
        s.id = id;
        s.name = often() ? id : text();
        s.kind = static_cast<SpeakerKind>(below(7));
        s.country = country();
        if (rarely()) draft.entity = {any(entities_), {}};
        s.properties = properties();
        return draft;
    }
    SourceDraft source(const std::string& id) {
        SourceDraft draft;
        Source& s = draft.source;
        s.id = id;
        draft.publisher = {any(speakers_), {}};
        if (often()) s.date = date();
        if (often()) s.title = text();
        if (often())
            s.url = any(std::vector<std::string>{"http://a", "HTTPS://b/ü?=\"'<&", "http://=1"});
        if (rarely()) s.archive_url = "https://archive.example/" + std::to_string(below(9));
        if (often()) s.reliability = static_cast<char>('A' + below(6));
        s.marking = marking();
        s.properties = properties();
        return draft;
    }
    ClaimDraft claim() {
        ClaimDraft draft;
        Claim& c = draft.claim;
        if (sources_.empty() || often()) draft.by = {any(speakers_), {}};
        if (draft.by.id.empty() || (!sources_.empty() && often()))
            draft.source = {any(sources_), {}};
        if (often()) c.date = date();
        c.stance = static_cast<Stance>(below(6));
        if (often()) c.confidence = confidence();
        if (rarely()) c.locator = text();
        if (rarely()) c.excerpt = text();
        if (rarely()) c.note = text();
        if (rarely()) {
            claim_ids_.push_back("c" + std::to_string(claim_ids_.size()) + piece_of_id());
            c.id = claim_ids_.back();
        }
        c.marking = marking();
        c.properties = properties();
        return draft;
    }
    std::string piece_of_id() { return any(std::vector<std::string>{"", "\"", "ü", ","}); }
    std::vector<ClaimDraft> claims(std::size_t least) {
        std::vector<ClaimDraft> list;
        for (std::size_t n = least + below(3); n > 0; --n) list.push_back(claim());
        return list;
    }
    EntityDraft entity(const std::string& id) {
        EntityDraft draft;
        Entity& e = draft.entity;
        e.id = id;
        e.type = any(std::vector<std::string>{"identity", "intrusion-set", "x-\"odd\"", "=type"});
        e.name = often() ? id : text();
        if (rarely()) e.description = text();
        if (rarely()) e.roles = ids(1 + below(3));
        std::sort(e.roles.begin(), e.roles.end());
        if (rarely()) e.country = country();
        e.marking = marking();
        e.properties = properties();
        for (std::size_t n = below(3); n > 0; --n) {
            NameDraft name;
            name.name.name = text();
            if (often()) name.by = {any(speakers_), {}};
            const Interval when = interval();
            name.name.since = when.start;
            name.name.until = when.stop;
            name.name.marking = marking();
            name.name.properties = properties();
            name.claims = claims(0);
            draft.names.push_back(std::move(name));
        }
        return draft;
    }
    RelationDraft relation() {
        RelationDraft draft;
        Relation& r = draft.relation;
        if (rarely()) r.id = "r" + std::to_string(relation_++);
        draft.from = {any(entities_), {}};
        draft.to = {any(entities_), {}};
        r.type = any(std::vector<std::string>{"uses", "targets", "=x", "\"", "a,b"});
        r.when = interval();
        if (r.id.empty()) return finished(std::move(draft));
        r.description = text();
        r.marking = marking();
        r.properties = properties();
        return finished(std::move(draft));
    }
    RelationDraft finished(RelationDraft draft) {
        draft.claims = claims(often() ? 1 : 0);
        return draft;
    }
    void cite(Records& records) {
        for (RelationDraft& relation : records.relations) {
            for (ClaimDraft& draft : relation.claims) {
                if (!claim_ids_.empty() && rarely()) draft.cites = {any(claim_ids_), {}};
            }
        }
    }

    std::mt19937 bits_;
    std::vector<std::string> speakers_, sources_, entities_, claim_ids_;
    std::size_t relation_ = 0;
};

}  // namespace actormap::test
