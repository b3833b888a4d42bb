#include <actormap/base/text.hpp>
#include <actormap/study/difference_fields.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace actormap {
namespace {

/// The names of the properties in which two records differ.
std::vector<std::string> changed_properties(const Properties& before, const Properties& after) {
    std::set<std::pair<std::string, std::string>> old_ones, new_ones;
    for (const Property& property : before)
        old_ones.emplace(std::string_view(property.name), std::string_view(property.json));
    for (const Property& property : after)
        new_ones.emplace(std::string_view(property.name), std::string_view(property.json));
    std::set<std::pair<std::string, std::string>> differing;
    std::set_symmetric_difference(old_ones.begin(), old_ones.end(), new_ones.begin(),
                                  new_ones.end(), std::inserter(differing, differing.end()));
    std::vector<std::string> names;
    for (const auto& [name, json] : differing) {
        if (names.empty() || names.back() != name) names.push_back(name);
    }
    return names;
}

}  // namespace

std::string from_to(std::string_view before, std::string_view after) {
    const auto shown = [](std::string_view text) {
        return text.empty() ? std::string("–") : std::string(text);
    };
    return shown(before) + " -> " + shown(after);
}

void ChangedFields::add(const char* field, std::string_view before, std::string_view after) {
    if (before != after) parts_.push_back(std::string(field) + ": " + from_to(before, after));
}

void ChangedFields::add_text(const char* field, std::string_view before, std::string_view after) {
    if (before != after) parts_.emplace_back(field);
}

void ChangedFields::add(const Properties& before, const Properties& after) {
    for (std::string& name : changed_properties(before, after)) parts_.push_back(std::move(name));
}

std::string ChangedFields::text() const {
    return join(parts_, "; ");
}

std::string entity_changes(const Entity& before, const Entity& after) {
    ChangedFields fields;
    fields.add("type", before.type, after.type);
    fields.add("name", before.name, after.name);
    fields.add_text("description", before.description, after.description);
    fields.add("country", before.country, after.country);
    fields.add("roles", join({before.roles.begin(), before.roles.end()}, ", "),
               join({after.roles.begin(), after.roles.end()}, ", "));
    fields.add("marking", to_string(before.marking), to_string(after.marking));
    fields.add(before.properties, after.properties);
    return fields.text();
}

}  // namespace actormap
