#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// Whether a spreadsheet may run a cell of this text: it begins with = + - @ | %, their
/// full-width forms, a tab or a line end; or with an apostrophe before one of those, so that
/// guarding and unguarding are inverse.
[[nodiscard]] bool looks_like_formula(std::string_view text);

/// A text cell as CSV: quoted always, with an apostrophe before what looks like a formula.
/// Numbers are not for this.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace actormap
