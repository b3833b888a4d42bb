#pragma once

#include <cmath>
#include <string>
#include <vector>

namespace actormap {

// How a picture's JSON is written. `Json` is the ordered JSON of nlohmann, which no header
// includes.

/// A value in one line; what is not UTF-8 becomes U+FFFD.
template <typename Json>
[[nodiscard]] std::string json_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A list with a record on each line.
template <typename Json>
[[nodiscard]] std::string json_list(const std::vector<Json>& records) {
    std::string text = "[";
    for (std::size_t i = 0; i < records.size(); ++i) {
        text += (i == 0 ? "\n    " : ",\n    ") + json_line(records[i]);
    }
    return text + (records.empty() ? "]" : "\n  ]");
}

/// A member after another; `value` is JSON.
[[nodiscard]] inline std::string json_member(const char* name, const std::string& value) {
    return std::string(",\n  \"") + name + "\": " + value;
}

/// A coordinate as it is written.
[[nodiscard]] inline double hundredths(double value) {
    return std::round(value * 100) / 100;
}

}  // namespace actormap
