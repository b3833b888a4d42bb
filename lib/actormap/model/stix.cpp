#include <actormap/model/stix.hpp>

#include <algorithm>
#include <array>

namespace actormap {
namespace {

constexpr std::array<std::string_view, 14> entity_types{
    "attack-pattern", "campaign",         "course-of-action", "identity",
    "indicator",      "infrastructure",   "intrusion-set",    "location",
    "malware",        "malware-analysis", "observed-data",    "threat-actor",
    "tool",           "vulnerability"};

/// The relationships of one type from one type of object, the targets separated by spaces
/// (STIX 2.1, "Relationships" of each domain object; those to cyber-observables left out).
struct Row {
    std::string_view from, type, to;
};

constexpr Row table[] = {
    {"attack-pattern", "delivers", "malware"},
    {"attack-pattern", "targets", "identity location vulnerability"},
    {"attack-pattern", "uses", "malware tool"},
    {"campaign", "attributed-to", "intrusion-set threat-actor"},
    {"campaign", "compromises", "infrastructure"},
    {"campaign", "originates-from", "location"},
    {"campaign", "targets", "identity location vulnerability"},
    {"campaign", "uses", "attack-pattern infrastructure malware tool"},
    {"course-of-action", "investigates", "indicator"},
    {"course-of-action", "mitigates", "attack-pattern indicator malware tool vulnerability"},
    {"identity", "located-at", "location"},
    {"indicator", "based-on", "observed-data"},
    {"indicator", "indicates",
     "attack-pattern campaign infrastructure intrusion-set malware threat-actor tool"},
    {"infrastructure", "communicates-with", "infrastructure"},
    {"infrastructure", "consists-of", "infrastructure observed-data"},
    {"infrastructure", "controls", "infrastructure malware"},
    {"infrastructure", "delivers", "malware"},
    {"infrastructure", "has", "vulnerability"},
    {"infrastructure", "hosts", "malware tool"},
    {"infrastructure", "located-at", "location"},
    {"infrastructure", "uses", "infrastructure"},
    {"intrusion-set", "attributed-to", "threat-actor"},
    {"intrusion-set", "compromises", "infrastructure"},
    {"intrusion-set", "hosts", "infrastructure"},
    {"intrusion-set", "originates-from", "location"},
    {"intrusion-set", "owns", "infrastructure"},
    {"intrusion-set", "targets", "identity location vulnerability"},
    {"intrusion-set", "uses", "attack-pattern infrastructure malware tool"},
    {"malware", "authored-by", "intrusion-set threat-actor"},
    {"malware", "beacons-to", "infrastructure"},
    {"malware", "controls", "malware"},
    {"malware", "downloads", "malware tool"},
    {"malware", "drops", "malware tool"},
    {"malware", "exfiltrate-to", "infrastructure"},
    {"malware", "exploits", "vulnerability"},
    {"malware", "originates-from", "location"},
    {"malware", "targets", "identity infrastructure location vulnerability"},
    {"malware", "uses", "attack-pattern infrastructure malware tool"},
    {"malware", "variant-of", "malware"},
    {"malware-analysis", "analysis-of", "malware"},
    {"malware-analysis", "characterizes", "malware"},
    {"malware-analysis", "dynamic-analysis-of", "malware"},
    {"malware-analysis", "static-analysis-of", "malware"},
    {"threat-actor", "attributed-to", "identity"},
    {"threat-actor", "compromises", "infrastructure"},
    {"threat-actor", "hosts", "infrastructure"},
    {"threat-actor", "impersonates", "identity"},
    {"threat-actor", "located-at", "location"},
    {"threat-actor", "owns", "infrastructure"},
    {"threat-actor", "targets", "identity location vulnerability"},
    {"threat-actor", "uses", "attack-pattern infrastructure malware tool"},
    {"tool", "delivers", "malware"},
    {"tool", "drops", "malware"},
    {"tool", "has", "vulnerability"},
    {"tool", "targets", "identity infrastructure location vulnerability"},
    {"tool", "uses", "infrastructure"},
};

/// The types of the table and the three that any two objects may have.
constexpr std::array<std::string_view, 33> relationship_types{"analysis-of",
                                                              "attributed-to",
                                                              "authored-by",
                                                              "based-on",
                                                              "beacons-to",
                                                              "characterizes",
                                                              "communicates-with",
                                                              "compromises",
                                                              "consists-of",
                                                              "controls",
                                                              "delivers",
                                                              "derived-from",
                                                              "downloads",
                                                              "drops",
                                                              "duplicate-of",
                                                              "dynamic-analysis-of",
                                                              "exfiltrate-to",
                                                              "exploits",
                                                              "has",
                                                              "hosts",
                                                              "impersonates",
                                                              "indicates",
                                                              "investigates",
                                                              "located-at",
                                                              "mitigates",
                                                              "originates-from",
                                                              "owns",
                                                              "related-to",
                                                              "remediates",
                                                              "static-analysis-of",
                                                              "targets",
                                                              "uses",
                                                              "variant-of"};

struct Labels {
    std::string_view type;
    std::array<std::string_view, 2> properties;
    std::size_t count;
};

constexpr Labels labels[] = {
    {"directory", {"path"}, 1},
    {"domain-name", {"value"}, 1},
    {"email-addr", {"value"}, 1},
    {"email-message", {"subject"}, 1},
    {"ipv4-addr", {"value"}, 1},
    {"ipv6-addr", {"value"}, 1},
    {"mac-addr", {"value"}, 1},
    {"note", {"abstract"}, 1},
    {"url", {"value"}, 1},
    {"user-account", {"account_login", "user_id"}, 2},
    {"windows-registry-key", {"key"}, 1},
};
constexpr std::string_view name_label[] = {"name"};

// What the native format calls something else in a record.
constexpr std::string_view taken_of_entities =
    "id type name names description undefined roles country marking";
constexpr std::string_view taken_of_relations =
    "id from to type start stop description marking claims";
constexpr std::string_view taken_prefix = "x_stix_";

struct Level {
    std::string_view id;
    Tlp level;
};
constexpr Level levels[] = {
    // TLP 1, predefined by STIX 2.1
    {"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp::clear},
    {"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp::green},
    {"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp::amber},
    {"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp::red},
    // TLP 2.0, predefined by its extension
    {"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp::clear},
    {"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp::green},
    {"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp::amber},
    {"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp::amber_strict},
    {"marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp::red},
};

bool has_word(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

std::span<const std::string_view> stix_entity_types() {
    return entity_types;
}

bool is_stix_entity_type(std::string_view type) {
    return std::binary_search(entity_types.begin(), entity_types.end(), type);
}

std::span<const std::string_view> stix_relationship_types() {
    return relationship_types;
}

bool stix_lists(std::string_view from, std::string_view type, std::string_view to) {
    return std::any_of(std::begin(table), std::end(table), [&](const Row& row) {
        return row.from == from && row.type == type && has_word(row.to, to);
    });
}

std::span<const std::string_view> stix_label_properties(std::string_view type) {
    for (const Labels& row : labels) {
        if (row.type == type) return std::span(row.properties).first(row.count);
    }
    return name_label;
}

std::string_view stix_label_property(std::string_view type) {
    return stix_label_properties(type).front();
}

std::string stix_property_name(StixRecord record, std::string_view member) {
    const auto taken = record == StixRecord::entity ? taken_of_entities : taken_of_relations;
    if (!member.starts_with(taken_prefix) && !has_word(taken, member)) return std::string(member);
    return std::string(taken_prefix).append(member);
}

std::string_view stix_member_name(StixRecord record, std::string_view property) {
    if (!property.starts_with(taken_prefix)) return property;
    const std::string_view member = property.substr(taken_prefix.size());
    // A native graph may have a property of such a name that no reader of STIX made.
    return stix_property_name(record, member) == property ? member : property;
}

std::optional<Tlp> stix_predefined_tlp(std::string_view marking_definition) {
    for (const Level& row : levels) {
        if (row.id == marking_definition) return row.level;
    }
    return std::nullopt;
}

}  // namespace actormap
