#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/web_address.hpp>
#include <actormap/write/stix_claims.hpp>
#include <actormap/write/stix_words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr std::string_view file_prefix = "file:";

std::string text_in(const nlohmann::json& object, const char* name) {
    const auto at = object.find(name);
    return at == object.end() || !at->is_string() ? std::string() : at->get<std::string>();
}

/// The stance of an opinion; nothing for a neutral one.
std::optional<Stance> stance_of(const std::string& opinion) {
    if (opinion == "agree" || opinion == "strongly-agree") return Stance::supports;
    if (opinion == "disagree" || opinion == "strongly-disagree") return Stance::disputes;
    return std::nullopt;
}

/// A STIX confidence that is one.
std::optional<Confidence> confidence_of(const Properties& properties) {
    const auto json = property_json(properties, "confidence");
    if (!json) return std::nullopt;
    const nlohmann::json value = nlohmann::json::parse(*json);
    if (!value.is_number_integer() || value < 0 || value > 100) return std::nullopt;
    return confidence_number(value.get<std::uint8_t>());
}

/// Whether a reader keeps the properties under their names.
bool are_told(StixRecord record, const Properties& properties) {
    return std::all_of(properties.begin(), properties.end(), [&](const Property& property) {
        const std::string_view name(property.name), member = stix_member_name(record, name);
        const bool of_a_relation =
            member == "relationship_type" || member == "source_ref" || member == "target_ref";
        return stix_property_name(record, member) == name &&
               !(record == StixRecord::relation && of_a_relation) &&
               (name != "spec_version" || property.json != "\"2.1\"");
    });
}

/// The interval of two timestamps; nothing if it ends before it begins.
Interval interval(const Properties& properties, const char* start, const char* stop) {
    const Interval interval{day_of_time(property_json(properties, start).value_or("")),
                            day_of_time(property_json(properties, stop).value_or(""))};
    return backwards(interval) ? Interval() : interval;
}

/// Only what files that contradict each other leave behind, which they do again.
bool is_bare(const Properties& properties) {
    return std::all_of(properties.begin(), properties.end(),
                       [](const Property& property) { return property.name == "x_conflicts"; });
}

}  // namespace

// A told object must not make a record again that another one, or nothing, is to make. So what is
// told is found in rounds: whatever would make again what differs is told no longer.
StixClaims::StixClaims(const ActorGraph& graph) : graph_(graph) {
    std::size_t barred = 0;
    do {
        barred = count_barred();
        find_told();
        bar();
    } while (count_barred() != barred);
    for (const SpeakerId speaker : speaking_) {
        if (is_file(graph[speaker])) ++nameless_files_;
    }
}

void StixClaims::find_told() {
    entities_.clear();
    relations_.clear();
    derived_.clear();
    speakers_.clear();
    sources_.clear();
    referrers_.clear();
    described_.clear();
    hosts_.clear();
    creators_.clear();
    files_speak_ = false;
    speaking_.clear();
    cited_.clear();
    for (const Entity& entity : graph_.entities())
        entities_.push_back(!barred_.contains(entity.id) && check(entity));
    index_references();
    for (const Relation& relation : graph_.relations()) {
        derived_.push_back(check_derived(relation));
        relations_.push_back(derived_.back() || check(relation));
    }
    for (std::size_t e = 0; e < entities_.size(); ++e) {
        if (!entities_[e]) continue;
        const Entity& entity = graph_.entities()[e];
        for (const Name& name : entity.names)
            if (name.by) speaking_.insert(*name.by);
        if (property_json(entity.properties, "aliases"))
            creators_.insert(property_text(entity.properties, "created_by_ref"));
    }
    bar_referrers();
    for (const Source& source : graph_.sources()) {
        sources_.push_back(check(source));
        if (sources_.back()) speaking_.insert(source.publisher);
    }
    for (const Speaker& speaker : graph_.speakers()) speakers_.push_back(check(speaker));
}

std::size_t StixClaims::count_barred() const {
    return barred_.size() + barred_definitions_.size() + barred_speakers_.size() +
           barred_sources_.size();
}

/// Finds what may not be told after all.
void StixClaims::bar() {
    for (const SourceId source : cited_) {
        if (tells(source)) continue;
        barred_sources_.insert(source);
        barred_.insert(graph_[source].id);  // the report that it is, if it is one
    }
    for (std::size_t s = 0; s < speakers_.size(); ++s) {
        const auto id = static_cast<SpeakerId>(s);
        const bool made = speaking_.contains(id) || creators_.contains(graph_[id].id);
        if (made && !tells(id)) barred_speakers_.insert(id);
    }
    for (std::size_t e = 0; e < entities_.size(); ++e) {
        const Entity& entity = graph_.entities()[e];
        if (!entities_[e] && entity.type == "marking-definition")
            barred_definitions_.insert(entity.id);
        if (entities_[e] && entity.type == "sighting" && !is_whole(static_cast<EntityId>(e)))
            barred_.insert(entity.id);
    }
}

/// A report or opinion claims even a relation that is not told; it may if the claim is there.
void StixClaims::bar_referrers() {
    for (std::size_t r = 0; r < relations_.size(); ++r) {
        const Relation& relation = graph_.relations()[r];
        const auto at = referrers_.find(std::string(std::string_view(relation.id)));
        if (relations_[r] || at == referrers_.end()) continue;
        for (const EntityId referrer : at->second) {
            const Entity& entity = graph_[referrer];
            const auto made =
                entity.type == "report" ? by_report(entity) : by_opinion(entity, relation);
            if (!made) continue;
            bool found = false;
            for (const Claim& claim : graph_.claims(relation.claims)) {
                if (said(claim) != made) continue;
                found = true;
                speaking_.insert(claim.by);
                if (claim.source) cited_.insert(*claim.source);
            }
            if (!found) barred_.insert(entity.id);
        }
    }
}

/// Whether the graph has each relation that a reader makes of a sighting.
bool StixClaims::is_whole(EntityId sighting) const {
    const Properties& properties = graph_[sighting].properties;
    std::set<std::pair<std::string, std::string>> made, found;
    const auto make = [&](const char* type, const std::string& to) {
        if (graph_.find_entity(to)) made.emplace(type, to);
    };
    make("sighting-of", property_text(properties, "sighting_of_ref"));
    for (const std::string& to : property_texts(properties, "where_sighted_refs"))
        make("where-sighted", to);
    for (const RelationId id : graph_.relations_of(sighting)) {
        const Relation& relation = graph_[id];
        if (derived(id) && relation.from == sighting)
            found.emplace(std::string(std::string_view(relation.type)), graph_[relation.to].id);
    }
    return made == found;
}

/// Which told reports and opinions refer to a relationship.
void StixClaims::index_references() {
    for (std::size_t e = 0; e < entities_.size(); ++e) {
        const Entity& entity = graph_.entities()[e];
        if (!entities_[e] || (entity.type != "report" && entity.type != "opinion")) continue;
        bool claims = false;
        for (const std::string& id : property_texts(entity.properties, "object_refs")) {
            referrers_[id].push_back(static_cast<EntityId>(e));
            claims = claims || id.starts_with("relationship--");
        }
        if (!claims) continue;
        const std::string by = creator(entity.properties);
        files_speak_ = files_speak_ || by == file_prefix;
        creators_.insert(by);
    }
}

bool StixClaims::check(const Entity& entity) const {
    if (!is_stix_shaped(entity) || !are_told(StixRecord::entity, entity.properties) ||
        entity.marking != marking(entity.properties))
        return false;
    return check_label(entity) && check_words(entity) && check_names(entity);
}

bool StixClaims::check_label(const Entity& entity) const {
    const auto labels = stix_label_properties(entity.type);
    if (labels.front() == "name") return true;
    for (const std::string_view label : labels) {
        const std::string text = property_text(entity.properties, label);
        if (!text.empty()) return entity.name == text;
    }
    return entity.name == entity.id;
}

/// The roles and the country.
bool StixClaims::check_words(const Entity& entity) const {
    const bool has_roles = entity.type == "threat-actor" || entity.type == "identity";
    if (!entity.roles.empty() && !has_roles) return false;
    if (has_roles && property_json(entity.properties, "x_stix_roles")) {
        const std::vector<std::string> raw = property_texts(entity.properties, "x_stix_roles");
        std::set<std::string> roles(raw.begin(), raw.end());
        roles.erase("");
        if (!std::equal(roles.begin(), roles.end(), entity.roles.begin(), entity.roles.end()))
            return false;
    }
    if (entity.type != "location") return entity.country.empty();
    const auto raw = property_json(entity.properties, "x_stix_country");
    if (!raw) return true;
    const Country* known = find_country(text_of_json(*raw));
    return entity.country == (known ? known->alpha2 : std::string_view());
}

bool StixClaims::check_names(const Entity& entity) const {
    const std::string by = property_text(entity.properties, "created_by_ref");
    std::set<std::string> names;
    const auto speaker = graph_.find_speaker(by);
    const bool names_speak = !entity.names.empty() || entity.type == "report" ||
                             entity.type == "opinion" ||
                             property_json(entity.properties, "aliases");
    if (names_speak && speaker && barred_speakers_.contains(*speaker)) return false;
    for (const Name& name : entity.names) {
        const std::string namer = name.by ? graph_[*name.by].id : std::string();
        if (namer != by || !name.since.empty() || !name.until.empty() || name.claims.count != 0 ||
            name.marking != Tlp::clear || !name.properties.empty() ||
            !names.insert(name.name).second)
            return false;
    }
    std::set<std::string> listed;
    for (const char* list : {"aliases", "x_mitre_aliases"}) {
        for (std::string& text : property_texts(entity.properties, list))
            listed.insert(std::move(text));
    }
    listed.erase("");
    const bool whole = property_json(entity.properties, "aliases").has_value();
    return whole ? names == listed
                 : std::includes(names.begin(), names.end(), listed.begin(), listed.end());
}

bool StixClaims::check(const Relation& relation) {
    const Properties& properties = relation.properties;
    const Entity &from = graph_[relation.from], &to = graph_[relation.to];
    const auto has_own_id = [](const Entity& entity) {
        return entity.undefined || is_stix_id(entity.id, entity.type);
    };
    if (!is_stix_shaped(relation) || !has_own_id(from) || !has_own_id(to) ||
        !are_told(StixRecord::relation, properties) || relation.marking != marking(properties) ||
        relation.when != interval(properties, "start_time", "stop_time"))
        return false;
    const auto claims = expected(relation.id, &relation, properties);
    if (!says_all(claims, relation.claims)) return false;
    use_claims(relation.claims);
    return true;
}

/// Of a sighting, to what was seen and to who saw it.
bool StixClaims::check_derived(const Relation& relation) {
    const Entity& sighting = graph_[relation.from];
    if (sighting.type != "sighting" || !tells(relation.from) || !relation.id.empty() ||
        !relation.description.empty() || !relation.properties.empty())
        return false;
    const Interval seen = interval(sighting.properties, "first_seen", "last_seen");
    const std::string& to = graph_[relation.to].id;
    const auto seers = property_texts(sighting.properties, "where_sighted_refs");
    const bool refers = (relation.type == "sighting-of" &&
                         property_text(sighting.properties, "sighting_of_ref") == to) ||
                        (relation.type == "where-sighted" &&
                         std::find(seers.begin(), seers.end(), to) != seers.end());
    // A marking that is defined after the sighting is not the relation's.
    if (!refers || relation.when != seen ||
        (relation.marking != sighting.marking && relation.marking != Tlp::clear))
        return false;
    const auto claims = expected(sighting.id, nullptr, sighting.properties);
    if (!says_all(claims, relation.claims)) return false;
    use_claims(relation.claims);
    return true;
}

/// The claims that an object makes about a relation, with those of who refers to the object.
std::set<StixClaims::Said> StixClaims::expected(std::string_view id, const Relation* relation,
                                                const Properties& properties) {
    Said own;
    own.by = creator(properties);
    own.date = day_of_time(property_json(properties, "created").value_or(""));
    own.confidence = confidence_of(properties);
    std::set<Said> claims;
    expect_references(properties, own, claims);
    if (!relation) return claims;
    const auto at = referrers_.find(std::string(id));
    if (at == referrers_.end()) return claims;
    for (const EntityId referrer : at->second) {
        const Entity& entity = graph_[referrer];
        if (entity.type == "report")
            claims.insert(*by_report(entity));
        else if (auto said = by_opinion(entity, *relation))
            claims.insert(*std::move(said));
    }
    return claims;
}

/// One claim for each source among the references, or one without.
void StixClaims::expect_references(const Properties& properties, const Said& said,
                                   std::set<Said>& claims) {
    const auto json = property_json(properties, "external_references");
    const nlohmann::json list = json ? nlohmann::json::parse(*json) : nlohmann::json();
    for (const nlohmann::json& reference : list) {
        if (!list.is_array() || !reference.is_object()) continue;
        const std::string url = text_in(reference, "url"), name = text_in(reference, "source_name"),
                          text = text_in(reference, "description");
        const bool linked = is_cited_address(url);
        if (!linked && text.empty()) continue;
        Said cited = said;
        Described source;
        if (linked) {
            const WebOrigin origin = web_origin(url);
            cited.source = source_id("", "", url);
            source = {
                origin.host, {}, origin.url, origin.archive_url, {text.empty() ? name : text}};
            hosts_.insert(origin.host);
        } else {
            cited.source = source_id(said.by, name + ": " + text, "");
            source = {said.by, {}, {}, {}, {text}};
        }
        const auto [at, fresh] = described_.try_emplace(cited.source, source);
        if (!fresh) at->second.titles.merge(source.titles);
        claims.insert(std::move(cited));
    }
    if (claims.empty()) claims.insert(said);
}

std::optional<StixClaims::Said> StixClaims::by_report(const Entity& report) {
    Said said;
    said.by = creator(report.properties);
    said.source = report.id;
    said.date = day_of_time(property_json(report.properties, "published").value_or(""));
    said.confidence = confidence_of(report.properties);
    Described source{said.by, said.date, {}, {}, {}, report.marking};
    source.titles.insert(report.name == report.id ? std::string() : report.name);
    const auto references = property_json(report.properties, "external_references");
    if (references) {
        const nlohmann::json list = nlohmann::json::parse(*references);
        for (const nlohmann::json& reference : list) {
            if (!reference.is_object()) continue;
            const std::string url = text_in(reference, "url");
            if (source.url.empty() && is_cited_address(url)) source.url = url;
        }
    }
    described_.try_emplace(report.id, std::move(source));
    return said;
}

std::optional<StixClaims::Said> StixClaims::by_opinion(const Entity& opinion,
                                                       const Relation& relation) {
    const auto stance = stance_of(property_text(opinion.properties, "opinion"));
    if (!stance) return std::nullopt;
    Said said;
    said.by = creator(opinion.properties);
    said.date = day_of_time(property_json(opinion.properties, "created").value_or(""));
    const bool of_an_end = said.by == graph_[relation.from].id || said.by == graph_[relation.to].id;
    said.stance = *stance == Stance::disputes && of_an_end ? Stance::denies : *stance;
    said.confidence = confidence_of(opinion.properties);
    said.excerpt = property_text(opinion.properties, "explanation");
    return said;
}

bool StixClaims::says_all(const std::set<Said>& claims, ClaimRange range) const {
    std::set<Said> found;
    for (const Claim& claim : graph_.claims(range)) {
        auto made = said(claim);
        const bool barred = barred_speakers_.contains(claim.by) ||
                            (claim.source && barred_sources_.contains(*claim.source));
        if (!made || barred) return false;
        found.insert(*std::move(made));
    }
    return found == claims;
}

void StixClaims::use_claims(ClaimRange range) {
    for (const Claim& claim : graph_.claims(range)) {
        speaking_.insert(claim.by);
        if (claim.source) cited_.insert(*claim.source);
    }
}

/// A claim in the form that objects have; nothing if it says more than they can.
std::optional<StixClaims::Said> StixClaims::said(const Claim& claim) const {
    if (!claim.id.empty() || !claim.locator.empty() || !claim.note.empty() || claim.cites ||
        claim.marking != Tlp::clear || !claim.properties.empty())
        return std::nullopt;
    Said said;
    const Speaker& speaker = graph_[claim.by];
    said.by = is_file(speaker) ? std::string(file_prefix) : speaker.id;
    if (claim.source) said.source = key(graph_[*claim.source]);
    said.date = claim.date;
    said.stance = claim.stance;
    said.confidence = claim.confidence;
    said.excerpt = std::string(std::string_view(claim.excerpt));
    return said;
}

std::string StixClaims::creator(const Properties& properties) const {
    std::string by = property_text(properties, "created_by_ref");
    return by.empty() ? std::string(file_prefix) : by;
}

/// A source's id, with any file as the publisher where one is.
std::string StixClaims::key(const Source& source) const {
    const Speaker& publisher = graph_[source.publisher];
    const bool by_file = is_file(publisher) && source.id.starts_with(publisher.id + ": ");
    return by_file ? std::string(file_prefix) + source.id.substr(publisher.id.size()) : source.id;
}

bool StixClaims::is_file(const Speaker& speaker) const {
    return speaker.id.starts_with(file_prefix) && speaker.name == speaker.id &&
           speaker.kind == SpeakerKind::database && speaker.country.empty() && !speaker.entity &&
           speaker.properties.empty();
}

Tlp StixClaims::marking(const Properties& properties) const {
    Tlp highest = Tlp::clear;
    for (const std::string& id : property_texts(properties, "object_marking_refs")) {
        auto level = stix_predefined_tlp(id);
        const auto entity = graph_.find_entity(id);
        if (!level && entity && !barred_definitions_.contains(id))
            level = tlp_of_definition(graph_[*entity]);
        highest = std::max(highest, level.value_or(Tlp::clear));
    }
    return highest;
}

bool StixClaims::check(const Source& source) const {
    const auto id = graph_.find_source(source.id);
    const auto at = described_.find(key(source));
    if (!id || !cited_.contains(*id) || at == described_.end()) return false;
    const Described& told = at->second;
    const Speaker& publisher = graph_[source.publisher];
    const std::string by = is_file(publisher) ? std::string(file_prefix) : publisher.id;
    return by == told.publisher && source.date == told.date && source.url == told.url &&
           source.archive_url == told.archive_url && told.titles.contains(source.title) &&
           !source.reliability && source.marking == told.marking && is_bare(source.properties);
}

bool StixClaims::check(const Speaker& speaker) const {
    const auto id = graph_.find_speaker(speaker.id);
    if (!id) return false;
    if (is_file(speaker)) return speaking_.contains(*id) || files_speak_;
    if (!speaking_.contains(*id) && !creators_.contains(speaker.id)) return false;
    if (speaker.kind != SpeakerKind::organisation || !speaker.country.empty() ||
        !is_bare(speaker.properties))
        return false;
    const auto entity = graph_.find_entity(speaker.id);
    if (!entity || graph_[*entity].undefined) return speaker.name == speaker.id && !speaker.entity;
    return speaker.entity == entity && speaker.name == graph_[*entity].name;
}

}  // namespace actormap
