#pragma once

#include <span>
#include <string>
#include <string_view>

namespace actormap {

/// How else the country of one ISO 3166-1 entry is written.
struct CountrySpellings {
    std::string_view alpha2;
    std::string_view names;  ///< separated by '|'
};

/// Ascending by alpha2; the names of `countries()` are not among them. A spelling that could mean
/// two countries ("Korea", "Congo"), a part of one ("England") or something larger ("America") is
/// none.
[[nodiscard]] std::span<const CountrySpellings> country_spellings();

/// A country's name as it is compared: Unicode NFKC case folding, one blank between words, straight
/// apostrophes, and no "the" in front.
[[nodiscard]] std::string fold_country(std::string_view text);

}  // namespace actormap
