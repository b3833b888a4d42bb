#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace actormap::tool {

/// What --progress asks for.
enum class ProgressMode { automatic, always, never, json };

/// Tells on standard error how far some work has come, as `Run::progress` wants it: a line that is
/// written over on a terminal, a line for each tenth elsewhere, or an event a line as JSON. Silent
/// where the mode says so, and for work of less than `worth_telling` steps.
/// `worth_telling` is in the steps of the work: bytes, for reading.
[[nodiscard]] std::function<void(std::size_t, std::size_t)> progress_of(const std::string& phase,
                                                                        ProgressMode mode,
                                                                        std::size_t worth_telling);

/// Writes to standard error at once.
void print_progress(const std::string& text);

/// Throws  Error usage
[[nodiscard]] ProgressMode parse_progress(const std::string& word);

}  // namespace actormap::tool
