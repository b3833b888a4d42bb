#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/stix_properties.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_records.hpp>

#include <algorithm>
#include <set>

namespace actormap {
namespace {

/// The texts of a list, each once and none of them empty. Nothing if that is not all it holds.
std::optional<std::vector<std::string_view>> distinct_texts(StixObject& object,
                                                            const StixObject::Field& list,
                                                            std::vector<std::string_view>& texts) {
    if (!is_json_list(list.json)) return std::nullopt;
    bool whole = true;
    std::set<std::string_view> seen;
    JsonWalk walk(list.json);
    while (const auto item = walk.next_item()) {
        const std::string_view text =
            is_json_text(*item) ? object.content(*item) : std::string_view();
        if (!text.empty() && seen.insert(text).second)
            texts.push_back(text);
        else
            whole = false;
    }
    return whole ? std::optional(texts) : std::nullopt;
}

/// The content of a property that holds a text as JSON.
std::string_view text_property(const Properties& properties, std::string_view name) {
    for (const Property& property : properties) {
        const std::string_view json = property.json;
        if (std::string_view(property.name) == name && json.size() > 2 && json.front() == '"')
            return json.substr(1, json.size() - 2);
    }
    return {};
}

}  // namespace

void StixRecords::read(StixObject& object, std::string_view id, std::string_view type) {
    if (type == "relationship")
        read_relation(object, id);
    else
        read_entity(object, id, type);
}

/// How an object stands to one of the same id that was read from the same file: of several
/// versions the one that was modified last counts, of equal ones the first.
StixRecords::Version StixRecords::version(StixObject& object, std::string_view id, bool relation) {
    const auto known = session_.builder.find(id);
    if (!known || known->relation != relation || known->place.file() != session_.file_index)
        return Version::only;
    session_.note("duplicate", object.spot(), [&] {
        return quote(id) + " was given before, at line " + std::to_string(known->place.line());
    });
    const std::string_view before = text_property(*known->properties, "modified");
    const bool newer = stix_later(object.text(StixMember::modified), before);
    if (newer) late_.forget(id);
    return newer ? Version::newer : Version::older;
}

void StixRecords::read_entity(StixObject& object, std::string_view id, std::string_view type) {
    const Version order = version(object, id, false);
    if (order == Version::older) return;
    EntityDraft draft;
    Entity& entity = draft.entity;
    entity.place = session_.place(object.spot());
    entity.id = id;
    entity.type = type;
    entity.marking = session_.marking(object, id);
    check_properties(object, type);
    session_.follow_references(object);
    take_common(object);
    read_label(object, entity);
    entity.description = object.text(StixMember::description);
    if (!entity.description.empty()) object.take(StixMember::description);
    read_names(object, draft);
    if (type == "threat-actor" || type == "identity") read_roles(object, entity);
    if (type == "location") read_country(object, entity);
    if (type == "marking-definition") session_.define_marking(object, id);
    if (type == "report" || type == "opinion") late_.add(object, id, type);
    if (type == "sighting") read_sighting(object, id);
    entity.properties = object.properties(StixRecord::entity);
    if (order == Version::newer)
        session_.builder.replace(std::move(draft));
    else
        session_.builder.add(std::move(draft));
}

void StixRecords::read_label(StixObject& object, Entity& entity) {
    entity.name = entity.id;
    const auto labels = stix_label_properties(entity.type);
    for (const std::string_view label : labels) {
        const StixObject::Field* field = object.find(label);
        if (!field || !is_json_text(field->json)) continue;
        const std::string_view text = object.content(field->json);
        if (text.empty() || text == entity.id) continue;
        entity.name = text;
        if (label == "name") object.take(StixMember::name);
        return;
    }
}

void StixRecords::read_names(StixObject& object, EntityDraft& draft) {
    std::vector<std::string_view> aliases, more;
    StixObject::Field* const list = object.find(StixMember::aliases);
    StixObject::Field* const mitre = object.find(StixMember::x_mitre_aliases);
    if (!list && !mitre) return;
    const bool whole = list && distinct_texts(object, *list, aliases);
    if (list && !whole) session_.uninterpreted(object, *list);
    if (mitre && !distinct_texts(object, *mitre, more)) session_.uninterpreted(object, *mitre);
    // The list can be told from the names if nothing else tells them too.
    const bool apart = std::none_of(aliases.begin(), aliases.end(), [&](std::string_view name) {
        return std::find(more.begin(), more.end(), name) != more.end();
    });
    if (whole && apart && !aliases.empty()) list->taken = true;

    const std::string by = session_.creator(object);
    std::set<std::string_view> names(aliases.begin(), aliases.end());
    names.insert(more.begin(), more.end());
    for (const std::string_view text : names) {
        NameDraft name;
        name.name.name = text;
        name.name.place = draft.entity.place;
        if (!by.empty()) name.by = {by, draft.entity.place};
        draft.names.push_back(std::move(name));
    }
}

void StixRecords::read_roles(StixObject& object, Entity& entity) {
    StixObject::Field* const list = object.find(StixMember::roles);
    if (!list) return;
    std::vector<std::string_view> texts;
    if (distinct_texts(object, *list, texts))
        list->taken = !texts.empty();
    else
        session_.uninterpreted(object, *list);
    entity.roles.assign(texts.begin(), texts.end());
    std::sort(entity.roles.begin(), entity.roles.end());
}

void StixRecords::read_country(StixObject& object, Entity& entity) {
    StixObject::Field* const field = object.find(StixMember::country);
    if (!field) return;
    const std::string_view text = object.text(StixMember::country);
    if (is_country_code(text)) {
        entity.country = text;
        field->taken = true;
    } else if (const Country* country = find_country(text)) {
        entity.country = country->alpha2;
    } else if (is_json_text(field->json)) {
        session_.note("unresolved-country", object.spot(*field), [&] { return quote(text); });
    } else {
        session_.uninterpreted(object, *field);
    }
}

/// What every record of the model has: the id, the type, and the version of STIX where it is 2.1.
void StixRecords::take_common(StixObject& object) {
    object.take(StixMember::id);
    object.take(StixMember::type);
    if (object.text(StixMember::spec_version) == "2.1") object.take(StixMember::spec_version);
    if (!object.find(StixMember::spec_version)) {
        StixObject::Field none;
        none.name = "spec_version";
        none.json = "null";
        none.plain = true;
        object.fields().push_back(none);
    }
}

void StixRecords::check_properties(const StixObject& object, std::string_view type) {
    const auto bit = stix_type_bit(type);
    if (!bit) {
        session_.note("unknown-type", object.spot(), [&] { return quote(type); });
        return;
    }
    for (const StixObject::Field& field : object.fields()) {
        if (field.name.starts_with("x_") || (stix_types_with(field.name) & *bit) != 0) continue;
        session_.note("unknown-property", object.spot(field), [&] {
            return quote(field.name) + " of the " + std::string(type) + ' ' +
                   quote(field.json.substr(0, 80));
        });
    }
}

}  // namespace actormap
