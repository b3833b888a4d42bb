#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// The whole text as a decimal number, whatever the locale; nothing if it is anything else, or
/// infinite, or not a number.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::optional<std::uint64_t> parse_count(std::string_view text);

/// 17 significant digits: enough to give back the same double.
[[nodiscard]] std::string exact(double value);

/// At most `digits` significant digits, without an exponent where that is readable.
[[nodiscard]] std::string rounded(double value, int digits);

/// The value rounded to 12 significant decimal digits. Ranks and ties use this, so that the last
/// bits, which depend on the order of a sum, decide nothing.
[[nodiscard]] double significant(double value);

}  // namespace actormap
