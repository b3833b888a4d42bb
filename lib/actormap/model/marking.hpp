#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// The levels of the Traffic Light Protocol 2.0, from the widest audience to the narrowest:
/// https://www.first.org/tlp/. What carries no marking is `clear`.
enum class Tlp : std::uint8_t { clear, green, amber, amber_strict, red };

/// "clear", "green", "amber", "amber+strict" or "red".
[[nodiscard]] std::string_view to_string(Tlp level);
[[nodiscard]] std::optional<Tlp> parse_tlp(std::string_view text);
/// As documents spell it: "TLP:AMBER+STRICT".
[[nodiscard]] std::string tlp_text(Tlp level);

}  // namespace actormap
