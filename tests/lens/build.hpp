#pragma once

#include "lens/plain.hpp"

#include <actormap/model/builder.hpp>

#include <string>
#include <vector>

namespace actormap::test {

inline PartialDate plain_date(const std::string& text) {
    return text.empty() ? PartialDate() : PartialDate::parse(text).value();
}

inline std::vector<ClaimDraft> drafts(const std::vector<PlainClaim>& claims) {
    std::vector<ClaimDraft> result;
    for (const PlainClaim& c : claims) {
        ClaimDraft draft{{}, {c.by, {}}, {c.source, {}}, {}};
        draft.claim.note = c.id;
        draft.claim.stance = parse_stance(c.stance).value();
        draft.claim.date = plain_date(c.date);
        if (c.confidence)
            draft.claim.confidence = confidence_number(static_cast<std::uint8_t>(*c.confidence));
        draft.claim.marking = static_cast<Tlp>(c.marking);
        result.push_back(draft);
    }
    return result;
}

inline EntityDraft draft(const PlainEntity& e) {
    EntityDraft result;
    Entity& entity = result.entity;
    entity.id = e.id;
    entity.type = e.type;
    entity.name = e.name;
    entity.country = e.country;
    entity.roles.assign(e.roles.begin(), e.roles.end());
    entity.marking = static_cast<Tlp>(e.marking);
    for (const PlainName& n : e.names) {
        NameDraft name{{}, {n.by, {}}, drafts(n.claims)};
        name.name.name = n.name;
        name.name.since = plain_date(n.since);
        name.name.marking = static_cast<Tlp>(n.marking);
        result.names.push_back(name);
    }
    return result;
}

inline RelationDraft draft(const PlainRelation& r) {
    RelationDraft result{{}, {r.from, {}}, {r.to, {}}, drafts(r.claims)};
    result.relation.id = r.id;
    result.relation.type = r.type;
    result.relation.when = {plain_date(r.start), plain_date(r.stop)};
    result.relation.marking = static_cast<Tlp>(r.marking);
    return result;
}

/// The same as an ActorGraph, through the builder as readers use it. Claims keep their ids as
/// notes.
inline ActorGraph build(const PlainGraph& plain, Diagnostics& diagnostics) {
    GraphBuilder builder(diagnostics);
    (void)builder.begin({"random", "test", true});
    for (const auto& [id, s] : plain.speakers) {
        SpeakerDraft speaker{{}, {s.entity, {}}};
        speaker.speaker.id = s.id;
        speaker.speaker.name = s.name;
        speaker.speaker.kind = parse_speaker_kind(s.kind).value();
        speaker.speaker.country = s.country;
        builder.add(speaker);
    }
    for (const auto& [id, s] : plain.sources) {
        SourceDraft source{{}, {s.publisher, {}}};
        source.source.id = s.id;
        source.source.date = plain_date(s.date);
        source.source.marking = static_cast<Tlp>(s.marking);
        builder.add(source);
    }
    for (const auto& [id, e] : plain.entities) builder.add(draft(e));
    for (const auto& [id, r] : plain.relations) builder.add(draft(r));
    return builder.build();
}

/// Reads much like the native format.
inline std::string describe(const PlainGraph& g) {
    const auto field = [](const std::string& name, const std::string& value) {
        return value.empty() ? "" : ' ' + name + ':' + value;
    };
    const auto level = [&](int marking) {
        return marking == 0 ? ""
                            : field("marking", std::string(to_string(static_cast<Tlp>(marking))));
    };
    std::string text;
    const auto add_claims = [&](const std::vector<PlainClaim>& claims) {
        for (const PlainClaim& c : claims)
            text += "    claim " + c.id + ' ' + c.stance + field("by", c.by) +
                    field("source", c.source) + field("date", c.date) +
                    (c.confidence ? field("confidence", std::to_string(*c.confidence)) : "") +
                    level(c.marking) + '\n';
    };
    for (const auto& [id, s] : g.speakers)
        text += "speaker " + id + field("name", s.name) + field("kind", s.kind) +
                field("country", s.country) + field("entity", s.entity) + '\n';
    for (const auto& [id, s] : g.sources)
        text += "source " + id + field("publisher", s.publisher) + field("date", s.date) +
                level(s.marking) + '\n';
    for (const auto& [id, e] : g.entities) {
        text += "entity " + id + field("type", e.type) + field("country", e.country);
        for (const std::string& role : e.roles) text += field("role", role);
        text += level(e.marking) + '\n';
        for (const PlainName& n : e.names) {
            text += "  name " + n.name + field("by", n.by) + field("since", n.since) +
                    level(n.marking) + '\n';
            add_claims(n.claims);
        }
    }
    for (const auto& [id, r] : g.relations) {
        text += "relation " + id + ' ' + r.from + ' ' + r.type + ' ' + r.to +
                field("start", r.start) + field("stop", r.stop) + level(r.marking) + '\n';
        add_claims(r.claims);
    }
    return text;
}

}  // namespace actormap::test
