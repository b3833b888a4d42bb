#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The text in single quotes, fit for a message: control characters become `?`, and past
/// 60 code points it is cut with "…".
[[nodiscard]] std::string quote(std::string_view text);

/// Where the first byte that is not well-formed UTF-8 stands. Nothing if there is none.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// A code point in UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// The letter in lower case if it is one of ASCII, else the byte as it is.
[[nodiscard]] constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
/// The same in upper case.
[[nodiscard]] constexpr char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The text without what differs by case alone: Unicode full case folding of the NFC form.
/// Not UTF-8: the text itself.
[[nodiscard]] std::string fold_case(std::string_view text);

/// What names agree in that differ by spelling alone: Unicode's NFKC_Casefold without punctuation
/// (categories P), separators (Z) and control characters; symbols (S) stay, so that "C++" is not
/// "C". Empty if nothing is left, or the text is not UTF-8.
[[nodiscard]] std::string name_key(std::string_view text);

/// The number of single-character edits (insert, delete, replace, swap of neighbours) that turn
/// `a` into `b`, in bytes; O(|a| |b|) time. Any number above `limit` may stand for another one.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b,
                                        std::size_t limit = std::string_view::npos);

/// Those of `candidates` that somebody who typed `text` may have meant, nearest first, at most
/// `most`: a distance of at most a third of the length, or of one from two bytes on, case
/// aside. Ties go by the alphabet.
[[nodiscard]] std::vector<std::string> nearest(std::string_view text,
                                               const std::vector<std::string_view>& candidates,
                                               std::size_t most = 3);

/// "; did you mean 'a', 'b' or 'c'?", or nothing if `names` is empty.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& names);

/// The parts joined by `separator`.
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The text as a JSON string with its quotes; the text must be UTF-8.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace actormap
