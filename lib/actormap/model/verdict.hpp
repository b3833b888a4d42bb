#pragma once

#include <optional>
#include <string_view>

namespace actormap {

/// Whether two entities are one.
enum class Verdict { same, different, unsure };

[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::optional<Verdict> parse_verdict(std::string_view text);

}  // namespace actormap
