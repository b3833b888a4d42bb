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

}  // namespace actormap
