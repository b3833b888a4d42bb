#pragma once

#include <actormap/study/difference.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// One row for each change: change, what, subject, by, date, detail, source.
[[nodiscard]] Table difference_table(const Difference& difference);

/// `{"counts": {"entities": {"added": …, "removed": …, "changed": …}, …}, "entities": […],
/// "names": […], "relations": […], "claims": […], "stances": […]}`
[[nodiscard]] std::string difference_json(const Difference& difference);

}  // namespace actormap
