#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/write/bundle_object.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace actormap {
namespace {

constexpr std::string_view first[] = {
    "type",       "spec_version", "id",          "created_by_ref", "created", "modified",
    "revoked",    "name",         "description", "aliases",        "roles",   "relationship_type",
    "source_ref", "target_ref",   "start_time",  "stop_time"};
constexpr std::string_view last[] = {"labels",
                                     "confidence",
                                     "lang",
                                     "external_references",
                                     "object_marking_refs",
                                     "granular_markings",
                                     "defanged",
                                     "extensions"};

/// Where a member stands among the others; those of equal place are ascending by name.
int place_of(std::string_view name) {
    const auto* at = std::find(std::begin(first), std::end(first), name);
    if (at != std::end(first)) return static_cast<int>(at - std::begin(first));
    constexpr int between = std::size(first);
    const auto* end = std::find(std::begin(last), std::end(last), name);
    return end == std::end(last) ? between : between + 1 + static_cast<int>(end - std::begin(last));
}

std::pair<int, std::string> key_of(std::string_view name) {
    return {place_of(name), std::string(name)};
}

std::string record_members(const std::pair<std::string, std::string>& record) {
    return "\"record\": " + json_string(record.first) + ", \"native\": " + record.second;
}

}  // namespace

BundleObject::BundleObject(std::string_view type, std::string id) : id_(std::move(id)) {
    text("type", type);
    text("spec_version", "2.1");
    text("id", id_);
}

void BundleObject::set(std::string_view name, std::string_view json) {
    members_[key_of(name)] = json;
}

void BundleObject::text(std::string_view name, std::string_view value) {
    if (!value.empty()) set(name, json_string(value));
}

void BundleObject::remove(std::string_view name) {
    members_.erase(key_of(name));
}

void BundleObject::mark(Tlp level) {
    if (level == Tlp::clear) return;
    const std::string id = json_string(tlp_marking_id(level));
    std::string refs(json("object_marking_refs"));
    if (refs.find(id) != std::string::npos) return;
    const bool is_list = refs.starts_with("[\"");
    if (is_list) refs.pop_back();
    set("object_marking_refs", is_list ? refs + ", " + id + ']' : '[' + id + ']');
}

bool BundleObject::has(std::string_view name) const {
    return members_.contains(key_of(name));
}

std::string_view BundleObject::json(std::string_view name) const {
    const auto at = members_.find(key_of(name));
    return at == members_.end() ? std::string_view() : std::string_view(at->second);
}

void BundleObject::carry(std::string_view kind, std::string native) {
    records_.emplace_back(kind, std::move(native));
    extended_ = true;
}

std::string BundleObject::write(std::string_view indent) const {
    std::string text = "{";
    const auto member = [&](std::string_view name, std::string_view json) {
        (text += text.size() == 1 ? "\n" : ",\n") += indent;
        (text += "  " + json_string(name) + ": ") += json;
    };
    for (const auto& [key, json] : members_) {
        if (!extended_ || key.second != "extensions") member(key.second, json);
    }
    if (extended_) member("extensions", extensions());
    return ((text += '\n') += indent) += '}';
}

/// The object's own extensions with ours after them.
std::string BundleObject::extensions() const {
    std::string ours = json_string(stix_actormap_extension) +
                       ": { \"extension_type\": " + "\"property-extension\", ";
    if (records_.size() == 1) {
        ours += record_members(records_.front());
    } else {
        std::vector<std::string> records;
        for (const auto& record : records_) records.push_back("{ " + record_members(record) + " }");
        ours += "\"records\": [" + join(records, ", ") + ']';
    }
    ours += " }";
    std::string own(json("extensions"));
    if (!own.starts_with('{') || own.find('"') == std::string::npos) return "{ " + ours + " }";
    own.pop_back();
    return own + ", " + ours + '}';
}

}  // namespace actormap
