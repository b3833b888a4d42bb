#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace actormap {

/// More than this is refused: 2 GiB.
inline constexpr std::size_t largest_input = std::size_t{1} << 31;

/// The whole content of a file, or of standard input for "-".
/// Throws  InputError file-missing, file-directory, file-unreadable, file-size
[[nodiscard]] std::string read_file(const std::string& path);

/// Replaces a file by `content`, whole or not at all: written beside it, synced, renamed. Through
/// a symbolic link it replaces the file that the link leads to.
/// A path that is not a regular file (a pipe, /dev/null) is written to directly.
/// Throws  Error file-unwritable, and leaves nothing behind
void write_file(const std::string& path, std::string_view content);

}  // namespace actormap
