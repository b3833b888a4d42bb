#include <actormap/write/claim_json.hpp>
#include <actormap/write/claim_text.hpp>
#include <actormap/write/profile.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

std::string name_text(const ActorGraph& graph, const Selection& selection, const Name& name) {
    std::string text = name.name;
    text += name.by ? "  used by " + speaker_text(graph[*name.by]) : std::string();
    if (!name.since.empty()) text += "  since " + to_string(name.since);
    if (!name.until.empty()) text += "  until " + to_string(name.until);
    text = "  " + printable(text) + '\n';
    for (const ClaimId c : shown_claims(selection, name.claims))
        text += claim_text(graph, selection, c, 6);
    return text;
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
    for (const RelationId r : profile.relations) text += relation_text(graph, selection, r, 2);
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
             {stance_text(graph, selection, id), by.name, std::string(to_string(by.kind)),
              by.country, to_string(claim.date),
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
    Json json{{"id", entity.id},       {"type", entity.type},
              {"name", entity.name},   {"description", text_or_null<Json>(entity.description)},
              {"roles", entity.roles}, {"marking", std::string(to_string(profile.marking))},
              {"names", Json::array()}};
    for (const Name* name : profile.names) {
        json["names"].push_back({{"name", name->name},
                                 {"by", name->by ? Json(graph[*name->by].id) : Json()},
                                 {"since", text_or_null<Json>(to_string(name->since))},
                                 {"until", text_or_null<Json>(to_string(name->until))},
                                 {"claims", claims_json<Json>(graph, selection, name->claims)}});
    }
    json["relations"] = relations_json<Json>(graph, selection, profile.relations);
    return json.dump(2) + '\n';
}

}  // namespace actormap
