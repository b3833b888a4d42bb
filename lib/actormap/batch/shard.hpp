#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// A part of the jobs of a plan: those whose position leaves `number` - 1 when divided by `of`.
struct Shard {
    std::size_t number = 1;  ///< 1 to `of`
    std::size_t of = 1;

    [[nodiscard]] bool holds(std::size_t position) const { return position % of == number - 1; }
    [[nodiscard]] bool whole() const { return of == 1; }
    auto operator<=>(const Shard&) const = default;
};

/// "2/8", at most 100,000 of them; nothing if the text is anything else.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);
[[nodiscard]] std::string to_string(const Shard& shard);

}  // namespace actormap
