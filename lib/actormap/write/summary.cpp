#include <actormap/write/summary.hpp>

#include <nlohmann/json.hpp>

#include <set>

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

void add_merge(Table& table, const Merged& merged) {
    std::size_t entities = 0;
    Summary::Counts reasons, refusals;
    for (const Union& one : merged.unions) {
        entities += one.parts.size();
        std::set<UnionKind> kinds;
        for (const UnionReason& reason : one.reasons) kinds.insert(reason.kind);
        for (const UnionKind kind : kinds) ++reasons[std::string(to_string(kind))];
    }
    for (const Refusal& refusal : merged.refusals) ++refusals[std::string(to_string(refusal.kind))];
    const auto add = [&](const std::string& what, std::size_t count) {
        table.rows.push_back({what, std::to_string(count)});
    };
    add("merge: unions", merged.unions.size());
    add("merge: entities in them", entities);
    for (const auto& [kind, count] : reasons) add("merge: unions by " + kind, count);
    add("merge: refusals", merged.refusals.size());
    for (const auto& [kind, count] : refusals) add("merge: refusals: " + kind, count);
}

void add_lens(Table& table, const LensSummary& lens) {
    const auto add = [&](const std::string& what, std::size_t count) {
        table.rows.push_back({"lens: " + what, std::to_string(count)});
    };
    const auto add_all = [&](const std::string& group, std::size_t total,
                             const Summary::Counts& counts) {
        add(group, total);
        for (const auto& [word, count] : counts) add(group + ": " + word, count);
    };
    for (const auto& [option, value] : lens.settings)
        table.rows.push_back({"lens: " + option + ' ' + value, ""});
    add("vertices", lens.vertices);
    add("edges", lens.edges);
    add_all("entities", lens.shown.entities, lens.shown.entities_by_type);
    add("names", lens.shown.names);
    add_all("relations", lens.shown.relations, lens.shown.relations_by_type);
    add_all("claims", lens.shown.claims, lens.shown.claims_by_stance);
    add("sources", lens.shown.sources);
    add("speakers", lens.shown.speakers);
    table.rows.push_back({"lens: TLP: " + std::string(to_string(lens.marking)), ""});
}

Json lens_json(const LensSummary& lens) {
    Json chosen = Json::object();
    for (const auto& [option, value] : lens.settings) chosen[option] = value;
    const Summary& shown = lens.shown;
    return {
        {"settings", chosen},
        {"vertices", lens.vertices},
        {"edges", lens.edges},
        {"entities", {{"total", shown.entities}, {"by_type", counts_json(shown.entities_by_type)}}},
        {"names", shown.names},
        {"relations",
         {{"total", shown.relations}, {"by_type", counts_json(shown.relations_by_type)}}},
        {"claims", shown.claims},
        {"claims_by_stance", counts_json(shown.claims_by_stance)},
        {"sources", shown.sources},
        {"speakers", shown.speakers},
        {"marking", std::string(to_string(lens.marking))}};
}

Json reason_json(const UnionReason& reason) {
    Json json{{"kind", std::string(to_string(reason.kind))},
              {"entities", {reason.first, reason.second}}};
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) json[name] = text;
    };
    if (reason.kind == UnionKind::judgement) json["verdict"] = "same";
    if (reason.kind == UnionKind::name || reason.kind == UnionKind::country) add("key", reason.key);
    if (reason.kind == UnionKind::attack_id || reason.kind == UnionKind::id) add("id", reason.key);
    add("by", reason.by);
    add("source", reason.source);
    return json;
}

Json merge_json(const Merged& merged) {
    Json unions = Json::array(), refusals = Json::array();
    for (const Union& one : merged.unions) {
        Json parts = Json::array(), reasons = Json::array();
        for (const Part& part : one.parts)
            parts.push_back(
                {{"id", part.id}, {"type", part.type}, {"name", part.name}, {"file", part.file}});
        for (const UnionReason& reason : one.reasons) reasons.push_back(reason_json(reason));
        unions.push_back(
            {{"id", one.id}, {"name", one.name}, {"parts", parts}, {"reasons", reasons}});
    }
    for (const Refusal& refusal : merged.refusals)
        refusals.push_back({{"kind", std::string(to_string(refusal.kind))},
                            {"entities", refusal.entities},
                            {"reason", refusal.reason}});
    return {{"unions", unions}, {"refusals", refusals}};
}

}  // namespace

std::size_t ReadingCounts::total(const std::string& kind) const {
    const std::size_t in_native_files = kind == "dangling-reference" ? dangling
                                        : kind == "duplicate"        ? duplicates
                                        : kind == "conflict"         ? conflicts
                                                                     : 0;
    return in_native_files + findings.count(kind);
}

Table summary_table(const Summary& summary, const ReadingCounts& reading, const Merged* merged,
                    const LensSummary* lens) {
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
    if (merged) add_merge(table, *merged);
    table.rows.push_back({"events: " + span_text(summary.events), ""});
    table.rows.push_back({"claims: " + span_text(summary.publications), ""});
    if (lens) add_lens(table, *lens);
    return table;
}

std::string summary_json(const Summary& summary, const ReadingCounts& reading, const Merged* merged,
                         const LensSummary* lens) {
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
    if (merged) json["merge"] = merge_json(*merged);
    if (lens) json["lens"] = lens_json(*lens);
    return json.dump(2) + '\n';
}

}  // namespace actormap
