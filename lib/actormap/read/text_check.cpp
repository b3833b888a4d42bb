#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace actormap {
namespace {

Position position_of(std::string_view content, std::size_t at, const std::string& file) {
    const std::string_view before = content.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {file, static_cast<std::uint32_t>(lines + 1),
            static_cast<std::uint32_t>(at - line_start + 1)};
}

}  // namespace

void check_text(std::string_view content, const std::string& file) {
    if (content.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw InputError("file-empty", {file}, "the file is empty; give a graph");
    if (const auto at = content.find('\0'); at != std::string_view::npos)
        throw InputError("file-encoding", position_of(content, at, file),
                         "the file holds a NUL byte; save it as UTF-8 text");
    if (const auto at = find_invalid_utf8(content))
        throw InputError("file-encoding", position_of(content, *at, file),
                         "the file is not UTF-8; save it as UTF-8 text");
}

bool looks_like_json(std::string_view content) {
    const std::size_t first = content.find_first_not_of(blank_characters);
    return first != std::string_view::npos && (content[first] == '{' || content[first] == '[');
}

}  // namespace actormap
