#pragma once

#include <actormap/read/free_name.hpp>

#include <algorithm>
#include <cstddef>
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

/// Gives what the map names the words of this program, all at once, so that two may change places;
/// what had such a word before gets the prefix x_, or x_x_ if that is taken, …. `name_of(item)` is
/// a reference to its name.
template <typename Items, typename NameOf>
void rename_by(const ColumnMap& map, Items& items, const NameOf& name_of) {
    std::vector<std::pair<std::size_t, const std::string*>> found;
    for (const auto& [known, theirs] : map) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (name_of(items[i]) != theirs) continue;
            found.emplace_back(i, &known);
            break;
        }
    }
    const auto is_there = [&](const std::string& name) {
        return std::any_of(items.begin(), items.end(),
                           [&](auto& item) { return name_of(item) == name; });
    };
    for (const auto& [position, known] : found) {
        for (auto& item : items) {
            if (name_of(item) != *known) continue;
            name_of(item) = free_name(*known, is_there);
        }
    }
    for (const auto& [position, known] : found) name_of(items[position]) = *known;
}

}  // namespace actormap
