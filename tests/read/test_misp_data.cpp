#include "read/misp_reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/countries.hpp>
#include <actormap/model/uuid.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

// The clusters that MISP galaxy published, if they are there, against counts made with another
// JSON parser and no part of the reader.

namespace {

using Json = nlohmann::ordered_json;

struct Published {
    std::vector<std::pair<std::string, std::string>> inputs;
    std::vector<Json> documents;
};

std::optional<Published> published() {
    const auto folder = shared_data();
    if (!folder) {
        WARN("skipped: the published data is not there");
        return std::nullopt;
    }
    Published data;
    std::set<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(*folder + "/misp-galaxy")) {
        if (entry.path().extension() == ".json") paths.insert(entry.path().string());
    }
    for (const std::string& path : paths) {
        data.inputs.emplace_back(path, read_file(path));
        data.documents.push_back(Json::parse(data.inputs.back().second));
    }
    return data;
}

/// The texts of a member of meta that is a text or a list of texts.
std::vector<std::string> texts(const Json& value, const std::string& member) {
    std::vector<std::string> list;
    if (!value.contains("meta") || !value["meta"].contains(member)) return list;
    const Json& found = value["meta"][member];
    if (found.is_string()) return {found.get<std::string>()};
    for (const Json& item : found) list.push_back(item.get<std::string>());
    return list;
}

template <typename Visit>
void for_each_value(const Published& data, const Visit& visit) {
    for (const Json& document : data.documents) {
        for (const Json& value : document["values"]) visit(document["type"], value);
    }
}

}  // namespace

TEST_CASE("MISP: the published clusters, value by value", "[read][misp][data]") {
    const auto data = published();
    if (!data) return;
    const MispReading reading = read_misp(data->inputs);
    const ActorGraph& graph = reading.graph;

    std::map<std::string, std::size_t> values;
    std::set<std::string> uuids;
    std::size_t repeated = 0, related = 0, to_self = 0, attributed = 0;
    for_each_value(*data, [&](const std::string& type, const Json& value) {
        ++values[type];
        if (!uuids.insert(value["uuid"]).second) ++repeated;
        attributed += texts(value, "name-attribution").size();
    });
    std::size_t dangling = 0, empty = 0;
    std::set<std::string> distinct;
    for_each_value(*data, [&](const std::string&, const Json& value) {
        if (!value.contains("related")) return;
        for (const Json& entry : value["related"]) {
            const std::string to = entry["dest-uuid"];
            ++related;
            empty += to.empty() ? 1U : 0U;
            dangling += !to.empty() && uuids.count(to) == 0 ? 1U : 0U;
            to_self += to == value["uuid"] ? 1U : 0U;
        }
    });
    CHECK(values["threat-actor"] == 1041);
    CHECK(related == 20231);
    CHECK(repeated == 0);
    CHECK(dangling == 317);
    CHECK(empty == 2);
    CHECK(to_self == 1);
    CHECK(reading.findings.count("self-reference") == to_self);
    CHECK(reading.findings.count("dangling-reference") == dangling);
    CHECK(reading.findings.count("duplicate") == repeated);
    CHECK(reading.findings.count("unknown-property") == 0);

    // Each value is an entity with its UUID, a country with its code.
    std::size_t missing = 0;
    for_each_value(*data, [&](const std::string& type, const Json& value) {
        std::size_t found = 0;
        for (const std::string prefix : {"threat-actor", "intrusion-set", "attack-pattern",
                                         "malware", "tool", "identity", "location"})
            found += graph.find_entity(prefix + "--" + value["uuid"].get<std::string>()) ? 1U : 0U;
        std::string code;
        for (const std::string& text : texts(value, type == "country" ? "ISO" : "iso-code"))
            if (is_country_code(text)) code = text;
        if (!code.empty())
            found += graph.find_entity("location--" + uuid5("country:" + code)) ? 1U : 0U;
        missing += found == 1 ? 0U : 1U;
    });
    CHECK(missing == 0);
    std::size_t names = 0;
    for (const Entity& entity : graph.entities()) {
        for (const Name& name : entity.names)
            names +=
                name.by && std::string_view(graph[*name.by].id).starts_with("identity--") ? 1U : 0U;
    }
    CHECK(names >= attributed);
    CHECK(attributed == 1243);
}

TEST_CASE("MISP: the published victims are countries or entities of their own",
          "[read][misp][data]") {
    const auto data = published();
    if (!data) return;
    const MispReading reading = read_misp(data->inputs);
    const ActorGraph& graph = reading.graph;
    std::size_t victims = 0, unresolved = 0;
    for_each_value(*data, [&](const std::string& type, const Json& value) {
        if (type != "threat-actor") return;
        const auto from = graph.find_entity("threat-actor--" + value["uuid"].get<std::string>());
        REQUIRE(from);
        std::set<std::string> targets;
        for (const RelationId id : graph.relations_of(*from)) {
            const Relation& r = graph[id];
            if (r.from != *from || r.type != "targets") continue;
            targets.insert(std::string(graph[r.to].id));
        }
        for (const std::string& victim : texts(value, "cfr-suspected-victims")) {
            ++victims;
            const Country* country = find_country(victim);
            unresolved += country ? 0U : 1U;
            if (country)
                CHECK(
                    targets.count("location--" + uuid5("country:" + std::string(country->alpha2))));
        }
    });
    CHECK(victims == 884);
    CHECK(unresolved == 69);
}

TEST_CASE("MISP: the published clusters give one graph in any order", "[read][misp][data]") {
    auto data = published();
    if (!data) return;
    std::vector<std::pair<std::string, std::string>> small;
    for (const auto& input : data->inputs) {
        if (input.second.size() < 1500000) small.push_back(input);
    }
    const MispReading forward = read_misp(small);
    std::reverse(small.begin(), small.end());
    CHECK(read_misp(small).graph == forward.graph);
}
