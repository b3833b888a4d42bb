#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// What some programs put in front of UTF-8; it is no part of the text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Throws InputError "file-empty" if the content of a file is blank, "file-encoding" if it is not
/// UTF-8 or holds a NUL byte.
void check_text(std::string_view content, const std::string& file);

inline constexpr std::string_view blank_characters = " \t\r\n";

/// Whether a text begins as a JSON object or list does, blanks aside.
[[nodiscard]] bool looks_like_json(std::string_view content);

}  // namespace actormap
