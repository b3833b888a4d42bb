#include <actormap/base/number.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_object.hpp>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace actormap {
namespace {

using Names = std::unordered_map<std::string_view, StixMember>;

const Names& member_names() {
    static const Names names{
        {"aliases", StixMember::aliases},
        {"confidence", StixMember::confidence},
        {"country", StixMember::country},
        {"created", StixMember::created},
        {"created_by_ref", StixMember::created_by_ref},
        {"definition", StixMember::definition},
        {"definition_type", StixMember::definition_type},
        {"description", StixMember::description},
        {"explanation", StixMember::explanation},
        {"extensions", StixMember::extensions},
        {"external_references", StixMember::external_references},
        {"first_seen", StixMember::first_seen},
        {"id", StixMember::id},
        {"last_seen", StixMember::last_seen},
        {"modified", StixMember::modified},
        {"name", StixMember::name},
        {"object_marking_refs", StixMember::object_marking_refs},
        {"object_refs", StixMember::object_refs},
        {"opinion", StixMember::opinion},
        {"published", StixMember::published},
        {"relationship_type", StixMember::relationship_type},
        {"roles", StixMember::roles},
        {"sighting_of_ref", StixMember::sighting_of_ref},
        {"source_ref", StixMember::source_ref},
        {"spec_version", StixMember::spec_version},
        {"start_time", StixMember::start_time},
        {"stop_time", StixMember::stop_time},
        {"target_ref", StixMember::target_ref},
        {"type", StixMember::type},
        {"where_sighted_refs", StixMember::where_sighted_refs},
        {"x_mitre_aliases", StixMember::x_mitre_aliases},
    };
    return names;
}

/// The digits of a timestamp without what makes no difference: the zone and zeros of a fraction.
std::string_view significant_part(std::string_view timestamp) {
    if (timestamp.ends_with('Z')) timestamp.remove_suffix(1);
    if (timestamp.find('.') == std::string_view::npos) return timestamp;
    while (timestamp.ends_with('0')) timestamp.remove_suffix(1);
    if (timestamp.ends_with('.')) timestamp.remove_suffix(1);
    return timestamp;
}

}  // namespace

void StixObject::assign(const JsonSlice& slice, bool exact) {
    static const Names& names = member_names();
    slice_ = slice;
    exact_ = exact;
    fields_.clear();
    kept_.clear();
    at_.fill(0);
    for (const JsonMark& mark : slice.members) {
        Field field;
        field.name = slice[mark.name];
        if (mark.name.escaped)
            field.name = content(slice.text.substr(mark.name.at - 1, mark.name.size + 2));
        field.json = slice[mark.value];
        field.at = mark.value.at;
        // The integer -0 is kept as 0.
        field.plain = !mark.value.escaped && !mark.value.blanks &&
                      (is_json_text(field.json) || field.json.find("-0") == std::string_view::npos);
        const auto known = names.find(field.name);
        if (known != names.end()) {
            field.member = known->second;
            const auto at = static_cast<std::uint16_t>(std::min<std::size_t>(
                fields_.size() + 1, std::numeric_limits<std::uint16_t>::max()));
            at_[static_cast<std::size_t>(known->second)] = at;
        }
        fields_.push_back(field);
    }
}

StixObject::Field* StixObject::find(StixMember member) {
    const std::size_t at = at_[static_cast<std::size_t>(member)];
    if (at == 0) return nullptr;
    if (fields_[at - 1].member == member) return &fields_[at - 1];
    // An object of more members than fit the index.
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const Field& field) { return field.member == member; });
    return found == fields_.end() ? nullptr : &*found;
}

StixObject::Field* StixObject::find(std::string_view name) {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == fields_.end() ? nullptr : &*found;
}

std::string_view StixObject::text(StixMember member) {
    const Field* field = find(member);
    if (!field || !is_json_text(field->json)) return {};
    return content(field->json);
}

std::string_view StixObject::content(std::string_view json) {
    std::string scratch;
    const std::string_view text = json_content(json, scratch);
    if (text.data() != scratch.data()) return text;
    return kept_.emplace_back(std::move(scratch));
}

void StixObject::take(StixMember member) {
    if (Field* field = find(member)) field->taken = true;
}

Properties StixObject::properties(StixRecord record) {
    std::vector<Property> properties;
    properties.reserve(fields_.size());
    for (const Field& field : fields_) {
        if (field.taken) continue;
        Property property{field.name, field.json};
        std::string name = stix_property_name(record, field.name);
        if (name != field.name) property.name = kept_.emplace_back(std::move(name));
        if (!field.plain) {
            std::string& compact = kept_.emplace_back();
            append_compact(compact, field.json);
            property.json = compact;
        }
        properties.push_back(property);
    }
    return Properties(std::move(properties));
}

std::optional<PartialDate> stix_day(std::string_view timestamp) {
    constexpr std::size_t day_size = 10;
    const bool timed = timestamp.size() > day_size && timestamp[day_size] == 'T';
    return timed ? PartialDate::parse(timestamp.substr(0, day_size)) : std::nullopt;
}

bool stix_later(std::string_view a, std::string_view b) {
    return significant_part(a) > significant_part(b);
}

std::optional<std::uint8_t> stix_confidence(std::string_view json) {
    const auto number = parse_count(json);
    if (!number || *number > 100) return std::nullopt;
    return static_cast<std::uint8_t>(*number);
}

}  // namespace actormap
