#include <actormap/model/countries.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/write/stix_told.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>

// Whether one record, looked at by itself, is what a reader would make of its object.

namespace actormap {
namespace {

/// Whether a reader keeps the properties under their names.
bool are_kept(StixRecord record, const Properties& properties) {
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
    const Interval interval{day_of_property(properties, start), day_of_property(properties, stop)};
    return backwards(interval) ? Interval() : interval;
}

/// Only what files that contradict each other leave behind, which they do again.
bool is_bare(const Properties& properties) {
    return std::all_of(properties.begin(), properties.end(),
                       [](const Property& property) { return property.name == "x_conflicts"; });
}

}  // namespace

bool StixTold::check(const Entity& entity) const {
    if (!is_stix_shaped(entity) || !are_kept(StixRecord::entity, entity.properties) ||
        entity.marking != marking(entity.properties))
        return false;
    return check_label(entity) && check_words(entity) && check_names(entity);
}

bool StixTold::check_label(const Entity& entity) const {
    const auto labels = stix_label_properties(entity.type);
    if (labels.front() == "name") return true;
    for (const std::string_view label : labels) {
        const std::string text = property_text(entity.properties, label);
        if (!text.empty()) return entity.name == text;
    }
    return entity.name == entity.id;
}

/// The roles and the country.
bool StixTold::check_words(const Entity& entity) const {
    const bool has_roles = entity.type == "threat-actor" || entity.type == "identity";
    if (!entity.roles.empty() && !has_roles) return false;
    if (has_roles && entity.properties.find("x_stix_roles")) {
        const std::vector<std::string> raw = property_texts(entity.properties, "x_stix_roles");
        std::set<std::string> roles(raw.begin(), raw.end());
        roles.erase("");
        if (!std::equal(roles.begin(), roles.end(), entity.roles.begin(), entity.roles.end()))
            return false;
    }
    if (entity.type != "location") return entity.country.empty();
    const auto raw = entity.properties.find("x_stix_country");
    if (!raw) return true;
    const Country* known = find_country(text_of_json(*raw));
    return entity.country == (known ? known->alpha2 : std::string_view());
}

bool StixTold::check_names(const Entity& entity) const {
    const std::string by = property_text(entity.properties, "created_by_ref");
    std::set<std::string> names;
    const auto speaker = graph_.find_speaker(by);
    const bool names_speak = !entity.names.empty() || entity.type == "report" ||
                             entity.type == "opinion" || entity.properties.find("aliases");
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
    const bool whole = entity.properties.find("aliases").has_value();
    return whole ? names == listed
                 : std::includes(names.begin(), names.end(), listed.begin(), listed.end());
}

bool StixTold::check(const Relation& relation) {
    const Properties& properties = relation.properties;
    const Entity &from = graph_[relation.from], &to = graph_[relation.to];
    const auto has_own_id = [](const Entity& entity) {
        return entity.undefined || is_stix_id(entity.id, entity.type);
    };
    if (!is_stix_shaped(relation) || !has_own_id(from) || !has_own_id(to) ||
        !are_kept(StixRecord::relation, properties) || relation.marking != marking(properties) ||
        relation.when != interval(properties, "start_time", "stop_time"))
        return false;
    return take(relation.claims, sayings_.of(relation));
}

/// Of a sighting, to what was seen and to who saw it.
bool StixTold::check_derived(const Relation& relation) {
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
    return take(relation.claims, sayings_.of(sighting.properties));
}

Tlp StixTold::marking(const Properties& properties) const {
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

bool StixTold::check(const Source& source) const {
    const auto id = graph_.find_source(source.id);
    return id && told_.cited.contains(*id) && sayings_.describes(source) && !source.reliability &&
           is_bare(source.properties);
}

bool StixTold::check(const Speaker& speaker) const {
    const auto id = graph_.find_speaker(speaker.id);
    if (!id) return false;
    if (StixSayings::is_file(speaker)) return told_.speaking.contains(*id) || told_.files_speak;
    if (!told_.speaking.contains(*id) && !told_.creators.contains(speaker.id)) return false;
    if (speaker.kind != SpeakerKind::organisation || !speaker.country.empty() ||
        !is_bare(speaker.properties))
        return false;
    const auto entity = graph_.find_entity(speaker.id);
    if (!entity || graph_[*entity].undefined) return speaker.name == speaker.id && !speaker.entity;
    return speaker.entity == entity && speaker.name == graph_[*entity].name;
}

}  // namespace actormap
