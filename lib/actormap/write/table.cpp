#include <actormap/base/csv.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/write/table.hpp>

#include <algorithm>
#include <functional>
#include <utf8proc.h>

namespace actormap {
namespace {

constexpr Vocabulary<TableFormat, 4> formats{{"table", "csv", "json", "markdown"}};

/// Calls `visit` with each code point of UTF-8 text.
void for_each_code_point(std::string_view text,
                         const std::function<void(utf8proc_int32_t)>& visit) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code_point = 0;
        const auto read = utf8proc_iterate(
            bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        visit(read > 0 ? code_point : 0xFFFD);
        at += read > 0 ? static_cast<std::size_t>(read) : 1;
    }
}

bool is_unprintable(utf8proc_int32_t code_point) {
    const bool bidirectional = (code_point >= 0x202A && code_point <= 0x202E) ||
                               (code_point >= 0x2066 && code_point <= 0x2069) ||
                               code_point == 0x200E || code_point == 0x200F || code_point == 0x061C;
    const auto category = utf8proc_category(code_point);
    return bidirectional || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CN;
}

/// How many columns of a terminal the text takes.
std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for_each_code_point(text, [&](utf8proc_int32_t code_point) {
        columns += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
    });
    return columns;
}

std::string padded(const std::string& text, std::size_t to, bool right) {
    const std::size_t have = width(text);
    const std::string space(to > have ? to - have : 0, ' ');
    return right ? space + text : text + space;
}

std::string markdown_cell(std::string_view text) {
    constexpr std::string_view markup = "\\`*_{}[]()<>#+-.!|&~^$:=@\"";
    std::string cell;
    for (const char c : printable(text)) {
        if (markup.find(c) != std::string_view::npos) cell += '\\';
        cell += c;
    }
    return cell;
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view text) {
    return formats.parse(text);
}

std::string printable(std::string_view text) {
    std::string result;
    for_each_code_point(text, [&](utf8proc_int32_t code_point) {
        if (code_point == '\n' || code_point == '\t' || code_point == '\r')
            result += ' ';
        else
            append_utf8(result,
                        is_unprintable(code_point) ? U'\uFFFD' : static_cast<char32_t>(code_point));
    });
    return result;
}

std::string to_text(const Table& table) {
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : table.columns) lines[0].push_back(printable(column.name));
    for (const auto& row : table.rows) {
        lines.emplace_back();
        for (const auto& cell : row) lines.back().push_back(printable(cell));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t c = 0; c < line.size(); ++c)
            widths[c] = std::max(widths[c], width(line[c]));
    }
    std::string text;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t c = 0; c < line.size(); ++c)
            row += (c == 0 ? "" : "  ") + padded(line[c], widths[c], table.columns[c].numeric);
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

std::string to_csv(const Table& table) {
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        text += (c == 0 ? "" : ",") + table.columns[c].name;
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c)
            text += (c == 0 ? "" : ",") + (table.columns[c].numeric ? row[c] : csv_text(row[c]));
        text += '\n';
    }
    return text;
}

std::string to_markdown(const Table& table) {
    std::string header = "|", rule = "|";
    for (const auto& column : table.columns) {
        header += ' ' + markdown_cell(column.name) + " |";
        rule += column.numeric ? " ---: |" : " --- |";
    }
    std::string text = header + '\n' + rule + '\n';
    for (const auto& row : table.rows) {
        text += '|';
        for (std::size_t c = 0; c < row.size(); ++c)
            text += ' ' + (table.columns[c].numeric ? row[c] : markdown_cell(row[c])) + " |";
        text += '\n';
    }
    return text;
}

}  // namespace actormap
