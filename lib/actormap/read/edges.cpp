#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/columns.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/graph_tables.hpp>
#include <actormap/read/json_number.hpp>
#include <actormap/read/tables.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace actormap {
namespace {

constexpr std::string_view default_relation = "related-to";

const std::vector<std::string_view> known_columns{"source", "target", "type", "start", "stop"};
/// What else the native format has for a relation.
const std::vector<std::string_view> other_names{"from",   "to",          "id",
                                                "claims", "description", "marking"};

/// Adds edges whose ends are the entities themselves: a vertex becomes an identity whose id and
/// name are its word.
class EdgeBuilder {
  public:
    EdgeBuilder(GraphBuilder& builder, Diagnostics& diagnostics, std::string file,
                const char* format)
        : builder_(builder), diagnostics_(diagnostics), file_(std::move(file)) {
        index_ = builder_.begin({file_, format, false});
    }

    bool add_vertex(const std::string& id, Place place) {
        if (!is_id(id)) {
            error("id-invalid", place,
                  "a vertex is " + quote(id) + "; give 1 to 500 bytes without control characters");
            return false;
        }
        builder_.add_vertex(id, place);
        return true;
    }

    void add_edge(std::string from, std::string to, Text type, Interval when, Properties properties,
                  Place from_place, Place to_place) {
        const bool good = add_vertex(from, from_place);
        if (!add_vertex(to, to_place) || !good) return;
        RelationDraft draft;
        draft.from = {std::move(from), from_place};
        draft.to = {std::move(to), to_place};
        draft.relation.type = std::move(type);
        draft.relation.when = when;
        draft.relation.properties = std::move(properties);
        draft.relation.place = from_place;
        builder_.add(std::move(draft));
    }

    [[nodiscard]] Place place(std::uint32_t line, std::uint32_t column) const {
        return {index_, line, column};
    }
    void error(const char* id, Place place, std::string message) {
        diagnostics_.error(id, {file_, place.line(), place.column()}, std::move(message));
    }

  private:
    GraphBuilder& builder_;
    Diagnostics& diagnostics_;
    std::string file_;
    std::uint32_t index_ = 0;
};

/// The cell as JSON: a number where it is one, else a text.
std::string to_json(const std::string& cell) {
    if (cell == "-0") return "0";  // JSON's whole numbers have no sign of zero
    return is_json_number(cell) ? cell : json_string(cell);
}

/// A weight as JSON: always a number, however it is written (".5", "007", "-00").
std::string weight_json(const std::string& word) {
    return to_json(is_json_number(word) ? word : exact(parse_number(word).value_or(0)));
}

/// Reads the cell of a date column, if there is one. False, and reported, if it is no date.
bool read_date(std::optional<std::size_t> column, const std::vector<CsvCell>& row,
               EdgeBuilder& edges, PartialDate& date) {
    if (!column || row[*column].text.empty()) return true;
    const CsvCell& cell = row[*column];
    const auto parsed = PartialDate::parse(cell.text);
    if (parsed)
        date = *parsed;
    else
        edges.error("date-invalid", edges.place(cell.line, cell.column),
                    quote(cell.text) +
                        " is no date; give YYYY, YYYY-MM or YYYY-MM-DD, or rename "
                        "the column");
    return parsed.has_value();
}

struct Word {
    std::string_view text;
    std::uint32_t column;
};

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/// Puts the words of a line into `words`, whose memory one line leaves to the next.
void split_into(std::vector<Word>& words, std::string_view line) {
    words.clear();
    const auto skip = [&](std::size_t at, bool blank) {
        while (at < line.size() && is_blank(line[at]) == blank) ++at;
        return at;
    };
    for (std::size_t at = skip(0, true); at < line.size();) {
        const std::size_t end = skip(at, false);
        words.push_back({line.substr(at, end - at), static_cast<std::uint32_t>(at + 1)});
        at = skip(end, true);
    }
}

/// About how many lines there are, going by the first few.
std::size_t guessed_lines(std::string_view content) {
    constexpr std::size_t sample = 4096;
    constexpr std::size_t least = 4, most = std::size_t{1} << 20;  // bytes of a line; lines
    const std::string_view head = content.substr(0, sample);
    const auto lines = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n')) + 1;
    return std::min({content.size() / std::max(head.size() / lines, least), most});
}

}  // namespace

void read_edge_table(std::string_view content, const std::string& file, const ColumnMap& map,
                     GraphBuilder& builder, Diagnostics& diagnostics) {
    CsvReader reader(content, file);
    std::vector<CsvCell> row;
    if (!reader.next(row)) return;
    if (is_written_for_others(row)) return read_written_edges(content, file, builder, diagnostics);
    name_columns(row, map);
    EdgeBuilder edges(builder, diagnostics, file, "csv");
    const Place corner = edges.place(row[0].line, row[0].column);
    const Columns columns(std::move(row), known_columns, other_names, file, diagnostics);
    const auto source = columns.find("source"), target = columns.find("target"),
               type = columns.find("type"), start = columns.find("start"),
               stop = columns.find("stop");
    if (!source || !target) {
        edges.error("csv-column", corner,
                    "an edge table needs the columns 'source' and 'target'; name them in its "
                    "first row");
        return;
    }
    if (!columns.good()) return;
    while (reader.next(row)) {
        if (!columns.accept(row)) continue;
        const auto place = [&](std::size_t c) { return edges.place(row[c].line, row[c].column); };
        const bool typed = type && !row[*type].text.empty();
        if (typed && !is_id(row[*type].text)) {
            edges.error("id-invalid", place(*type),
                        "the type is " + quote(row[*type].text) +
                            "; give 1 to 500 bytes without control characters");
            continue;
        }
        Interval when;
        const bool dated =
            read_date(start, row, edges, when.start) && read_date(stop, row, edges, when.stop);
        if (!dated) continue;
        PropertyCollector properties;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string& name = columns.property(c);
            if (!name.empty() && !row[c].text.empty()) properties.add(name, to_json(row[c].text));
        }
        edges.add_edge(row[*source].text, row[*target].text,
                       typed ? Text(row[*type].text) : Text(default_relation), when,
                       properties.take(), place(*source), place(*target));
    }
}

void read_edge_list(std::string_view content, const std::string& file, GraphBuilder& builder,
                    Diagnostics& diagnostics) {
    EdgeBuilder edges(builder, diagnostics, file, "edges");
    builder.expect_relations(guessed_lines(content));
    const Text relation = default_relation;
    std::vector<Word> words;
    for (std::uint32_t number = 1; !content.empty(); ++number) {
        const auto end = static_cast<std::size_t>(
            std::find_if(content.begin(), content.end(), ends_line) - content.begin());
        split_into(words, content.substr(0, end));
        const bool pair = content.substr(end).starts_with("\r\n");
        content.remove_prefix(std::min(end + (pair ? 2 : 1), content.size()));
        if (words.empty() || words[0].text[0] == '#' || words[0].text[0] == '%') continue;
        if (words.size() < 2 || words.size() > 3) {
            edges.error("edge-words", edges.place(number, words[0].column),
                        "the line has " + std::to_string(words.size()) +
                            " words; give two vertices, and a weight if there is one");
            continue;
        }
        Properties properties;
        if (words.size() == 3) {
            if (!parse_number(words[2].text)) {
                edges.error("edge-weight", edges.place(number, words[2].column),
                            quote(words[2].text) + " is no weight; give a number");
                continue;
            }
            set_property(properties, {"weight", weight_json(std::string(words[2].text))});
        }
        edges.add_edge(std::string(words[0].text), std::string(words[1].text), relation, {},
                       std::move(properties), edges.place(number, words[0].column),
                       edges.place(number, words[1].column));
    }
}

}  // namespace actormap
