#pragma once

#include <span>
#include <string_view>

namespace actormap {

/// An entry of ISO 3166-1.
struct Country {
    std::string_view alpha2;
    std::string_view alpha3;
    std::string_view name;  ///< the short English name in common use
};

/// All entries, ascending by alpha2.
[[nodiscard]] std::span<const Country> countries();

/// By alpha-2 code, alpha-3 code, name or another spelling (country_spellings.hpp), whatever the
/// case and the width of the letters; null if there is none. O(size of the text).
[[nodiscard]] const Country* find_country(std::string_view text);

/// Whether `code` is an alpha-2 code in capitals.
[[nodiscard]] bool is_country_code(std::string_view code);

}  // namespace actormap
