#pragma once

#include <string>

namespace actormap::graphviz {

/// A PDF without the time at which it was made: the entry `CreationDate` of its document
/// information is blank, the length the same. Nothing else changes, above all nothing inside a
/// stream; what is not laid out as cairo does it, with a table of references in plain text, comes
/// back as it is.
[[nodiscard]] std::string without_date(std::string pdf);

}  // namespace actormap::graphviz
