#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/write/stix_render.hpp>
#include <actormap/write/stix_required.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr std::string_view unknown_time = "1970-01-01T00:00:00.000Z";
/// When this version of the extension was fixed.
constexpr std::string_view extension_time = "2026-08-01T00:00:00.000Z";
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

void mark(BundleObject& object, Tlp level) {
    if (level == Tlp::clear) return;
    const std::string id = json_string(tlp_marking_id(level));
    std::string refs(object.json("object_marking_refs"));
    if (refs.find(id) != std::string::npos) return;
    const bool is_list = refs.starts_with("[\"");
    if (is_list) refs.pop_back();
    object.set("object_marking_refs", is_list ? refs + ", " + id + ']' : '[' + id + ']');
}

std::string_view identity_class(SpeakerKind kind) {
    if (kind == SpeakerKind::database) return "system";
    return kind == SpeakerKind::researcher ? "unspecified" : "organization";
}

std::string_view opinion_of(Stance stance) {
    switch (stance) {
        case Stance::disputes:
            return "disagree";
        case Stance::denies:
            return "strongly-disagree";
        case Stance::supports:
            return "agree";
        default:
            return {};
    }
}

bool may_have_aliases(std::string_view type) {
    constexpr std::string_view types[] = {
        "attack-pattern", "campaign", "infrastructure", "intrusion-set", "malware",
        "threat-actor",   "tool"};
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

PartialDate earlier(const PartialDate& a, const PartialDate& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    return b.first_day() < a.first_day() ? b : a;
}

}  // namespace

StixRenderer::StixRenderer(const ActorGraph& graph, const StixClaims& claims, const StixIds& ids)
    : graph_(graph), claims_(claims), ids_(ids) {
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
    const bool had_none = property_json(entity.properties, "spec_version") == "null";
    if (had_none && is_stix_observable(entity.type)) object.remove("spec_version");
    if (stix_label_property(entity.type) == "name" && entity.name != entity.id)
        object.text("name", entity.name);
    object.text("description", entity.description);
    if (entity.type == "location") object.text("country", entity.country);
    if (const auto names = aliases(entity); !names.empty())
        object.set("aliases", json_texts(names));
    if (!entity.roles.empty()) object.set("roles", json_texts(entity.roles));
    const bool tells = claims_.tells(id);
    spell(object, StixRecord::entity, entity.properties, tells);
    if (!tells && claims_.marking(entity.properties) < level(entity)) mark(object, level(entity));
    return object;
}

BundleObject StixRenderer::made(EntityId id) const {
    const Entity& entity = graph_[id];
    const std::string& type = ids_.type(id);
    BundleObject object(type, ids_.of(id));
    if (is_made(type)) {
        std::vector<ClaimRange> own, around;
        for (const Name& name : entity.names) own.push_back(name.claims);
        for (const RelationId relation : graph_.relations_of(id))
            around.push_back(graph_[relation].claims);
        date_first(object, own);
        if (!object.has("created")) date_first(object, around);
        if (!object.has("created")) date(object, {});
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
    mark(object, level(entity));
    return object;
}

BundleObject StixRenderer::spelt(RelationId id) const {
    const Relation& relation = graph_[id];
    BundleObject object("relationship", ids_.of(id));
    object.text("relationship_type", relation.type);
    object.text("description", relation.description);
    const bool tells = claims_.tells(id);
    object.text("source_ref", end(relation.from, tells));
    object.text("target_ref", end(relation.to, tells));
    spell(object, StixRecord::relation, relation.properties, tells);
    if (!tells && claims_.marking(relation.properties) < level(relation))
        mark(object, level(relation));
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
    mark(object, level(relation));
    return object;
}

/// The first claim that carries a relation says by whom it is and how sure; a relation that none
/// carries is believed by nobody.
void StixRenderer::attribute(BundleObject& object, ClaimRange range) const {
    std::vector<std::string> references;
    const Claim* carrying = nullptr;
    for (const Claim& claim : graph_.claims(range)) {
        if (!carrying && carries(claim.stance)) carrying = &claim;
        if (!claim.source) continue;
        const std::string text = reference(*claim.source);
        if (std::find(references.begin(), references.end(), text) == references.end())
            references.push_back(text);
    }
    if (!references.empty()) object.set("external_references", json_list(references));
    if (!carrying) {
        object.set("confidence", "0");
        return;
    }
    object.text("created_by_ref", ids_.of(carrying->by));
    if (carrying->confidence) object.set("confidence", std::to_string(carrying->confidence->value));
}

std::string StixRenderer::reference(SourceId id) const {
    const Source& source = graph_[id];
    std::string text =
        "{ \"source_name\": " + json_string(graph_[source.publisher].name) +
        ", \"description\": " + json_string(source.title.empty() ? source.id : source.title);
    if (!source.url.empty()) text += ", \"url\": " + json_string(stix_address(source.url));
    return text + " }";
}

BundleObject StixRenderer::object(SpeakerId id, const std::string& object_id) const {
    const Speaker& speaker = graph_[id];
    BundleObject object("identity", object_id);
    const auto at = spoken_.find(id);
    date(object, at == spoken_.end() ? PartialDate() : at->second);
    object.text("name", speaker.name);
    object.text("identity_class", identity_class(speaker.kind));
    return object;
}

BundleObject StixRenderer::object(SourceId id) const {
    const Source& source = graph_[id];
    BundleObject object("report", ids_.of(id));
    const auto at = cited_.find(id);
    const PartialDate first = at == cited_.end() ? PartialDate() : at->second;
    date(object, source.date.empty() ? first : source.date);
    object.text("created_by_ref", ids_.of(source.publisher));
    object.text("name", source.title.empty() ? source.id : source.title);
    object.set("published", object.json("created"));
    const auto about = about_.find(id);
    const std::vector<std::string> refs =
        about == about_.end()
            ? std::vector<std::string>{ids_.of(source.publisher)}
            : std::vector<std::string>(about->second.begin(), about->second.end());
    object.set("object_refs", json_texts(refs));
    if (!source.url.empty()) object.set("external_references", '[' + reference(id) + ']');
    mark(object, source.marking);
    return object;
}

std::vector<BundleObject> StixRenderer::opinions(RelationId id) const {
    std::vector<BundleObject> opinions;
    std::set<std::string> keys;
    for (const Claim& claim : graph_.claims(graph_[id].claims)) {
        const std::string_view opinion = opinion_of(claim.stance);
        if (opinion.empty()) continue;
        const std::string source = claim.source ? graph_[*claim.source].id : std::string();
        std::string key = "opinion\x1f" + ids_.of(id) + '\x1f' + graph_[claim.by].id + '\x1f' +
                          source + '\x1f' + to_string(claim.date) + '\x1f' + std::string(opinion);
        while (!keys.insert(key).second) key += '+';
        BundleObject object("opinion", "opinion--" + uuid5(key));
        date(object, claim.date);
        object.text("created_by_ref", ids_.of(claim.by));
        object.text("explanation", claim.excerpt.empty() ? std::string_view(claim.note)
                                                         : std::string_view(claim.excerpt));
        object.text("opinion", opinion);
        if (claim.confidence) object.set("confidence", std::to_string(claim.confidence->value));
        object.set("object_refs", json_texts({ids_.of(id)}));
        if (claim.source) object.set("external_references", '[' + reference(*claim.source) + ']');
        mark(object, std::max(graph_[id].marking, graph_.marking(claim)));
        object.only_renders();
        opinions.push_back(std::move(object));
    }
    return opinions;
}

BundleObject StixRenderer::marking(Tlp level) {
    BundleObject object("marking-definition", std::string(tlp_marking_id(level)));
    object.text("created", "2022-10-01T00:00:00.000Z");
    std::string name = "TLP:" + std::string(to_string(level));
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    object.text("name", name);
    object.set("extensions", "{ " + json_string(stix_tlp2_extension) +
                                 ": { \"extension_type\": \"property-extension\", \"tlp_2_0\": " +
                                 json_string(to_string(level)) + " } }");
    object.only_renders();
    return object;
}

BundleObject StixRenderer::definition() {
    BundleObject object("extension-definition", std::string(stix_actormap_extension));
    object.text("created_by_ref", definer().id());
    object.text("created", extension_time);
    object.text("modified", extension_time);
    object.text("name", "actormap native record");
    object.text("description",
                "Holds what STIX has no place for: who claims what, in which source, with which "
                "stance and confidence; who uses which name.");
    object.text("schema",
                "An object with the native records that a STIX object stands for: a kind in "
                "'record' and the record in 'native', or a list 'records' of such pairs. See "
                "docs/stix-extension.md of actormap.");
    object.text("version", "1.0.0");
    object.set("extension_types", "[\"property-extension\"]");
    return object;
}

BundleObject StixRenderer::definer() {
    BundleObject object("identity", "identity--" + uuid5("actormap"));
    object.text("created", extension_time);
    object.text("modified", extension_time);
    object.text("name", "actormap");
    object.text("identity_class", "system");
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

/// Dates an object by the earliest of the claims, if any has a date.
void StixRenderer::date_first(BundleObject& object, const std::vector<ClaimRange>& ranges) const {
    PartialDate first;
    for (const ClaimRange range : ranges)
        for (const Claim& claim : graph_.claims(range)) first = earlier(first, claim.date);
    if (!first.empty()) date(object, first);
}

void StixRenderer::index_claims() {
    for (std::size_t r = 0; r < graph_.relations().size(); ++r) {
        const auto id = static_cast<RelationId>(r);
        if (!claims_.derived(id)) index(graph_[id].claims, ids_.of(id));
    }
    for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
        for (const Name& name : graph_.entities()[e].names)
            index(name.claims, ids_.of(static_cast<EntityId>(e)));
    }
}

void StixRenderer::index(ClaimRange range, const std::string& about) {
    for (const Claim& claim : graph_.claims(range)) {
        spoken_[claim.by] = earlier(spoken_[claim.by], claim.date);
        if (!claim.source) continue;
        cited_[*claim.source] = earlier(cited_[*claim.source], claim.date);
        about_[*claim.source].insert(about);
    }
}

}  // namespace actormap
