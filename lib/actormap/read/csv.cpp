#include <actormap/base/csv.hpp>
#include <actormap/read/csv.hpp>

namespace actormap {

bool CsvReader::next(std::vector<CsvCell>& cells) {
    cells.clear();
    while (!at_end() && at_line_end()) take_line_end();
    if (at_end()) return false;
    for (;;) {
        CsvCell cell{{}, line_, column_};
        if (!at_end() && rest_[0] == '"')
            read_quoted(cell);
        else
            while (!at_end() && rest_[0] != ',' && !at_line_end()) append(cell, take());
        cells.push_back(std::move(cell));
        if (at_end()) return true;
        if (at_line_end()) {
            take_line_end();
            return true;
        }
        take();  // the comma
    }
}

char CsvReader::take() {
    const char c = rest_[0];
    rest_.remove_prefix(1);
    ++column_;
    return c;
}

void CsvReader::take_line_end() {
    const bool pair = rest_.starts_with("\r\n");
    rest_.remove_prefix(pair ? 2 : 1);
    ++line_;
    column_ = 1;
}

void CsvReader::read_quoted(CsvCell& cell) {
    take();
    for (;;) {
        if (at_end())
            throw InputError("csv-quote", position(cell),
                             "a quoted cell has no closing quote; add it");
        if (at_line_end()) {
            append(cell, rest_[0]);
            if (rest_.starts_with("\r\n")) append(cell, '\n');
            take_line_end();
            continue;
        }
        const char c = take();
        if (c != '"') {
            append(cell, c);
        } else if (!at_end() && rest_[0] == '"') {
            append(cell, take());
        } else {
            break;
        }
    }
    if (!at_end() && rest_[0] != ',' && !at_line_end())
        throw InputError("csv-quote", {file_, line_, column_},
                         "text follows the closing quote of a cell; double a quote that is part "
                         "of the text");
}

void CsvReader::append(CsvCell& cell, char c) {
    const std::size_t guard = cell.text.starts_with('\'') ? 1 : 0;
    if (cell.text.size() == longest_cell + guard)
        throw InputError(
            "csv-cell-size", position(cell),
            "a cell is longer than " + std::to_string(longest_cell) + " bytes; shorten it");
    cell.text += c;
}

Position CsvReader::position(const CsvCell& cell) const {
    return {file_, cell.line, cell.column};
}

std::string without_formula_guard(std::string text) {
    if (text.size() > 1 && text[0] == '\'' && looks_like_formula(std::string_view(text).substr(1)))
        text.erase(0, 1);
    return text;
}

}  // namespace actormap
