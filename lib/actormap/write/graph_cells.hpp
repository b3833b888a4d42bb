#pragma once

#include <actormap/write/graph_table.hpp>

#include <string>
#include <vector>

namespace actormap {

/// A cell as a JSON value.
[[nodiscard]] std::string cell_json(CellKind kind, const std::string& cell);

/// The cells that have a value as members of a JSON object, without its braces:
/// `"label": "APT31", "claims": 3`.
[[nodiscard]] std::string json_members(const std::vector<GraphColumn>& columns,
                                       const GraphCells& cells);

}  // namespace actormap
