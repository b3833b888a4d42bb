#include <actormap/base/text.hpp>
#include <actormap/read/columns.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

bool has(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void name_columns(std::vector<CsvCell>& header, const ColumnMap& map) {
    const auto named = [&](std::string_view name) {
        return std::find_if(header.begin(), header.end(),
                            [&](const CsvCell& cell) { return cell.text == name; });
    };
    rename_by(map, header, [](CsvCell& cell) -> std::string& { return cell.text; });
    for (const std::string_view known : {"source", "target", "id", "label"}) {
        const bool there = named(known) != header.end();
        std::string capital(known);
        capital[0] = ascii_upper(capital[0]);
        const auto at = named(capital);
        if (!there && at != header.end()) at->text = known;
    }
}

Columns::Columns(std::vector<CsvCell> header, const std::vector<std::string_view>& known,
                 const std::vector<std::string_view>& taken, const std::string& file,
                 Diagnostics& diagnostics)
    : file_(file), diagnostics_(diagnostics) {
    std::unordered_set<std::string> seen;
    for (CsvCell& cell : header) {
        const Position at{file, cell.line, cell.column};
        std::string name = without_formula_guard(std::move(cell.text));
        std::string property;
        if (name.empty())
            property = "x_column_" + std::to_string(names_.size() + 1);
        else if (has(taken, name))
            property = "x_" + name;
        else if (!has(known, name))
            property = name;
        if (!seen.insert(property.empty() ? name : property).second) {
            diagnostics_.error("csv-column", at,
                               "the column " + quote(name) + " stands twice; rename one of them");
            good_ = false;
        }
        const bool own_name = property.empty() || name.starts_with("x_");
        const auto meant = own_name ? std::vector<std::string>() : nearest(name, known, 1);
        if (!meant.empty())
            diagnostics_.warning(
                "csv-column", at,
                "the column " + quote(name) + " is kept as a property" + did_you_mean(meant));
        names_.push_back(std::move(name));
        properties_.push_back(std::move(property));
    }
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
    const auto at = std::find(names_.begin(), names_.end(), name);
    if (at == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names_.begin());
}

bool Columns::accept(std::vector<CsvCell>& row) const {
    if (row.size() != names_.size()) {
        diagnostics_.error("csv-cells", {file_, row[0].line, row[0].column},
                           "the row has " + std::to_string(row.size()) + " cells and the header " +
                               std::to_string(names_.size()) + "; make them agree");
        return false;
    }
    for (CsvCell& cell : row) cell.text = without_formula_guard(std::move(cell.text));
    return true;
}

}  // namespace actormap
