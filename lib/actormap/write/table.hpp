#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// A table of cells that are text already. Cells of a numeric column are numbers or empty.
struct Table {
    struct Column {
        std::string name;
        bool numeric = false;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

enum class TableFormat { table, csv, json, markdown };
[[nodiscard]] std::optional<TableFormat> parse_table_format(std::string_view text);

/// Aligned columns for a terminal: text to the left, numbers to the right, control characters
/// made visible.
[[nodiscard]] std::string to_text(const Table& table);

/// A header row and the rows. Text cells are quoted and guarded against being run as formulas,
/// numbers are plain.
[[nodiscard]] std::string to_csv(const Table& table);

/// A table of GitHub-flavoured Markdown, with everything that could be markup escaped.
[[nodiscard]] std::string to_markdown(const Table& table);

/// The text with control and bidirectional characters replaced by U+FFFD and line ends by
/// spaces: safe on a terminal and on one line.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace actormap
