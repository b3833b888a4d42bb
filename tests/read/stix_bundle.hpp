#pragma once

#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace actormap::test {

/// A bundle of these objects.
inline std::string bundle_of(const std::string& objects) {
    return R"({"type":"bundle","id":"bundle--1","objects":[)" + objects + "]}";
}

inline Reading read_objects(const std::string& objects) {
    return read_text(bundle_of(objects));
}

inline const std::string two_ends =
    R"({"type":"tool","spec_version":"2.1","id":"tool--1","name":"T1"},
       {"type":"tool","spec_version":"2.1","id":"tool--2","name":"T2"})";

/// A relationship from tool--1 to tool--2 with more members.
inline std::string relationship(const std::string& more = {}, const std::string& id = "1") {
    return R"({"type":"relationship","spec_version":"2.1","id":"relationship--)" + id +
           R"(","relationship_type":"uses","source_ref":"tool--1","target_ref":"tool--2")" + more +
           '}';
}

inline const Entity& entity_of(const Reading& reading, const std::string& id) {
    const auto at = reading.graph().find_entity(id);
    INFO(id);
    REQUIRE(at);
    return reading.graph()[*at];
}

inline const Relation& only_relation(const Reading& reading) {
    REQUIRE(reading.graph().relations().size() == 1);
    return reading.graph().relations()[0];
}

/// "a=1 b=2"
inline std::string properties_of(const Properties& properties) {
    std::string text;
    for (const Property& property : properties) {
        if (!text.empty()) text += ' ';
        text.append(std::string_view(property.name)).append("=");
        text.append(std::string_view(property.json));
    }
    return text;
}

inline std::size_t found(const Reading& reading, const std::string& kind) {
    return reading.result.report.findings.count(kind);
}

/// The native format holds all of it.
inline void check_native_round_trip(const Reading& reading) {
    const std::string text = write_native(reading.graph());
    INFO(text);
    const Reading again = read_text(text, InputFormat::native);
    CHECK(again.graph() == reading.graph());
}

}  // namespace actormap::test
