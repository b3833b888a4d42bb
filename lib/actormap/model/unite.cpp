#include <actormap/base/text.hpp>
#include <actormap/model/unite.hpp>

#include <algorithm>
#include <iterator>

namespace actormap {
namespace {

constexpr std::string_view conflicts_name = "x_conflicts";

template <typename Value>
void move_to(std::vector<Value>& to, std::vector<Value>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Properties::iterator find_property(Properties& properties, std::string_view name) {
    return std::lower_bound(
        properties.begin(), properties.end(), name,
        [](const Property& property, std::string_view wanted) { return property.name < wanted; });
}

}  // namespace

void set_property(Properties& properties, Property property) {
    const auto at = find_property(properties, property.name);
    if (at != properties.end() && at->name == property.name)
        at->json = std::move(property.json);
    else
        properties.insert(at, std::move(property));
}

void Uniter::unite(SpeakerDraft& kept, SpeakerDraft&& other) {
    Speaker& speaker = kept.speaker;
    what_ = "speaker " + quote(speaker.id);
    label(speaker.properties, speaker.id, speaker.name, other.speaker.name);
    text(speaker.properties, "country", speaker.country, other.speaker.country);
    text(speaker.properties, "entity", kept.entity.id, other.entity.id);
    if (kept.kind_assumed && !other.kind_assumed) {
        speaker.kind = other.speaker.kind;
        kept.kind_assumed = false;
    } else if (speaker.kind != other.speaker.kind && !other.kind_assumed) {
        conflict(speaker.properties, "kind", std::string(to_string(speaker.kind)),
                 std::string(to_string(other.speaker.kind)));
    }
    properties(speaker.properties, std::move(other.speaker.properties));
}

void Uniter::unite(SourceDraft& kept, SourceDraft&& other) {
    Source& source = kept.source;
    what_ = "source " + quote(source.id);
    text(source.properties, "publisher", kept.publisher.id, other.publisher.id);
    text(source.properties, "title", source.title, other.source.title);
    text(source.properties, "url", source.url, other.source.url);
    text(source.properties, "archive_url", source.archive_url, other.source.archive_url);
    if (source.date.empty()) source.date = other.source.date;
    if (!other.source.date.empty() && source.date != other.source.date)
        conflict(source.properties, "date", to_string(source.date), to_string(other.source.date));
    if (!source.reliability) source.reliability = other.source.reliability;
    if (other.source.reliability && source.reliability != other.source.reliability)
        conflict(source.properties, "reliability", std::string(1, *source.reliability),
                 std::string(1, *other.source.reliability));
    source.marking = std::max(source.marking, other.source.marking);
    properties(source.properties, std::move(other.source.properties));
}

void Uniter::unite(EntityDraft& kept, EntityDraft&& other) {
    Entity& entity = kept.entity;
    what_ = "entity " + quote(entity.id);
    places(entity, other.entity);
    if (kept.type_assumed && !other.type_assumed) {
        entity.type = other.entity.type;
        kept.type_assumed = false;
    } else if (!other.type_assumed) {
        text(entity.properties, "type", entity.type, other.entity.type);
    }
    label(entity.properties, entity.id, entity.name, other.entity.name);
    text(entity.properties, "description", entity.description, other.entity.description);
    text(entity.properties, "country", entity.country, other.entity.country);
    entity.marking = std::max(entity.marking, other.entity.marking);
    move_to(entity.roles, std::move(other.entity.roles));
    std::sort(entity.roles.begin(), entity.roles.end());
    entity.roles.erase(std::unique(entity.roles.begin(), entity.roles.end()), entity.roles.end());
    move_to(kept.names, std::move(other.names));
    properties(entity.properties, std::move(other.entity.properties));
}

void Uniter::places(Entity& kept, const Entity& other) {
    const auto note = [&](const Place& place) {
        const auto& list = kept.also.list;
        const bool known = place.file == kept.place.file ||
                           std::any_of(list.begin(), list.end(), [&](const Place& known_place) {
                               return known_place.file == place.file;
                           });
        if (!known) kept.also.list.push_back(place);
    };
    note(other.place);
    for (const Place& place : other.also.list) note(place);
}

void Uniter::unite(RelationDraft& kept, RelationDraft&& other) {
    Relation& relation = kept.relation;
    what_ = "relation " + quote(kept.from.id + ' ' + relation.type + ' ' + kept.to.id);
    text(relation.properties, "from", kept.from.id, other.from.id);
    text(relation.properties, "type", relation.type, other.relation.type);
    text(relation.properties, "to", kept.to.id, other.to.id);
    if (relation.when != other.relation.when)
        conflict(relation.properties, "when",
                 to_string(relation.when.start) + '/' + to_string(relation.when.stop),
                 to_string(other.relation.when.start) + '/' + to_string(other.relation.when.stop));
    text(relation.properties, "description", relation.description, other.relation.description);
    relation.marking = std::max(relation.marking, other.relation.marking);
    move_to(kept.claims, std::move(other.claims));
    properties(relation.properties, std::move(other.relation.properties));
}

void Uniter::text(Properties& properties, std::string_view field, std::string& kept,
                  const std::string& other) {
    if (kept.empty()) kept = other;
    if (!other.empty() && kept != other) conflict(properties, field, kept, other);
}

void Uniter::label(Properties& properties, const std::string& id, std::string& kept,
                   const std::string& other) {
    if (kept == id) kept = other;
    if (other != id) text(properties, "name", kept, other);
}

void Uniter::properties(Properties& kept, Properties&& other) {
    for (Property& property : other) {
        const auto at = find_property(kept, property.name);
        if (at == kept.end() || at->name != property.name)
            kept.insert(at, std::move(property));
        else if (at->json != property.json && property.name != conflicts_name)
            conflict(kept, std::string(property.name), std::string(at->json), property.json);
    }
}

void Uniter::conflict(Properties& properties, std::string_view field, const std::string& kept,
                      const std::string& other) {
    ++counts_.conflicts;
    diagnostics_.warning("conflict", again_,
                         what_ + " has the " + std::string(field) + ' ' + quote(other) +
                             " here and " + quote(kept) +
                             " in an earlier file; the first is used, both are kept");
    const std::string entry =
        "{\"field\":" + json_string(field) + ",\"value\":" + json_string(other) + '}';
    const auto at = find_property(properties, conflicts_name);
    if (at != properties.end() && at->name == conflicts_name && at->json.size() > 2 &&
        at->json.ends_with(']')) {
        at->json.back() = ',';  // in place: a hostile file may have very many
        at->json.append(entry) += ']';
    } else {
        set_property(properties, {std::string(conflicts_name), '[' + entry + ']'});
    }
}

}  // namespace actormap
