#pragma once

#include <actormap/base/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

struct JsonMember;

/// A JSON value that knows where it begins.
struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, object };

    Kind kind = Kind::null;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string text = {};  ///< of a text: its content; of a number or a boolean: as it is written
    std::vector<JsonValue> items = {};
    std::vector<JsonMember> members;  ///< in the order of the file, each name once

    /// The member of that name; null if there is none or this is no object.
    [[nodiscard]] const JsonValue* find(std::string_view name) const;
};

struct JsonMember {
    std::string name;
    JsonValue value;
};

/// What a file may hold. More is refused before it costs memory.
struct JsonLimits {
    std::size_t depth = 64;                   ///< of nested lists and objects
    std::size_t text = std::size_t{1} << 20;  ///< bytes of one string
};

/// A line and a column, from 1.
struct JsonSpot {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// "a text", "a number", …, for messages.
[[nodiscard]] std::string describe(JsonValue::Kind kind);

/// Parses one JSON text (RFC 8259). A name given twice in one object is reported to
/// `diagnostics` (json-duplicate-name) and its first value kept.
/// `start` is where the content begins in the file.
/// Throws  InputError json-syntax, json-depth, json-text-size, json-nul, json-number
[[nodiscard]] JsonValue parse_json(std::string_view content, const std::string& file,
                                   Diagnostics& diagnostics, const JsonLimits& limits = {},
                                   JsonSpot start = {});

/// The value as compact JSON text, members in their order.
[[nodiscard]] std::string to_json(const JsonValue& value);

}  // namespace actormap
