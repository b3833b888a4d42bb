#pragma once

#include "common.hpp"

#include <actormap/lens/view.hpp>

#include <string>
#include <string_view>

namespace actormap::tool {

// What the commands write and say.

/// Prints at most twenty diagnostics to standard error, and how many more there are.
void report(const Diagnostics& diagnostics, bool with_warnings);

/// What the files' readers met and kept, a line for each kind with its first place.
void say_findings(const Findings& findings);

/// Writes to a file whole or not at all, or to standard output for "-".
void emit(const std::string& path, std::string_view content);

/// A line on standard error.
void say(std::string_view line);

/// Warns that the output holds more than TLP clear.
void warn_of_marking(const InputOptions& input, Tlp marking);

/// What the lens let pass without being able to judge it, and what it withheld, for -v and draw.
void say_counts(const InputOptions& input, const Lens& lens, const View& view);
/// The same of claims, relations and entities alone, where there is no single view; `where` begins
/// each line, and says what they were counted in.
void say_counts(const InputOptions& input, const Lens& lens, const SelectionCounts& counts,
                std::string_view where = {});

}  // namespace actormap::tool
