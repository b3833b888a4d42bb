#include <actormap/write/profile.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

std::string stance_of(const ActorGraph& graph, const Selection& selection, ClaimId id) {
    std::string stance(to_string(graph[id].stance));
    return selection[id] == ClaimState::withdrawn ? stance + " (since withdrawn)" : stance;
}

// For people.

std::string speaker_text(const Speaker& speaker) {
    std::string text = speaker.name + " (" + std::string(to_string(speaker.kind));
    return text + (speaker.country.empty() ? "" : ", " + speaker.country) + ')';
}

std::string source_text(const ActorGraph& graph, const Claim& claim) {
    if (!claim.source) return "no source";
    const Source& source = graph[*claim.source];
    std::string text = graph[source.publisher].name;
    if (!source.title.empty()) text += ", " + source.title;
    if (!source.date.empty()) text += ", " + to_string(source.date);
    if (!source.url.empty()) text += ", " + source.url;
    return text;
}

std::string claim_text(const ActorGraph& graph, const Selection& selection, ClaimId id) {
    const Claim& claim = graph[id];
    const std::string date = claim.date.empty() ? "undated" : to_string(claim.date);
    std::string text = "      " + date + "  " + speaker_text(graph[claim.by]) + ' ' +
                       stance_of(graph, selection, id);
    if (claim.confidence) text += ", " + to_string(*claim.confidence);
    if (!claim.excerpt.empty()) text += ": \"" + claim.excerpt + '"';
    text = printable(text) + '\n';
    text += "        in " + printable(source_text(graph, claim)) + '\n';
    if (!claim.note.empty()) text += "        note: " + printable(claim.note) + '\n';
    return text;
}

std::string interval_text(const Interval& when) {
    if (when.empty()) return {};
    const std::string start = to_string(when.start), stop = to_string(when.stop);
    if (start == stop) return "  " + start;
    return "  " + (start.empty() ? "…" : start) + " to " + (stop.empty() ? "…" : stop);
}

std::string relation_text(const ActorGraph& graph, const Selection& selection, RelationId id) {
    const Relation& relation = graph[id];
    const auto label = [&](EntityId end) { return graph[end].name + " [" + graph[end].id + ']'; };
    std::string text = label(relation.from) + ' ' + relation.type + ' ' + label(relation.to) +
                       interval_text(relation.when);
    if (const auto sure = confidence(graph, selection, id))
        text += "  confidence " + std::to_string(sure->value);
    if (selection[id] == RelationState::disputed) text += "  disputed";
    if (selection[id] == RelationState::unclaimed) text += "  nobody asserts it here";
    text = "  " + printable(text) + '\n';
    for (const ClaimId c : shown_claims(selection, relation.claims))
        text += claim_text(graph, selection, c);
    return text;
}

std::string name_text(const ActorGraph& graph, const Selection& selection, const Name& name) {
    std::string text = name.name;
    text += name.by ? "  used by " + speaker_text(graph[*name.by]) : std::string();
    if (!name.since.empty()) text += "  since " + to_string(name.since);
    if (!name.until.empty()) text += "  until " + to_string(name.until);
    text = "  " + printable(text) + '\n';
    for (const ClaimId c : shown_claims(selection, name.claims))
        text += claim_text(graph, selection, c);
    return text;
}

// For programs.

Json claim_json(const ActorGraph& graph, const Selection& selection, ClaimId id) {
    const Claim& claim = graph[id];
    const Speaker& by = graph[claim.by];
    Json json{{"by", by.id},
              {"speaker", by.name},
              {"kind", std::string(to_string(by.kind))},
              {"country", text_or_null(by.country)},
              {"source", Json()},
              {"publisher", Json()}};
    if (claim.source) {
        json["source"] = graph[*claim.source].id;
        json["publisher"] = graph[graph[*claim.source].publisher].id;
    }
    json["stance"] = std::string(to_string(claim.stance));
    json["withdrawn"] = selection[id] == ClaimState::withdrawn;
    json["date"] = text_or_null(to_string(claim.date));
    json["confidence"] = claim.confidence ? Json(claim.confidence->value) : Json();
    if (claim.confidence && !claim.confidence->words.empty()) {
        json["confidence_words"] = claim.confidence->words;
        json["confidence_range"] = {claim.confidence->low, claim.confidence->high};
    }
    json["title"] = claim.source ? text_or_null(graph[*claim.source].title) : Json();
    json["url"] = claim.source ? text_or_null(graph[*claim.source].url) : Json();
    if (!claim.excerpt.empty()) json["excerpt"] = claim.excerpt;
    if (!claim.note.empty()) json["note"] = claim.note;
    return json;
}

Json claims_json(const ActorGraph& graph, const Selection& selection, const ClaimRange& range) {
    Json list = Json::array();
    for (const ClaimId c : shown_claims(selection, range))
        list.push_back(claim_json(graph, selection, c));
    return list;
}

}  // namespace

std::string profile_text(const ActorGraph& graph, const Selection& selection,
                         const Profile& profile) {
    const Entity& entity = graph[profile.entity];
    std::string text = printable(entity.name + "  " + entity.type + "  [" + entity.id + ']') + '\n';
    if (!entity.description.empty()) text += "  " + printable(entity.description) + '\n';
    text += "\nNames\n";
    for (const Name* name : profile.names) text += name_text(graph, selection, *name);
    if (profile.names.empty()) text += "  no other under this lens\n";
    text += "\nRelations\n";
    for (const RelationId r : profile.relations) text += relation_text(graph, selection, r);
    if (profile.relations.empty()) text += "  none under this lens\n";
    return text + "\nTLP: " + std::string(to_string(profile.marking)) + '\n';
}

Table profile_table(const ActorGraph& graph, const Selection& selection, const Profile& profile) {
    Table table{{{"from"},
                 {"relation"},
                 {"to"},
                 {"start"},
                 {"stop"},
                 {"stance"},
                 {"by"},
                 {"by_kind"},
                 {"by_country"},
                 {"date"},
                 {"confidence", true},
                 {"publisher"},
                 {"url"}},
                {}};
    const auto add = [&](const std::vector<std::string>& head, ClaimId id) {
        const Claim& claim = graph[id];
        const Speaker& by = graph[claim.by];
        const Source* source = claim.source ? &graph[*claim.source] : nullptr;
        std::vector<std::string> row = head;
        for (std::string cell :
             {stance_of(graph, selection, id), by.name, std::string(to_string(by.kind)), by.country,
              to_string(claim.date),
              claim.confidence ? std::to_string(claim.confidence->value) : std::string(),
              source ? graph[source->publisher].name : std::string(),
              source ? source->url : std::string()})
            row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    };
    const Entity& entity = graph[profile.entity];
    for (const Name* name : profile.names) {
        for (const ClaimId c : shown_claims(selection, name->claims))
            add({entity.name, "is called", name->name, to_string(name->since),
                 to_string(name->until)},
                c);
    }
    for (const RelationId r : profile.relations) {
        const Relation& relation = graph[r];
        for (const ClaimId c : shown_claims(selection, relation.claims))
            add({graph[relation.from].name, relation.type.str(), graph[relation.to].name,
                 to_string(relation.when.start), to_string(relation.when.stop)},
                c);
    }
    return table;
}

std::string profile_json(const ActorGraph& graph, const Selection& selection,
                         const Profile& profile) {
    const Entity& entity = graph[profile.entity];
    Json json{{"id", entity.id},        {"type", entity.type},
              {"name", entity.name},    {"description", text_or_null(entity.description)},
              {"roles", entity.roles},  {"marking", std::string(to_string(profile.marking))},
              {"names", Json::array()}, {"relations", Json::array()}};
    for (const Name* name : profile.names) {
        json["names"].push_back({{"name", name->name},
                                 {"by", name->by ? Json(graph[*name->by].id) : Json()},
                                 {"since", text_or_null(to_string(name->since))},
                                 {"until", text_or_null(to_string(name->until))},
                                 {"claims", claims_json(graph, selection, name->claims)}});
    }
    for (const RelationId r : profile.relations) {
        const Relation& relation = graph[r];
        const auto sure = confidence(graph, selection, r);
        json["relations"].push_back({{"from", graph[relation.from].id},
                                     {"type", relation.type},
                                     {"to", graph[relation.to].id},
                                     {"start", text_or_null(to_string(relation.when.start))},
                                     {"stop", text_or_null(to_string(relation.when.stop))},
                                     {"confidence", sure ? Json(sure->value) : Json()},
                                     {"exists", exists(selection[r])},
                                     {"disputed", selection[r] == RelationState::disputed},
                                     {"claims", claims_json(graph, selection, relation.claims)}});
    }
    return json.dump(2) + '\n';
}

}  // namespace actormap
