#pragma once

#include <actormap/base/file.hpp>
#include <actormap/read/misp.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap::test {

/// What clusters became, and what was met in them.
struct MispReading {
    ActorGraph graph;
    Findings findings;
    BuildCounts counts;
    std::vector<std::string> said;

    [[nodiscard]] const Entity& entity(std::string_view id) const {
        return graph[graph.find_entity(id).value()];
    }
    /// "from type to" of every relation by the names of its ends, ascending.
    [[nodiscard]] std::vector<std::string> relations() const {
        std::vector<std::string> list;
        for (const Relation& r : graph.relations())
            list.push_back(std::string(graph[r.from].name) + ' ' + std::string(r.type) + ' ' +
                           std::string(graph[r.to].name));
        std::sort(list.begin(), list.end());
        return list;
    }
    /// "NAME by SPEAKER", or "NAME" alone.
    [[nodiscard]] std::vector<std::string> names(std::string_view id) const {
        std::vector<std::string> list;
        for (const Name& name : entity(id).names)
            list.push_back(std::string(name.name) +
                           (name.by ? " by " + std::string(graph[*name.by].name) : ""));
        return list;
    }
};

/// A property's value, or "-".
inline std::string property(const Properties& properties, std::string_view name) {
    for (const Property& p : properties) {
        if (p.name == name) return std::string(p.json);
    }
    return "-";
}

/// Reads clusters (name, content) as one call.
inline MispReading read_misp(const std::vector<std::pair<std::string, std::string>>& inputs) {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    MispReader reader(builder, diagnostics);
    for (const auto& [name, content] : inputs)
        reader.read(parse_json(content, name, diagnostics), name);
    reader.link();
    MispReading reading{builder.build(), builder.findings(), builder.counts(), {}};
    for (const Diagnostic& diagnostic : diagnostics.all())
        reading.said.push_back(to_string(diagnostic));
    return reading;
}

/// One cluster "x" of a type with these values.
inline std::string cluster(const std::string& type, const std::string& values) {
    return R"({"type": ")" + type + R"(", "name": "N", "values": [)" + values + "]}";
}

/// A UUID that ends in this digit.
inline std::string uuid(char digit) {
    return std::string("00000000-0000-4000-8000-00000000000") + digit;
}

/// A value with a UUID and the rest of its members.
inline std::string value(char digit, const std::string& rest) {
    return R"({"uuid": ")" + uuid(digit) + R"(", )" + rest + '}';
}

/// The folder with published data, if it is there.
inline std::optional<std::string> shared_data() {
    const char* named = std::getenv("ACTORMAP_SHARED_DATA");
    const std::string folder = named ? named : std::string(ACTORMAP_SOURCE_DIR) + "/../shared/data";
    return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

}  // namespace actormap::test
