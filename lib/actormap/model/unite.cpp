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

std::string message(std::string_view what, std::string_view field, std::string_view kept,
                    std::string_view other) {
    return std::string(what) + " has the " + std::string(field) + ' ' + quote(other) +
           " here and " + quote(kept) + " in an earlier file; the first is used, both are kept";
}

/// An entry of `x_conflicts`, and a comma.
std::string entry(std::string_view field, std::string_view value) {
    return "{\"field\":" + json_string(field) + ",\"value\":" + json_string(value) + "},";
}

std::string interval(const Interval& when) {
    return to_string(when.start) + '/' + to_string(when.stop);
}

}  // namespace

void Uniter::unite(SpeakerDraft& kept, SpeakerDraft&& other) {
    Speaker& speaker = kept.speaker;
    what_ = "speaker " + quote(speaker.id);
    label(speaker.id, speaker.name, other.speaker.name);
    text("country", speaker.country, other.speaker.country);
    text("entity", kept.entity.id, other.entity.id);
    if (kept.kind_assumed && !other.kind_assumed) {
        speaker.kind = other.speaker.kind;
        kept.kind_assumed = false;
    } else if (speaker.kind != other.speaker.kind && !other.kind_assumed) {
        conflict("kind", to_string(speaker.kind), to_string(other.speaker.kind));
    }
    additions_.properties.emplace_back(other.speaker.place, std::move(other.speaker.properties));
}

void Uniter::unite(SourceDraft& kept, SourceDraft&& other) {
    Source& source = kept.source;
    what_ = "source " + quote(source.id);
    text("publisher", kept.publisher.id, other.publisher.id);
    text("title", source.title, other.source.title);
    text("url", source.url, other.source.url);
    text("archive_url", source.archive_url, other.source.archive_url);
    if (source.date.empty()) source.date = other.source.date;
    if (!other.source.date.empty() && source.date != other.source.date)
        conflict("date", to_string(source.date), to_string(other.source.date));
    if (!source.reliability) source.reliability = other.source.reliability;
    if (other.source.reliability && source.reliability != other.source.reliability)
        conflict("reliability", std::string(1, *source.reliability),
                 std::string(1, *other.source.reliability));
    source.marking = std::max(source.marking, other.source.marking);
    additions_.properties.emplace_back(other.source.place, std::move(other.source.properties));
}

void Uniter::unite(EntityDraft& kept, EntityDraft&& other) {
    Entity& entity = kept.entity;
    what_ = "entity " + quote(entity.id);
    places(entity, other.entity);
    if (other.implied) return;
    if (kept.implied) {
        Places also = std::move(entity.also);
        kept = std::move(other);
        entity.also = std::move(also);
        return;
    }
    if (entity.undefined && !other.entity.undefined) {  // made up for a reference before
        entity.type = other.entity.type;
        entity.undefined = false;
    } else if (kept.type_assumed && !other.type_assumed) {
        entity.type = other.entity.type;
        kept.type_assumed = false;
    } else if (!other.type_assumed && !other.entity.undefined) {
        text("type", entity.type, other.entity.type);
    }
    label(entity.id, entity.name, other.entity.name);
    text("description", entity.description, other.entity.description);
    text("country", entity.country, other.entity.country);
    entity.marking = std::max(entity.marking, other.entity.marking);
    move_to(entity.roles, std::move(other.entity.roles));
    std::sort(entity.roles.begin(), entity.roles.end());
    entity.roles.erase(std::unique(entity.roles.begin(), entity.roles.end()), entity.roles.end());
    move_to(kept.names, std::move(other.names));
    additions_.properties.emplace_back(other.entity.place, std::move(other.entity.properties));
}

void Uniter::places(Entity& kept, const Entity& other) {
    const auto note = [&](const Place& place) {
        const auto& list = kept.also.list;
        const bool known = place.file() == kept.place.file() ||
                           std::any_of(list.begin(), list.end(), [&](const Place& known_place) {
                               return known_place.file() == place.file();
                           });
        if (!known) kept.also.list.push_back(place);
    };
    note(other.place);
    for (const Place& place : other.also.list) note(place);
}

void Uniter::unite(Relation& kept, Relation&& other,
                   const std::pair<std::string_view, std::string_view>& ends,
                   const std::pair<std::string_view, std::string_view>& other_ends) {
    what_ = "relation " +
            quote(std::string(ends.first) + ' ' + kept.type.str() + ' ' + std::string(ends.second));
    if (ends.first != other_ends.first) conflict("from", ends.first, other_ends.first);
    text("type", kept.type, other.type);
    if (ends.second != other_ends.second) conflict("to", ends.second, other_ends.second);
    if (kept.when != other.when) conflict("when", interval(kept.when), interval(other.when));
    text("description", kept.description, other.description);
    kept.marking = std::max(kept.marking, other.marking);
    if (!other.properties.empty())
        additions_.properties.emplace_back(other.place, std::move(other.properties));
}

template <typename String>
void Uniter::text(std::string_view field, String& kept, const String& other) {
    if (kept.empty()) kept = other;
    if (!other.empty() && kept != other) conflict(field, kept, other);
}

template <typename String>
void Uniter::label(const String& id, String& kept, const String& other) {
    if (kept == id) kept = other;
    if (other != id) text("name", kept, other);
}

void Uniter::conflict(std::string_view field, std::string_view kept, std::string_view other) {
    report_(message(what_, field, kept, other));
    additions_.conflicts += entry(field, other);
}

Properties with_additions(const Properties& properties, const std::string& what,
                          Additions additions,
                          const std::function<void(const Place&, const std::string&)>& report) {
    struct Given {
        Property property;
        const Place* place;  // null: of the first record
    };
    std::vector<Given> all;
    std::string earlier;  // conflicts that the records brought with them
    const auto take = [&](const Properties& some, const Place* place) {
        for (const Property& property : some) {
            const bool list = property.json.size() > 2 && property.json.front() == '[';
            if (property.name == conflicts_name && list)
                (earlier += property.json.substr(1, property.json.size() - 2)) += ',';
            else
                all.push_back({property, place});
        }
    };
    take(properties, nullptr);
    for (const auto& [place, some] : additions.properties) take(some, &place);
    std::stable_sort(all.begin(), all.end(), [](const Given& a, const Given& b) {
        return a.property.name < b.property.name;
    });
    std::string conflicts = std::move(earlier) + additions.conflicts;
    std::vector<Property> kept;
    for (const Given& given : all) {
        if (kept.empty() || kept.back().name != given.property.name) {
            kept.push_back(given.property);
        } else if (kept.back().json != given.property.json) {
            report(*given.place,
                   message(what, given.property.name, kept.back().json, given.property.json));
            conflicts += entry(given.property.name, given.property.json);
        }
    }
    if (conflicts.empty()) return Properties(std::move(kept));
    conflicts.back() = ']';
    conflicts.insert(0, 1, '[');
    Properties united(std::move(kept));
    set_property(united, {conflicts_name, conflicts});
    return united;
}

}  // namespace actormap
