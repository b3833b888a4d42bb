#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/write/stix_required.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>
#include <iterator>

namespace actormap {
namespace {

/// Types of STIX whose objects a name is enough for, or a value made of it.
constexpr std::string_view simple[] = {"attack-pattern",
                                       "campaign",
                                       "course-of-action",
                                       "directory",
                                       "domain-name",
                                       "email-addr",
                                       "file",
                                       "identity",
                                       "incident",
                                       "indicator",
                                       "infrastructure",
                                       "intrusion-set",
                                       "ipv4-addr",
                                       "ipv6-addr",
                                       "location",
                                       "mac-addr",
                                       "malware",
                                       "malware-analysis",
                                       "mutex",
                                       "software",
                                       "threat-actor",
                                       "tool",
                                       "url",
                                       "user-account",
                                       "vulnerability",
                                       "windows-registry-key",
                                       "x509-certificate"};

/// Those that must refer to another object.
constexpr std::string_view referring[] = {"grouping", "note", "opinion", "report"};

/// Those that must hold what a record of another kind does not.
constexpr std::string_view impossible[] = {"artifact",
                                           "autonomous-system",
                                           "bundle",
                                           "email-message",
                                           "extension-definition",
                                           "language-content",
                                           "marking-definition",
                                           "network-traffic",
                                           "observed-data",
                                           "process",
                                           "relationship",
                                           "sighting"};

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// A region as STIX spells its own: lower case, hyphens between words.
std::string region_of(const std::string& name) {
    std::string region;
    for (const char c : name) {
        const char lower = ascii_lower(c);
        const bool word = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (word)
            region += lower;
        else if (!region.empty() && region.back() != '-')
            region += '-';
    }
    while (region.ends_with('-')) region.pop_back();
    return region.empty() ? "unspecified" : region;
}

/// A pattern that matches objects of that name: STIX demands one.
std::string pattern_of(const std::string& name) {
    std::string text;
    for (const char c : name) {
        if (c == '\'' || c == '\\') text += '\\';
        text += c;
    }
    return "[x-actormap-object:name = '" + text + "']";
}

bool is_cve(const std::string& name) {
    if (!name.starts_with("CVE-") || name.size() < 13 || name[8] != '-') return false;
    return std::all_of(name.begin() + 4, name.end(),
                       [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

void fill_domain_object(BundleObject& object, const Entity& entity, const std::string& type,
                        const std::string& created) {
    if (type == "malware") object.set("is_family", "true");
    if (type == "identity") object.text("identity_class", "unspecified");
    if (type == "location" && !entity.country.empty()) object.text("country", entity.country);
    if (type == "location" && entity.country.empty()) object.text("region", region_of(entity.name));
    if (type == "vulnerability" && is_cve(entity.name))
        object.set("external_references", "[{ \"source_name\": \"cve\", \"external_id\": " +
                                              json_string(entity.name) + " }]");
    if (type == "indicator") {
        object.text("pattern", pattern_of(entity.name));
        object.text("pattern_type", "stix");
        object.text("valid_from", created);
    }
    if (type == "malware-analysis") {
        object.text("product", entity.name);
        object.text("result", "unknown");
    }
}

void fill_references(BundleObject& object, const Entity& entity, const std::string& type,
                     const std::string& created, const std::vector<std::string>& others) {
    object.set("object_refs", json_texts(others));
    if (type == "grouping") object.text("context", "unspecified");
    if (type == "opinion") object.text("opinion", "neutral");
    if (type == "report") object.text("published", created);
    if (type == "note")
        object.text("content", entity.description.empty() ? entity.name : entity.description);
}

}  // namespace

std::string writable_type(const ActorGraph& graph, EntityId id) {
    const std::string& type = graph[id].type;
    const auto& relations = graph.relations_of(id);
    const bool related = std::any_of(relations.begin(), relations.end(), [&](RelationId relation) {
        return graph[relation].from != graph[relation].to;
    });
    if (!is_stix_word(type) || holds(impossible, type) || (holds(referring, type) && !related))
        return "x-actormap-object";
    return type;
}

bool is_made(const std::string& type) {
    return !is_stix_observable(type);
}

void fill_required(BundleObject& object, const Entity& entity, const std::string& type,
                   const std::string& created, const std::vector<std::string>& others) {
    if (!is_made(type)) {
        object.text(type == "x509-certificate" ? "subject" : stix_label_property(type),
                    entity.name);
    } else if (holds(referring, type)) {
        fill_references(object, entity, type, created, others);
    } else if (holds(simple, type)) {
        fill_domain_object(object, entity, type, created);
    }
}

}  // namespace actormap
