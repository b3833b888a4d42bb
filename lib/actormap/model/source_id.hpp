#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// The id of a source that a table describes by three cells: its url; if that is empty, its
/// publisher and title. Control characters become `?`, and what is longer than an id may be is cut
/// and ends in a hash of the whole. Empty if all three are.
[[nodiscard]] std::string source_id(std::string_view publisher, std::string_view title,
                                    std::string_view url);

/// The text with every control character (C0, DEL, C1) and every byte that is not UTF-8 as `?`.
[[nodiscard]] std::string without_controls(std::string_view text);

}  // namespace actormap
