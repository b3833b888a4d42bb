#include <actormap/base/number.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/lens_json.hpp>
#include <actormap/batch/manifest.hpp>
#include <actormap/batch/output_name.hpp>
#include <actormap/read/json.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

/// Names of files may be any bytes.
std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

[[noreturn]] void refuse(const std::string& name, const JsonValue& at, const std::string& what) {
    throw InputError("batch-manifest", {name, at.line, at.column},
                     what +
                         "; this is no manifest of actormap, or somebody changed it: run the "
                         "batch without --resume");
}

const JsonValue& member(const JsonValue& object, const char* member, JsonValue::Kind kind,
                        const std::string& name) {
    const JsonValue* value = object.find(member);
    if (value == nullptr) refuse(name, object, std::string("there is no '") + member + "'");
    if (value->kind != kind)
        refuse(name, *value, std::string("'") + member + "' is " + describe(value->kind));
    return *value;
}

const std::string& text(const JsonValue& object, const char* of, const std::string& name) {
    return member(object, of, JsonValue::Kind::text, name).text;
}

std::size_t count(const JsonValue& object, const char* of, const std::string& name) {
    const JsonValue& value = member(object, of, JsonValue::Kind::number, name);
    const auto number = parse_count(value.text);
    if (!number) refuse(name, value, std::string("'") + of + "' is no whole number");
    return static_cast<std::size_t>(*number);
}

JsonValue parse(std::string_view content, const std::string& name, JsonSpot start = {}) {
    Diagnostics diagnostics;
    JsonValue value = parse_json(content, name, diagnostics, {}, start);
    if (value.kind != JsonValue::Kind::object || diagnostics.errors() != 0)
        refuse(name, value, "this is not one object with each name once");
    return value;
}

Entry read_entry(const JsonValue& value, const std::string& name) {
    if (value.kind != JsonValue::Kind::object) refuse(name, value, "a job is no object");
    Entry entry;
    entry.output = text(value, "output", name);
    if (!stays_below(entry.output))
        refuse(name, value, "the output " + quote(entry.output) + " leads out of the folder");
    entry.key = text(value, "key", name);
    entry.outcome.done = text(value, "state", name) == "done";
    if (entry.outcome.done) {
        entry.outcome.bytes = count(value, "bytes", name);
        entry.outcome.sha256 = text(value, "sha256", name);
    } else {
        entry.outcome.error = text(value, "error", name);
        entry.outcome.reason = text(value, "reason", name);
    }
    if (const JsonValue* warnings = value.find("warnings")) {
        for (const JsonValue& item : warnings->items) entry.outcome.warnings.push_back(item.text);
    }
    entry.json = to_json(value);
    return entry;
}

Took read_took(const JsonValue& value, const std::string& name) {
    const JsonValue& seconds = member(value, "seconds", JsonValue::Kind::number, name);
    return {parse_number(seconds.text).value_or(0), count(value, "peak_memory", name)};
}

std::string took_json(const Took& took) {
    return "\"seconds\":" + rounded(took.seconds, 4) +
           ",\"peak_memory\":" + std::to_string(took.peak_memory);
}

/// A list with an item a line.
std::string lines_of(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "\n    " : ",\n    ") + item;
    return '[' + text + (items.empty() ? "]" : "\n  ]");
}

}  // namespace

std::string job_key(const BatchHead& head, const Job& job) {
    Json inputs = Json::array();
    for (const BatchInput& input : head.inputs)
        inputs.push_back({input.file, input.format, input.sha256});
    const DrawJob* draw = std::get_if<DrawJob>(&job.work);
    const Json all = {head.version,        inputs,
                      name_of(job.work),   job.options,
                      lens_json(job.lens), job.subject,
                      job.output,          draw == nullptr ? "" : draw->options.title};
    return sha256(dumped(all));
}

Entry make_entry(const Job& job, std::string key, Outcome outcome) {
    Json json = {{"output", job.output}, {"work", name_of(job.work)}};
    if (!job.subject.empty()) json["for"] = job.subject;
    json["lens"] = Json::parse(lens_json(job.lens));
    json["options"] = Json::parse(job.options);
    json["key"] = key;
    json["state"] = outcome.done ? "done" : "failed";
    if (outcome.done) {
        json["bytes"] = outcome.bytes;
        json["sha256"] = outcome.sha256;
        json["marking"] = outcome.marking;
    } else {
        json["error"] = outcome.error;
        json["reason"] = outcome.reason;
    }
    if (!outcome.warnings.empty()) json["warnings"] = outcome.warnings;
    return {job.output, std::move(key), std::move(outcome), dumped(json)};
}

std::string manifest_json(const BatchHead& head, const std::vector<Entry>& jobs) {
    std::vector<std::string> inputs, entries;
    for (const BatchInput& input : head.inputs) {
        Json json = {{"file", input.file}};
        if (!input.format.empty()) json["format"] = input.format;
        json["bytes"] = input.bytes;
        json["sha256"] = input.sha256;
        inputs.push_back(dumped(json));
    }
    for (const Entry& entry : jobs) entries.push_back(entry.json);
    return "{\n  \"actormap-manifest\": 1,\n  \"version\": " + json_string(head.version) +
           ",\n  \"plan\": " + dumped({{"file", head.plan}, {"sha256", head.plan_sha256}}) +
           ",\n  \"inputs\": " + lines_of(inputs) +
           ",\n  \"planned\": " + std::to_string(head.planned) +
           ",\n  \"shard\": " + json_string(to_string(head.shard)) +
           ",\n  \"jobs\": " + lines_of(entries) + "\n}\n";
}

std::string timings_json(const std::vector<std::pair<std::string, Took>>& jobs) {
    std::vector<std::string> entries;
    for (const auto& [output, took] : jobs)
        entries.push_back("{\"output\":" + json_string(output) + ',' + took_json(took) + '}');
    return "{\n  \"actormap-timings\": 1,\n  \"jobs\": " + lines_of(entries) + "\n}\n";
}

std::string journal_line(const Entry& entry, const Took& took) {
    return "{\"job\":" + entry.json + ',' + took_json(took) + "}\n";
}

Manifest read_manifest(std::string_view content, const std::string& name) {
    const JsonValue document = parse(content, name);
    if (count(document, "actormap-manifest", name) != 1)
        refuse(name, document, "the manifest is of another version");
    Manifest manifest;
    manifest.version = text(document, "version", name);
    manifest.plan_sha256 =
        text(member(document, "plan", JsonValue::Kind::object, name), "sha256", name);
    manifest.inputs = to_json(member(document, "inputs", JsonValue::Kind::list, name));
    manifest.planned = count(document, "planned", name);
    const auto shard = parse_shard(text(document, "shard", name));
    if (!shard) refuse(name, document, "'shard' is not I/N");
    manifest.shard = *shard;
    for (const JsonValue& item : member(document, "jobs", JsonValue::Kind::list, name).items) {
        Entry entry = read_entry(item, name);
        manifest.jobs.insert_or_assign(entry.output, std::move(entry));
    }
    return manifest;
}

void read_journal(std::string_view content, const std::string& name, Manifest& manifest) {
    for (JsonSpot spot; !content.empty(); ++spot.line) {
        const std::size_t end = content.find('\n');
        if (end == std::string_view::npos) return;
        try {
            const JsonValue line = parse(content.substr(0, end), name, spot);
            Entry entry = read_entry(member(line, "job", JsonValue::Kind::object, name), name);
            manifest.took.insert_or_assign(entry.output, read_took(line, name));
            manifest.jobs.insert_or_assign(entry.output, std::move(entry));
        } catch (const InputError&) {
            return;
        }
        content.remove_prefix(end + 1);
    }
}

void read_timings(std::string_view content, const std::string& name, Manifest& manifest) {
    const JsonValue document = parse(content, name);
    for (const JsonValue& item : member(document, "jobs", JsonValue::Kind::list, name).items) {
        // What the journal says is newer.
        manifest.took.emplace(text(item, "output", name), read_took(item, name));
    }
}

}  // namespace actormap
