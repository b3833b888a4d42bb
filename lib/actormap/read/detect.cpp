#include <actormap/base/text.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/columns.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/json_outline.hpp>
#include <actormap/read/read.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// How far into a file its kind shows.
constexpr std::size_t head_size = std::size_t{1} << 16;
constexpr std::size_t longest_header = std::size_t{1} << 20;

/// The first element of an XML text, whatever stands before it, without its prefix.
std::optional<InputFormat> xml_format(std::string_view content) {
    std::string_view head = content.substr(0, head_size);
    while (!head.empty()) {
        const std::size_t open = head.find('<');
        if (open == std::string_view::npos) break;
        head.remove_prefix(open + 1);
        if (head.starts_with("!--")) {
            const std::size_t end = head.find("-->");
            head.remove_prefix(end == std::string_view::npos ? head.size() : end);
            continue;
        }
        const bool declaration = head.starts_with('!');
        if (head.starts_with('?')) continue;
        if (declaration) {  // a DOCTYPE, which the reader refuses at its place
            constexpr std::string_view word = "!DOCTYPE";
            head.remove_prefix(std::min(head.size(), word.size()));
            head.remove_prefix(std::min(head.find_first_not_of(blank_characters), head.size()));
        }
        std::string_view name = head.substr(0, head.find_first_of(" \t\r\n/>["));
        if (const std::size_t colon = name.find(':'); colon != std::string_view::npos)
            name.remove_prefix(colon + 1);
        if (name == "graphml") return InputFormat::graphml;
        if (name == "gexf") return InputFormat::gexf;
        if (!declaration) return std::nullopt;
    }
    return std::nullopt;
}

/// The text from the first line on that is no comment of the kinds that edge lists and DOT have.
std::string_view without_comments(std::string_view content) {
    for (;;) {
        content.remove_prefix(
            std::min(content.find_first_not_of(blank_characters), content.size()));
        if (content.starts_with("/*")) {
            const std::size_t end = content.find("*/", 2);
            content.remove_prefix(end == std::string_view::npos ? content.size() : end + 2);
        } else if (content.starts_with("//") || content.starts_with('#')) {
            content.remove_prefix(std::min(content.find('\n'), content.size()));
        } else {
            return content;
        }
    }
}

/// "strict digraph name {", where the name may be left out.
bool is_dot(std::string_view content) {
    std::string_view rest = without_comments(content).substr(0, head_size);
    const auto take = [&](std::string_view word) {
        const auto same = [](char a, char b) { return ascii_lower(a) == b; };
        if (rest.size() <= word.size() || !std::equal(word.begin(), word.end(), rest.begin(),
                                                      [&](char b, char a) { return same(a, b); }))
            return false;
        const char next = rest[word.size()];
        if (next != '{' && next != '"' && blank_characters.find(next) == std::string_view::npos)
            return false;
        rest.remove_prefix(word.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(blank_characters), rest.size()));
        return true;
    };
    (void)take("strict");
    if (!take("digraph") && !take("graph")) return false;
    const std::size_t open = rest.find('{');
    // An edge list may have a vertex of that name, but nobody's name for a graph has two words.
    return open != std::string_view::npos &&
           (rest.starts_with('"') || rest.starts_with('<') ||
            rest.substr(0, open).find('\n') == std::string_view::npos ||
            rest.substr(0, open).find_first_of(" \t") == std::string_view::npos);
}

/// Which table a header belongs to.
std::optional<InputFormat> table_format(std::vector<CsvCell> header, const ColumnMap& columns) {
    name_columns(header, columns);
    const auto has = [&](std::string_view name) {
        return std::any_of(header.begin(), header.end(),
                           [&](const CsvCell& cell) { return cell.text == name; });
    };
    const bool all = has("from") && has("relation") && has("to");
    if (has("source") && has("target") && !all) return InputFormat::csv;
    if (has("from") || has("relation") || has("to")) return InputFormat::claims;
    if (has("source") || has("target")) return InputFormat::csv;
    if (has("id")) return InputFormat::nodes;
    return std::nullopt;
}

}  // namespace

std::optional<InputFormat> detect_format(std::string_view content, const ColumnMap& columns) {
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    if (looks_like_json(content)) {
        const JsonOutline outline = json_outline(content, true);
        const bool stix = outline == JsonOutline::bundle || outline == JsonOutline::list ||
                          outline == JsonOutline::single;
        return stix ? InputFormat::stix : InputFormat::native;
    }
    const std::size_t start = content.find_first_not_of(blank_characters);
    if (start == std::string_view::npos) return std::nullopt;
    if (content[start] == '<') return xml_format(content.substr(start));
    if (is_dot(content.substr(start))) return InputFormat::dot;
    std::vector<CsvCell> header;
    const std::size_t end = std::min(content.find_first_of("\r\n", start), content.size());
    const std::string_view line = content.substr(start, end - start);
    const bool comment = line[0] == '#' || line[0] == '%';
    if (!comment && line.size() <= longest_header) {
        try {
            if (!CsvReader(line, {}).next(header)) return std::nullopt;
        } catch (const InputError&) {
            return std::nullopt;
        }
    }
    if (const auto table = table_format(header, columns)) return table;
    const bool words = line.find_first_of(" \t") != std::string_view::npos;
    return header.size() <= 1 && (words || comment) ? std::optional(InputFormat::edges)
                                                    : std::nullopt;
}

}  // namespace actormap
