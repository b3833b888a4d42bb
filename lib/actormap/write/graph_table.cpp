#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/graph_table.hpp>
#include <actormap/write/native.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace actormap {
namespace {

const std::vector<GraphColumn> graph_all{
    {"actormap", CellKind::integer},    {"title", CellKind::text},
    {"as_of", CellKind::text},          {"speakers_json", CellKind::json},
    {"sources_json", CellKind::json},   {"judgements_json", CellKind::json},
    {"properties_json", CellKind::json}};
const std::vector<GraphColumn> vertex_before{
    {"label", CellKind::text},   {"type", CellKind::text},    {"description", CellKind::text},
    {"country", CellKind::text}, {"marking", CellKind::text}, {"undefined", CellKind::boolean},
    {"roles", CellKind::json},   {"aliases", CellKind::text}};
const std::vector<GraphColumn> vertex_after{{"names_json", CellKind::json},
                                            {"properties_json", CellKind::json}};
const std::vector<GraphColumn> edge_before{
    {"type", CellKind::text},          {"start", CellKind::text},
    {"stop", CellKind::text},          {"description", CellKind::text},
    {"marking", CellKind::text},       {"claims", CellKind::integer},
    {"confidence", CellKind::integer}, {"disputed", CellKind::boolean},
    {"relation_id", CellKind::text}};
const std::vector<GraphColumn> edge_after{{"claims_json", CellKind::json},
                                          {"properties_json", CellKind::json}};

/// Names that mean something to some format or to the reader, beside those of the columns.
constexpr std::array<std::string_view, 18> taken{
    "id",    "name",   "names", "source", "target", "from", "to",  "key",  "directed",
    "color", "colour", "size",  "x",      "y",      "z",    "viz", "data", "position"};

std::optional<std::string> filled(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::string> filled(const PartialDate& date) {
    return filled(to_string(date));
}

std::optional<std::string> level(Tlp marking) {
    return marking == Tlp::clear ? std::nullopt : std::optional<std::string>(to_string(marking));
}

template <typename Records>
std::optional<std::string> list_of_records(const ActorGraph& graph, const Records& records) {
    std::vector<std::string> items;
    for (const auto& record : records) items.push_back(native_record(graph, record));
    return items.empty() ? std::nullopt : std::optional('[' + join(items, ", ") + ']');
}

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
/// header of any table.
bool can_be_column(std::string_view name) {
    constexpr std::size_t longest = 100;
    return !name.empty() && name.size() <= longest && is_plain_text(name) &&
           name.find_first_of("\t\r\n:\"'") == std::string_view::npos && name.front() != ' ' &&
           name.back() != ' ';
}

/// How often the values of a property are of each kind.
using KindCounts = std::array<std::size_t, 4>;

/// The kind that most values fit; whole numbers fit a column of reals.
CellKind kind_of(const KindCounts& counts) {
    const auto count = [&](CellKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    const std::size_t numbers = count(CellKind::integer) + count(CellKind::real);
    const CellKind number = count(CellKind::real) == 0 ? CellKind::integer : CellKind::real;
    const std::size_t texts = count(CellKind::text), truths = count(CellKind::boolean);
    if (numbers > texts && numbers >= truths) return number;
    return truths > texts ? CellKind::boolean : CellKind::text;
}

bool fits(CellKind value, CellKind column) {
    return value == column || (value == CellKind::integer && column == CellKind::real);
}

/// Which properties become columns, ascending by name.
std::vector<GraphColumn> custom_columns(const std::map<std::string, KindCounts>& found,
                                        const std::vector<GraphColumn>& others) {
    std::set<std::string> used(taken.begin(), taken.end());
    for (const GraphColumn& column : others) used.insert(lower(column.name));
    std::vector<std::pair<std::size_t, GraphColumn>> columns;
    for (const auto& [name, counts] : found) {
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

template <typename Records>
std::vector<GraphColumn> custom_columns(const Records& records,
                                        const std::vector<GraphColumn>& others) {
    std::map<std::string, KindCounts> found;
    for (const auto& record : records) {
        for (const Property& property : record.properties) {
            if (const auto value = plain_value(property.json))
                ++found[std::string(property.name)][static_cast<std::size_t>(value->kind)];
        }
    }
    return custom_columns(found, others);
}

/// Puts the values that fit into the cells of their columns; returns what is left as an object.
std::optional<std::string> place_properties(const Properties& properties,
                                            const std::vector<GraphColumn>& columns,
                                            GraphCells& cells) {
    std::string rest;
    const std::size_t first = cells.size();
    cells.resize(first + columns.size());
    for (const Property& property : properties) {
        const auto at = std::lower_bound(
            columns.begin(), columns.end(), property.name,
            [](const GraphColumn& column, std::string_view name) { return column.name < name; });
        if (at != columns.end() && at->name == property.name) {
            if (auto value = plain_value(property.json); value && fits(value->kind, at->kind)) {
                cells[first + static_cast<std::size_t>(at - columns.begin())] =
                    std::move(value->cell);
                continue;
            }
        }
        (rest += rest.empty() ? "{" : ", ") += json_string(property.name) + ": ";
        rest += property.json;
    }
    return filled(rest.empty() ? rest : rest + '}');
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

GraphTable::GraphTable(const ActorGraph& graph, std::vector<EntityColumn> more, Custom custom)
    : graph_(graph), more_(std::move(more)) {
    about_.all = graph_all;
    vertex_.all = vertex_before;
    for (const EntityColumn& column : more_) vertex_.all.push_back(column.column);
    edge_.all = edge_before;
    if (custom == Custom::columns) {
        vertex_.custom = custom_columns(graph.entities(), join_columns(vertex_.all, vertex_after));
        edge_.custom = custom_columns(graph.relations(), join_columns(edge_.all, edge_after));
    }
    for (const auto& [layout, after] : {std::pair{&vertex_, &vertex_after}, {&edge_, &edge_after}})
        layout->all = join_columns(join_columns(layout->all, layout->custom), *after);
    about_.note(all_of_graph());
    for (std::size_t e = 0; e < graph.entities().size(); ++e)
        vertex_.note(all_of(static_cast<EntityId>(e)));
    for (std::size_t r = 0; r < graph.relations().size(); ++r)
        edge_.note(all_of(static_cast<RelationId>(r)));
    for (Layout* layout : {&about_, &vertex_, &edge_}) layout->close();
}

std::vector<GraphColumn> GraphTable::join_columns(std::vector<GraphColumn> first,
                                                  const std::vector<GraphColumn>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

void GraphTable::Layout::note(const GraphCells& cells) {
    used.resize(all.size());
    for (std::size_t c = 0; c < cells.size(); ++c) used[c] = used[c] || cells[c].has_value();
}

void GraphTable::Layout::close() {
    used.resize(all.size());
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (used[c]) columns.push_back(all[c]);
    }
}

GraphCells GraphTable::Layout::pick(GraphCells cells) const {
    GraphCells result;
    result.reserve(columns.size());
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (used[c]) result.push_back(std::move(cells[c]));
    }
    return result;
}

GraphCells GraphTable::graph_cells() const {
    return about_.pick(all_of_graph());
}
GraphCells GraphTable::cells(EntityId id) const {
    return vertex_.pick(all_of(id));
}
GraphCells GraphTable::cells(RelationId id) const {
    return edge_.pick(all_of(id));
}

GraphCells GraphTable::all_of_graph() const {
    GraphCells cells{"1",
                     filled(graph_.title()),
                     filled(graph_.as_of()),
                     list_of_records(graph_, graph_.speakers()),
                     list_of_records(graph_, graph_.sources()),
                     list_of_records(graph_, graph_.judgements())};
    cells.push_back(place_properties(graph_.properties(), {}, cells));
    return cells;
}

GraphCells GraphTable::all_of(EntityId id) const {
    const Entity& entity = graph_[id];
    std::vector<std::string> roles, aliases;
    for (const std::string& role : entity.roles) roles.push_back(json_string(role));
    for (const Name& name : entity.names) aliases.push_back(name.name);
    GraphCells cells{entity.name,
                     entity.type,
                     filled(entity.description),
                     filled(entity.country),
                     level(entity.marking),
                     entity.undefined ? std::optional<std::string>("true") : std::nullopt,
                     filled(roles.empty() ? std::string() : '[' + join(roles, ", ") + ']'),
                     filled(join(aliases, "; "))};
    for (const EntityColumn& column : more_) cells.push_back(column.values[index(id)]);
    auto rest = place_properties(entity.properties, vertex_.custom, cells);
    cells.push_back(filled(native_names(graph_, entity)));
    cells.push_back(std::move(rest));
    return cells;
}

GraphCells GraphTable::all_of(RelationId id) const {
    const Relation& relation = graph_[id];
    std::optional<std::uint8_t> confidence;
    bool disputed = false;
    for (const Claim& claim : graph_.claims(relation.claims)) {
        disputed |= claim.stance == Stance::disputes || claim.stance == Stance::denies;
        if (carries(claim.stance) && claim.confidence)
            confidence = std::max(confidence.value_or(std::uint8_t{0}), claim.confidence->value);
    }
    GraphCells cells{std::string(relation.type),
                     filled(relation.when.start),
                     filled(relation.when.stop),
                     filled(std::string(relation.description)),
                     level(relation.marking),
                     std::to_string(relation.claims.count),
                     confidence ? filled(std::to_string(*confidence)) : std::nullopt,
                     disputed ? "true" : "false",
                     filled(std::string(relation.id))};
    auto rest = place_properties(relation.properties, edge_.custom, cells);
    cells.push_back(filled(native_claims(graph_, relation)));
    cells.push_back(std::move(rest));
    return cells;
}

}  // namespace actormap
