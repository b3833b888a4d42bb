#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/write/stix_render.hpp>
#include <actormap/write/stix_required.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr std::string_view unknown_time = "1970-01-01T00:00:00.000Z";

bool is_member_name(std::string_view name) {
    return name.size() >= 3 && name.size() <= 250 &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

/// What a relation has in its own fields.
bool is_model_member(std::string_view name) {
    return name == "relationship_type" || name == "source_ref" || name == "target_ref";
}

/// The properties as members; those that no STIX member can be called only if `all`.
void spell(BundleObject& object, StixRecord record, const Properties& properties, bool all) {
    for (const Property& property : properties) {
        const std::string_view name = stix_member_name(record, property.name);
        if (name == "spec_version" && property.json == "null") continue;
        if (all || (is_member_name(name) && !is_model_member(name)))
            object.set(name, property.json);
    }
}

bool may_have_aliases(std::string_view type) {
    constexpr std::string_view types[] = {
        "attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware",
        "threat-actor",   "tool"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

}  // namespace

StixRenderer::StixRenderer(const ActorGraph& graph, const StixTold& told, const StixIds& ids)
    : graph_(graph), told_(told), ids_(ids) {
    index_claims();
}

BundleObject StixRenderer::object(EntityId id) const {
    return is_stix_shaped(graph_[id]) ? spelt(id) : made(id);
}

BundleObject StixRenderer::object(RelationId id) const {
    return is_stix_shaped(graph_[id]) ? spelt(id) : made(id);
}

BundleObject StixRenderer::spelt(EntityId id) const {
    const Entity& entity = graph_[id];
    BundleObject object(entity.type, entity.id);
    const bool had_none = entity.properties.find("spec_version") == "null";
    if (had_none && is_stix_observable(entity.type)) object.remove("spec_version");
    if (stix_label_property(entity.type) == "name" && entity.name != entity.id)
        object.text("name", entity.name);
    object.text("description", entity.description);
    if (entity.type == "location") object.text("country", entity.country);
    if (const auto names = aliases(entity); !names.empty())
        object.set("aliases", json_texts(names));
    if (!entity.roles.empty()) object.set("roles", json_texts(entity.roles));
    const bool tells = told_.tells(id);
    spell(object, StixRecord::entity, entity.properties, tells);
    if (!tells && told_.marking(entity.properties) < level(entity)) object.mark(level(entity));
    return object;
}

BundleObject StixRenderer::made(EntityId id) const {
    const Entity& entity = graph_[id];
    const std::string& type = ids_.type(id);
    BundleObject object(type, ids_.of(id));
    if (is_made(type)) {
        date_entity(object, id);
        const std::string_view label = stix_label_property(type);
        const bool nameless = type == "opinion" || type == "malware-analysis";
        if (!nameless) object.text(label, entity.name);
        const std::string_view text = type == "opinion" ? "explanation" : "description";
        if (type != "note" && type != "malware-analysis") object.text(text, entity.description);
    }
    const bool custom = type == "x-actormap-object" || !is_stix_entity_type(type);
    if (may_have_aliases(type) || (custom && is_made(type))) {
        if (const auto names = aliases(entity); !names.empty())
            object.set("aliases", json_texts(names));
    }
    if ((type == "threat-actor" || type == "identity") && !entity.roles.empty())
        object.set("roles", json_texts(entity.roles));
    fill_required(object, entity, type, text_of_json(object.json("created")), others(id));
    object.mark(level(entity));
    return object;
}

BundleObject StixRenderer::spelt(RelationId id) const {
    const Relation& relation = graph_[id];
    BundleObject object("relationship", ids_.of(id));
    object.text("relationship_type", relation.type);
    object.text("description", relation.description);
    const bool tells = told_.tells(id);
    object.text("source_ref", end(relation.from, tells));
    object.text("target_ref", end(relation.to, tells));
    spell(object, StixRecord::relation, relation.properties, tells);
    if (!tells && told_.marking(relation.properties) < level(relation))
        object.mark(level(relation));
    return object;
}

BundleObject StixRenderer::made(RelationId id) const {
    const Relation& relation = graph_[id];
    BundleObject object("relationship", ids_.of(id));
    date_first(object, {relation.claims});
    if (!object.has("created")) date(object, {});
    const std::string_view type(relation.type);
    object.text("relationship_type", is_stix_word(type) ? type : "related-to");
    object.text("description", relation.description);
    object.text("source_ref", end(relation.from, false));
    object.text("target_ref", end(relation.to, false));
    if (!relation.when.start.empty()) object.text("start_time", stix_start(relation.when.start));
    if (!relation.when.stop.empty()) object.text("stop_time", stix_stop(relation.when.stop));
    attribute(object, relation.claims);
    object.mark(level(relation));
    return object;
}

Tlp StixRenderer::level(const Entity& entity) const {
    Tlp highest = entity.marking;
    for (const Name& name : entity.names) {
        highest = std::max(highest, name.marking);
        for (const Claim& claim : graph_.claims(name.claims))
            highest = std::max(highest, graph_.marking(claim));
    }
    return highest;
}

Tlp StixRenderer::level(const Relation& relation) const {
    Tlp highest = relation.marking;
    for (const Claim& claim : graph_.claims(relation.claims))
        highest = std::max(highest, graph_.marking(claim));
    return highest;
}

/// An end of a relation. One that nothing defines is named as it was where nothing is changed.
std::string StixRenderer::end(EntityId id, bool spelt) const {
    const Entity& entity = graph_[id];
    return spelt && entity.undefined ? entity.id : ids_.of(id);
}

std::vector<std::string> StixRenderer::others(EntityId id) const {
    std::set<std::string> ids;
    for (const RelationId relation : graph_.relations_of(id)) {
        for (const EntityId end : {graph_[relation].from, graph_[relation].to})
            if (end != id) ids.insert(ids_.of(end));
    }
    return {ids.begin(), ids.end()};
}

/// The names as a list, the entity's own first, without those that ATT&CK lists elsewhere.
std::vector<std::string> StixRenderer::aliases(const Entity& entity) const {
    const std::vector<std::string> elsewhere = property_texts(entity.properties, "x_mitre_aliases");
    std::vector<std::string> texts;
    for (const Name& name : entity.names) {
        const auto is_in = [&](const std::vector<std::string>& list) {
            return std::find(list.begin(), list.end(), name.name) != list.end();
        };
        if (!is_in(texts) && !is_in(elsewhere)) texts.push_back(name.name);
    }
    std::stable_partition(texts.begin(), texts.end(),
                          [&](const std::string& text) { return text == entity.name; });
    return texts;
}

void StixRenderer::date(BundleObject& object, const PartialDate& date) const {
    const PartialDate& known = date.empty() ? graph_.as_of() : date;
    const std::string time = known.empty() ? std::string(unknown_time) : stix_start(known);
    object.text("created", time);
    object.text("modified", time);
}

}  // namespace actormap
