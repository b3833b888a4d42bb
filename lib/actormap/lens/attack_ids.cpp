#include <actormap/lens/merge_evidence.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace actormap {
namespace {

using Json = nlohmann::json;

/// "G0128", "S0154", "T1566.001"; G for groups, S for software, T for techniques, M for
/// mitigations, C for campaigns.
bool is_attack_id(std::string_view text) {
    const auto digits = [](std::string_view part, std::size_t count) {
        return part.size() == count &&
               std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (text.size() != 5 && text.size() != 9) return false;
    const bool whole = text.size() == 5 || (text[5] == '.' && digits(text.substr(6), 3));
    return whole && std::string_view("GSTMC").find(text[0]) != std::string_view::npos &&
           digits(text.substr(1, 4), 4);
}

/// Collects ids. Properties may be of any shape: what is not where an id stands is none.
class Ids {
  public:
    /// A text, or a list of texts. Others than ATT&CK give ids as well, so its form must be right.
    void add(const Json& value) {
        if (value.is_array()) {
            for (const Json& item : value) add(item, is_attack_id);
        } else {
            add(value, is_attack_id);
        }
    }

    void add_property(std::string_view name, std::string_view text) {
        if (name != "external_references" && name != "external_id" && name != "meta" &&
            name != "x_conflicts")
            return;
        const Json json = Json::parse(text, nullptr, false);
        if (name == "external_references") add_references(json);
        if (name == "external_id") add(json);
        if (name == "meta" && json.is_object() && json.contains("external_id"))
            add(json["external_id"]);
        if (name == "x_conflicts") add_conflicts(json);
    }

    [[nodiscard]] std::vector<std::string> list() && {
        std::sort(ids_.begin(), ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        return std::move(ids_);
    }

  private:
    void add(const Json& value, bool (*is_id)(std::string_view)) {
        if (!value.is_string()) return;
        const auto& text = value.get_ref<const std::string&>();
        if (!text.empty() && is_id(text)) ids_.push_back(text);
    }

    void add_references(const Json& references) {
        if (!references.is_array()) return;
        for (const Json& reference : references) {
            if (!reference.is_object()) continue;
            const auto source = reference.find("source_name");
            const auto id = reference.find("external_id");
            if (source != reference.end() && id != reference.end() && source->is_string() &&
                source->get_ref<const std::string&>().starts_with("mitre-"))
                add(*id, [](std::string_view) { return true; });
        }
    }

    /// What another file said of the same entity.
    void add_conflicts(const Json& conflicts) {
        if (!conflicts.is_array()) return;
        for (const Json& entry : conflicts) {
            if (!entry.is_object() || !entry.contains("field") || !entry.contains("value"))
                continue;
            const Json &field = entry["field"], &value = entry["value"];
            if (field.is_string() && value.is_string() && field != "x_conflicts")
                add_property(field.get_ref<const std::string&>(),
                             value.get_ref<const std::string&>());
        }
    }

    std::vector<std::string> ids_;
};

}  // namespace

std::vector<std::string> attack_ids(const Entity& entity) {
    Ids ids;
    for (const Name& name : entity.names) ids.add(Json(std::string(std::string_view(name.name))));
    for (const Property& property : entity.properties)
        ids.add_property(std::string_view(property.name), std::string_view(property.json));
    return std::move(ids).list();
}

}  // namespace actormap
