#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// What a file calls what the readers know: pairs of the word of theirs and the file's own name.
using ColumnMap = std::vector<std::pair<std::string, std::string>>;

/// The words that a ColumnMap may give another name to.
[[nodiscard]] const std::vector<std::string_view>& mappable_columns();

/// "source=from,target=to,weight=n" as a map. Names with commas or quotes are quoted as in CSV:
/// "\"label=Name, common\"".
/// Throws  Error columns-words  if it is no such list, or a word is unknown or stands twice
[[nodiscard]] ColumnMap parse_column_map(std::string_view text);

}  // namespace actormap
