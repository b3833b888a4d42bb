#pragma once

#include <string_view>

namespace actormap {

/// Whether a word is written as JSON writes numbers (no leading zero, digits on both sides of the
/// point, with or without an exponent) and a double can hold it.
[[nodiscard]] bool is_json_number(std::string_view text);

}  // namespace actormap
