#include <actormap/batch/lens_json.hpp>

#include <nlohmann/json.hpp>

namespace actormap {

std::string lens_json(const Lens& lens) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    const auto list = [&](const char* name, const std::vector<std::string>& values) {
        if (!values.empty()) json[name] = values;
    };
    const auto date = [&](const char* name, const PartialDate& value) {
        if (!value.empty()) json[name] = to_string(value);
    };
    list("type", lens.types);
    list("not-type", lens.not_types);
    list("relation", lens.relations);
    list("country", lens.countries);
    list("around", lens.around);
    if (!lens.around.empty()) json["hops"] = lens.hops;
    if (lens.revoked != Revoked::exclude) json["revoked"] = to_string(lens.revoked);
    date("since", lens.since);
    date("until", lens.until);
    date("as-of", lens.as_of);
    list("according-to", lens.according_to);
    list("without", lens.without);
    if (lens.min_confidence) json["min-confidence"] = *lens.min_confidence;
    if (lens.disputed != Disputed::include) json["disputed"] = to_string(lens.disputed);
    const CombineRule& rule = lens.combining;
    if (rule != CombineRule()) {
        json["combine"] = to_string(rule.combine);
        json["denials"] = to_string(rule.denials);
        json["assume"] = rule.assume;
    }
    json["tlp"] = to_string(lens.tlp);
    std::vector<std::string> levels;
    for (const RollUp level : lens.roll_up) levels.emplace_back(to_string(level));
    list("roll-up", levels);
    if (lens.merge_names) json["merge"] = "names";
    return json.dump();
}

}  // namespace actormap
