#include <actormap/base/file.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/part.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace actormap {
namespace {

using Kind = JsonValue::Kind;

constexpr const char* remedy = "; give what `actormap rank --shard` wrote";
constexpr std::array<std::string_view, 7> names{
    "actormap_part", "measure", "computed_from", "marking", "shard", "of", "sums"};

Position place(const JsonValue& value, const std::string& file) {
    return {file, value.line, value.column};
}

std::string of(const Shard& shard) {
    return std::to_string(shard.index) + " of " + std::to_string(shard.count);
}

/// Which shards are not among those that are there, ascending: "1-3,7", as Slurm's --array has it.
std::string missing_of(const std::vector<ShardSums>& there) {
    std::string missing;
    const auto add = [&](std::size_t first, std::size_t last) {
        if (first > last) return;
        missing += (missing.empty() ? "" : ",") + std::to_string(first);
        if (last > first) missing += '-' + std::to_string(last);
    };
    std::size_t next = 1;
    for (const ShardSums& one : there) {
        add(next, one.shard.index - 1);
        next = one.shard.index + 1;
    }
    add(next, there[0].shard.count);
    return missing;
}

}  // namespace

const JsonValue* PartsReader::member(const JsonValue& part, const std::string& file,
                                     const char* name, Kind kind) {
    const JsonValue* value = part.find(name);
    if (!value)
        diagnostics_.error("part-syntax", place(part, file),
                           "the part has no '" + std::string(name) + '\'' + remedy);
    else if (value->kind != kind)
        diagnostics_.error("part-syntax", place(*value, file),
                           '\'' + std::string(name) + "' is " + describe(value->kind) + remedy);
    else
        return value;
    return nullptr;
}

bool PartsReader::read_version(const JsonValue& part, const std::string& file) {
    const JsonValue* version = member(part, file, "actormap_part", Kind::number);
    if (!version) return false;
    if (version->text != "1")
        diagnostics_.error("part-version", place(*version, file),
                           "the part is in version " + quote(version->text) +
                               ", and this program reads version 1; compute it with this program");
    return version->text == "1";
}

bool PartsReader::read_origin(const JsonValue& part, const std::string& file) {
    const JsonValue* measure = member(part, file, "measure", Kind::text);
    const JsonValue* origin = member(part, file, "computed_from", Kind::text);
    if (!measure || !origin) return false;
    if (measure->text != "betweenness")
        diagnostics_.error(
            "part-syntax", place(*measure, file),
            "the part is of " + quote(measure->text) + ", not of 'betweenness'; leave it out");
    else if (origin->text != wanted_.computed_from)
        diagnostics_.error("part-network", place(*origin, file),
                           "the part was computed from another network; give --join the files, "
                           "lens, --directed and weights that --shard had");
    else
        return true;
    return false;
}

bool PartsReader::read_shard(const JsonValue& part, const std::string& file, Read& into) {
    const JsonValue* index = member(part, file, "shard", Kind::number);
    const JsonValue* count = member(part, file, "of", Kind::number);
    if (!index || !count) return false;
    Shard& shard = into.sums.shard;
    shard = {parse_count(index->text).value_or(0), parse_count(count->text).value_or(0)};
    into.shard = place(*index, file);
    into.of = place(*count, file);
    const auto refuse = [&](const Position& where, const std::string& message) {
        diagnostics_.error("part-shard", where, message);
        return false;
    };
    if (!shard.valid())
        return refuse(into.shard, "there is no shard " + quote(index->text) + " of " +
                                      quote(count->text) + remedy);
    if (parts_.empty()) return true;
    if (const std::size_t first = parts_[0].sums.shard.count; shard.count != first)
        return refuse(into.of, "this is shard " + of(shard) + ", and " + parts_[0].of.file +
                                   " is one of " + std::to_string(first) +
                                   "; join those of the same number");
    for (const Read& other : parts_) {
        if (other.sums.shard == shard)
            return refuse(into.shard, "shard " + of(shard) + " was in " + other.shard.file +
                                          " already; leave one of them out");
    }
    return true;
}

bool PartsReader::read_chunk(const JsonValue& list, const std::string& file,
                             std::vector<double>& into) {
    if (list.kind != Kind::list || list.items.size() != wanted_.vertices) {
        diagnostics_.error(
            "part-size", place(list, file),
            "this is " +
                (list.kind == Kind::list ? std::to_string(list.items.size()) + " numbers"
                                         : describe(list.kind)) +
                ", not one number for each of " + std::to_string(wanted_.vertices) + " vertices" +
                remedy);
        return false;
    }
    const auto n = static_cast<double>(wanted_.vertices);
    into.reserve(list.items.size());
    bool good = true;
    for (const JsonValue& item : list.items) {
        const auto number = item.kind == Kind::number ? parse_number(item.text) : std::nullopt;
        // No vertex is between more pairs than there are.
        if (number && !std::signbit(*number) && *number <= n * n) {
            into.push_back(*number);
            continue;
        }
        diagnostics_.error(
            "part-number", place(item, file),
            (item.kind == Kind::number ? quote(item.text) : describe(item.kind)) +
                " is no sum of shares, which is from 0 to the number of pairs; compute the "
                "part again");
        good = false;
    }
    return good;
}

bool PartsReader::read_sums(const JsonValue& list, const std::string& file, Read& into) {
    const Shard& shard = into.sums.shard;
    const std::size_t chunks = shard.of(wanted_.chunks).size();
    if (list.items.size() != chunks) {
        diagnostics_.error("part-size", place(list, file),
                           "there are sums of " + std::to_string(list.items.size()) +
                               " chunks, and shard " + of(shard) + " has " +
                               std::to_string(chunks) + remedy);
        return false;
    }
    into.sums.chunks.resize(chunks);
    bool good = true;
    for (std::size_t i = 0; i < chunks; ++i)
        good = read_chunk(list.items[i], file, into.sums.chunks[i]) && good;
    return good;
}

void PartsReader::read(const JsonValue& part, const std::string& file) {
    if (part.kind != Kind::object) {
        diagnostics_.error("part-syntax", place(part, file),
                           "this is " + describe(part.kind) + ", not a part" + remedy);
        return;
    }
    if (!read_version(part, file)) return;
    for (const JsonMember& one : part.members) {
        if (std::find(names.begin(), names.end(), one.name) == names.end())
            diagnostics_.error("part-syntax", place(one.value, file),
                               "a part has no " + quote(one.name) + remedy);
    }
    Read into;
    const JsonValue* sums = member(part, file, "sums", Kind::list);
    if (!sums || !read_origin(part, file) || !read_shard(part, file, into)) return;
    if (read_sums(*sums, file, into)) parts_.push_back(std::move(into));
}

void PartsReader::add(std::string_view content, const std::string& file) {
    const std::size_t before = diagnostics_.errors();
    try {
        read(parse_json(content, file, diagnostics_), file);
    } catch (const InputError& error) {
        diagnostics_.error(error.id(), error.where(), error.what());
    }
    if (diagnostics_.errors() != before) ++faulty_;
}

std::vector<ShardSums> PartsReader::finish() {
    std::sort(parts_.begin(), parts_.end(),
              [](const Read& a, const Read& b) { return a.sums.shard.index < b.sums.shard.index; });
    std::vector<ShardSums> shards;
    for (Read& part : parts_) shards.push_back(std::move(part.sums));
    if (faulty_ != 0 || parts_.empty()) return shards;  // what is missing may be in the faulty ones
    const std::string missing = missing_of(shards);
    if (!missing.empty())
        diagnostics_.error("part-shard", parts_[0].of,
                           "of " + std::to_string(shards[0].shard.count) +
                               " shards these are missing: " + missing +
                               "; compute them and join them too");
    return shards;
}

std::vector<ShardSums> read_parts(const std::vector<std::string>& paths, PartsWanted wanted,
                                  Diagnostics& diagnostics) {
    PartsReader reader(std::move(wanted), diagnostics);
    bool all = true;
    for (const std::string& path : paths) {
        try {
            reader.add(read_file(path), path);
        } catch (const InputError& error) {
            diagnostics.error(error.id(), error.where(), error.what());
            all = false;
        }
    }
    return all ? reader.finish() : std::vector<ShardSums>();
}

}  // namespace actormap
