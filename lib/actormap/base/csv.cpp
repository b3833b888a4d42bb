#include <actormap/base/csv.hpp>

#include <algorithm>
#include <iterator>

namespace actormap {

bool looks_like_formula(std::string_view text) {
    while (text.starts_with('\'')) text.remove_prefix(1);
    constexpr std::string_view starts[] = {"=",  "+",  "-",  "@",  "|",  "%",  "\t", "\r",
                                           "\n", "＝", "＋", "－", "＠", "｜", "％"};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return text.starts_with(start); });
}

std::string csv_text(std::string_view text) {
    std::string cell = "\"";
    if (looks_like_formula(text)) cell += '\'';
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell += '"';
}

}  // namespace actormap
