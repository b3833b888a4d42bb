#include <actormap/base/text.hpp>
#include <actormap/write/graph_cells.hpp>

namespace actormap {

std::string cell_json(CellKind kind, const std::string& cell) {
    return kind == CellKind::text ? json_string(cell) : cell;
}

std::string json_members(const std::vector<GraphColumn>& columns, const GraphCells& cells) {
    std::string members;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!cells[c]) continue;
        (members += members.empty() ? "" : ", ") += json_string(columns[c].name) + ": ";
        members += cell_json(columns[c].kind, *cells[c]);
    }
    return members;
}

}  // namespace actormap
