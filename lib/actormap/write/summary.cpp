#include <actormap/write/summary.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

std::string span_text(const Interval& span) {
    if (span.empty()) return "none";
    return to_string(span.start) + " to " + to_string(span.stop);
}

Json span_json(const Interval& span) {
    if (span.empty()) return {};
    return {{"start", to_string(span.start)}, {"stop", to_string(span.stop)}};
}

Json counts_json(const Summary::Counts& counts) {
    Json json = Json::object();
    for (const auto& [word, count] : counts) json[word] = count;
    return json;
}

/// Kinds that the builder counts in native files too.
bool counted_by_builder(std::string_view kind) {
    return kind == "dangling-reference" || kind == "duplicate" || kind == "conflict";
}

Json findings_json(const Findings& findings) {
    Json json = Json::object();
    for (const auto& [kind, entry] : findings.entries()) {
        Json places = Json::array();
        for (const Findings::Finding& finding : entry.first)
            places.push_back({{"file", finding.where.file},
                              {"line", finding.where.line},
                              {"column", finding.where.column},
                              {"what", finding.what}});
        json[kind] = {{"count", entry.count}, {"first", std::move(places)}};
    }
    return json;
}

}  // namespace

std::size_t ReadingCounts::total(const std::string& kind) const {
    const std::size_t in_native_files = kind == "dangling-reference" ? dangling
                                        : kind == "duplicate"        ? duplicates
                                        : kind == "conflict"         ? conflicts
                                                                     : 0;
    return in_native_files + findings.count(kind);
}

Table summary_table(const Summary& summary, const ReadingCounts& reading) {
    Table table{{{"what"}, {"count", true}}, {}};
    const auto add = [&](const std::string& what, std::size_t count) {
        table.rows.push_back({what, std::to_string(count)});
    };
    const auto add_all = [&](const std::string& group, std::size_t total,
                             const Summary::Counts& counts) {
        add(group, total);
        for (const auto& [word, count] : counts) add(group + ": " + word, count);
    };
    add_all("entities", summary.entities, summary.entities_by_type);
    add("names", summary.names);
    add_all("relations", summary.relations, summary.relations_by_type);
    add("relations: undated", summary.undated_relations);
    add_all("claims", summary.claims, summary.claims_by_stance);
    for (const auto& [kind, count] : summary.claims_by_speaker_kind)
        add("claims by speakers of kind " + kind, count);
    add("claims: undated", summary.undated_claims);
    add_all("sources", summary.sources, summary.sources_by_publisher_kind);
    add("speakers", summary.speakers);
    for (const auto& [level, count] : summary.markings) add("marked TLP " + level, count);
    add("components", summary.components);
    add("entities in the largest component", summary.largest_component);
    add("entities without a relation", summary.isolated);
    add_all("entities that no file defines", summary.undefined, {});
    for (const auto& [type, count] : reading.objects) add("reading: objects: " + type, count);
    for (const char* kind : {"dangling-reference", "duplicate", "conflict"})
        add(std::string("reading: ") + kind, reading.total(kind));
    for (const auto& [kind, entry] : reading.findings.entries()) {
        if (!counted_by_builder(kind)) add("reading: " + kind, entry.count);
        for (const Findings::Finding& finding : entry.first)
            table.rows.push_back({"  " + to_string(finding.where) + ": " + finding.what, ""});
    }
    add("reading: revoked", summary.revoked);
    add("reading: deprecated", summary.deprecated);
    add("reading: relations that the file asserts", reading.unclaimed);
    for (const auto& [type, count] : reading.unknown_types)
        add("reading: entities of the unknown type " + type, count);
    table.rows.push_back({"events: " + span_text(summary.events), ""});
    table.rows.push_back({"claims: " + span_text(summary.publications), ""});
    return table;
}

std::string summary_json(const Summary& summary, const ReadingCounts& reading) {
    Json json;
    json["entities"] = {{"total", summary.entities},
                        {"by_type", counts_json(summary.entities_by_type)}};
    json["names"] = summary.names;
    json["relations"] = {{"total", summary.relations},
                         {"by_type", counts_json(summary.relations_by_type)},
                         {"undated", summary.undated_relations}};
    json["claims"] = summary.claims;
    json["claims_by_stance"] = counts_json(summary.claims_by_stance);
    json["claims_by_speaker_kind"] = counts_json(summary.claims_by_speaker_kind);
    json["undated_claims"] = summary.undated_claims;
    json["sources"] = summary.sources;
    json["sources_by_publisher_kind"] = counts_json(summary.sources_by_publisher_kind);
    json["speakers"] = summary.speakers;
    json["markings"] = counts_json(summary.markings);
    json["events"] = span_json(summary.events);
    json["publications"] = span_json(summary.publications);
    json["components"] = {{"total", summary.components},
                          {"largest", summary.largest_component},
                          {"isolated", summary.isolated}};
    json["reading"] = {{"dangling", reading.total("dangling-reference")},
                       {"duplicates", reading.total("duplicate")},
                       {"revoked", summary.revoked},
                       {"deprecated", summary.deprecated},
                       {"conflicts", reading.total("conflict")},
                       {"unclaimed", reading.unclaimed},
                       {"unreadable", reading.unreadable},
                       {"undefined_entities", summary.undefined},
                       {"objects", counts_json(reading.objects)},
                       {"unknown_types", counts_json(reading.unknown_types)},
                       {"findings", findings_json(reading.findings)}};
    return json.dump(2) + '\n';
}

}  // namespace actormap
