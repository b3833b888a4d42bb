#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/custom_columns.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace actormap {
namespace {

/// Names that mean something to some format or to the reader, beside those of the columns.
constexpr std::array<std::string_view, 19> taken{
    "id",     "name", "names", "source", "target", "from", "to",   "key",      "directed", "color",
    "colour", "size", "x",     "y",      "z",      "viz",  "data", "position", "pos"};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), ascii_lower);
    return result;
}

/// Whether each format can hold the text as it is. XML 1.0 has no place for most control characters
/// and for two code points.
bool is_plain_text(std::string_view text) {
    const auto control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
    };
    return !text.empty() && std::none_of(text.begin(), text.end(), control) &&
           text.find("\xEF\xBF\xBE") == std::string_view::npos &&
           text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

/// Whether a property of that name can be a column of that name: short, on one line, fit for the
/// header of any table, and not what the reader takes for a list or an object.
bool can_be_column(std::string_view name) {
    constexpr std::size_t longest = 100;
    return !name.empty() && name.size() <= longest && is_plain_text(name) &&
           name.find_first_of("\t\r\n:\"'") == std::string_view::npos && name.front() != ' ' &&
           name.back() != ' ' && !name.ends_with("_json");
}

}  // namespace

std::optional<PlainValue> plain_value(std::string_view json) {
    if (json == "true" || json == "false") return PlainValue{CellKind::boolean, std::string(json)};
    if (json.starts_with('"')) {
        auto text = nlohmann::json::parse(json).get<std::string>();
        if (!is_plain_text(text)) return std::nullopt;
        return PlainValue{CellKind::text, std::move(text)};
    }
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), whole);
    if (error == std::errc() && end == json.data() + json.size())
        return PlainValue{CellKind::integer, std::string(json)};
    if (json.find_first_of(".eE") == std::string_view::npos || !parse_number(json))
        return std::nullopt;
    return PlainValue{CellKind::real, std::string(json)};
}

std::optional<PlainValue> custom_cell(const Property& property, GraphTable::Custom custom) {
    auto value = plain_value(property.json);
    if (!value || custom != GraphTable::Custom::words) return value;
    const bool changed = value->kind == CellKind::boolean ||
                         (value->kind == CellKind::text && parse_number(value->cell).has_value());
    return changed ? std::nullopt : value;
}

bool fits_column(CellKind value, CellKind column) {
    return value == column || (value == CellKind::integer && column == CellKind::real);
}

void CustomColumns::note(const Properties& properties) {
    for (const Property& property : properties) {
        if (const auto value = custom_cell(property, custom_))
            ++found_[std::string(property.name)][static_cast<std::size_t>(value->kind)];
    }
}

CellKind CustomColumns::kind_of(const KindCounts& counts) {
    const auto count = [&](CellKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    const std::size_t numbers = count(CellKind::integer) + count(CellKind::real);
    const CellKind number = count(CellKind::real) == 0 ? CellKind::integer : CellKind::real;
    const std::size_t texts = count(CellKind::text), truths = count(CellKind::boolean);
    if (numbers > texts && numbers >= truths) return number;
    return truths > texts ? CellKind::boolean : CellKind::text;
}

std::vector<GraphColumn> CustomColumns::chosen(const std::set<std::string>& others) const {
    std::set<std::string> used(taken.begin(), taken.end());
    for (const std::string& name : others) used.insert(lower(name));
    std::vector<std::pair<std::size_t, GraphColumn>> columns;
    for (const auto& [name, counts] : found_) {
        std::size_t all = 0;
        for (const std::size_t count : counts) all += count;
        if (can_be_column(name) && used.insert(lower(name)).second)
            columns.push_back({all, {name, kind_of(counts)}});
    }
    std::stable_sort(columns.begin(), columns.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (columns.size() > GraphTable::most_columns) columns.resize(GraphTable::most_columns);
    std::vector<GraphColumn> result;
    for (auto& [count, column] : columns) result.push_back(std::move(column));
    std::sort(result.begin(), result.end(),
              [](const GraphColumn& a, const GraphColumn& b) { return a.name < b.name; });
    return result;
}

}  // namespace actormap
