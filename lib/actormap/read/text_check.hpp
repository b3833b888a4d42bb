#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// What some programs put in front of UTF-8; it is no part of the text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Throws InputError "file-empty" if the content of a file is blank, "file-encoding" if it is not
/// UTF-8 or holds a NUL byte.
void check_text(std::string_view content, const std::string& file);

}  // namespace actormap
