#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/csv.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Whether the header is one of a table of edges that this program wrote for other programs, claims
/// included.
[[nodiscard]] bool is_written_for_others(const std::vector<CsvCell>& header);

/// Reads such a table. Its ends are vertices even if no table of vertices comes with it.
void read_written_edges(std::string_view content, const std::string& file, GraphBuilder& builder,
                        Diagnostics& diagnostics);

}  // namespace actormap
