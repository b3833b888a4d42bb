#pragma once

#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/builder.hpp>
#include <actormap/write/stix.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace actormap::test {

using nlohmann::json;

inline const std::string our_extension =
    "extension-definition--8d392538-5cf3-54b1-a15d-3a29684d88b6";

/// What write_stix makes of a graph, taken apart again by a parser that is not ours.
struct Bundle {
    explicit Bundle(const ActorGraph& graph) : text(write_stix(graph, losses)) {
        whole = json::parse(text);
        for (const json& object : whole.value("objects", json::array())) objects.push_back(object);
    }

    /// The objects of a type.
    [[nodiscard]] std::vector<json> of(const std::string& type) const {
        std::vector<json> found;
        for (const json& object : objects)
            if (object["type"] == type) found.push_back(object);
        return found;
    }
    /// The one of a type with that name.
    [[nodiscard]] json named(const std::string& type, const std::string& name) const {
        for (const json& object : objects)
            if (object["type"] == type && object.value("name", "") == name) return object;
        FAIL("no " << type << " is called " << name << " in " << text);
        return {};
    }
    [[nodiscard]] bool has(const std::string& id) const {
        return std::any_of(objects.begin(), objects.end(),
                           [&](const json& object) { return object["id"] == id; });
    }
    [[nodiscard]] bool extended() const { return text.find(our_extension) != std::string::npos; }

    Losses losses;
    std::string text;
    json whole;
    std::vector<json> objects;
};

/// The native records that an object carries, by kind.
inline std::vector<std::string> carried(const json& object) {
    std::vector<std::string> kinds;
    if (!object.contains("extensions") || !object["extensions"].contains(our_extension))
        return kinds;
    const json& ours = object["extensions"][our_extension];
    if (!ours.contains("records")) return {ours["record"].get<std::string>()};
    for (const json& record : ours["records"]) kinds.push_back(record["record"]);
    return kinds;
}

/// Objects by id with lists whose order means nothing sorted, and `spec_version` in all that are
/// no cyber-observables: what a bundle says.
inline json by_id(const json& bundle) {
    json result = json::object();
    for (json object : bundle.value("objects", json::array())) {
        for (const char* list : {"aliases", "roles"}) {
            if (object.contains(list) && object[list].is_array())
                std::sort(object[list].begin(), object[list].end());
        }
        if (object.contains("created") && !object.contains("spec_version"))
            object["spec_version"] = "2.1";
        const std::string id = object["id"];
        result[id] = std::move(object);
    }
    return result;
}

}  // namespace actormap::test
