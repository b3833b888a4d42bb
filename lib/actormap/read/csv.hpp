#pragma once

#include <actormap/base/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// A cell with its quotes taken off, and where it begins.
struct CsvCell {
    std::string text;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Reads comma-separated values (RFC 4180) row by row: cells may be quoted, a quote in a quoted
/// cell is doubled, a quoted cell may hold commas and line ends; rows end with LF, CRLF or CR.
/// Empty lines are skipped.
class CsvReader {
  public:
    static constexpr std::size_t longest_cell = std::size_t{1} << 20;

    CsvReader(std::string_view content, std::string file)
        : rest_(content), file_(std::move(file)) {}

    /// The next row in `cells`; false at the end.
    /// Throws  InputError csv-quote, csv-cell-size
    [[nodiscard]] bool next(std::vector<CsvCell>& cells);

  private:
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] bool at_line_end() const { return rest_[0] == '\n' || rest_[0] == '\r'; }
    char take();
    void take_line_end();
    void read_quoted(CsvCell& cell);
    void append(CsvCell& cell, char c);
    [[nodiscard]] Position position(const CsvCell& cell) const;

    std::string_view rest_;
    std::string file_;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

/// The text without the apostrophe that a careful writer puts before what a spreadsheet would
/// take for a formula.
[[nodiscard]] std::string without_formula_guard(std::string text);

}  // namespace actormap
