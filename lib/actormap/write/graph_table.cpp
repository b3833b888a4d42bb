#include <actormap/base/text.hpp>
#include <actormap/write/custom_columns.hpp>
#include <actormap/write/graph_table.hpp>
#include <actormap/write/native.hpp>

#include <algorithm>
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

/// The names of all columns but custom ones: the reader knows the words of vertices and of edges
/// in either.
std::set<std::string> own_names(const std::vector<EntityColumn>& more) {
    std::set<std::string> names;
    for (const auto& list : {graph_all, vertex_before, vertex_after, edge_before, edge_after}) {
        for (const GraphColumn& column : list) names.insert(column.name);
    }
    for (const EntityColumn& column : more) names.insert(column.column.name);
    return names;
}

template <typename Records>
std::vector<GraphColumn> custom_columns(const Records& records, const std::set<std::string>& others,
                                        GraphTable::Custom custom) {
    CustomColumns columns(custom);
    for (const auto& record : records) columns.note(record.properties);
    return columns.chosen(others);
}

/// Puts the values that fit into the cells of their columns; returns what is left as an object.
std::optional<std::string> place_properties(const Properties& properties,
                                            const std::vector<GraphColumn>& columns,
                                            GraphTable::Custom custom, GraphCells& cells) {
    std::string rest;
    const std::size_t first = cells.size();
    cells.resize(first + columns.size());
    for (const Property& property : properties) {
        const auto at = std::lower_bound(
            columns.begin(), columns.end(), property.name,
            [](const GraphColumn& column, std::string_view name) { return column.name < name; });
        if (at != columns.end() && at->name == property.name) {
            if (auto value = custom_cell(property, custom);
                value && fits_column(value->kind, at->kind)) {
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

GraphTable::GraphTable(const ActorGraph& graph, std::vector<EntityColumn> more, Custom custom)
    : graph_(graph), more_(std::move(more)), custom_(custom) {
    about_.all = graph_all;
    vertex_.all = vertex_before;
    for (const EntityColumn& column : more_) vertex_.all.push_back(column.column);
    edge_.all = edge_before;
    if (custom != Custom::json) {
        const std::set<std::string> others = own_names(more_);
        vertex_.custom = custom_columns(graph.entities(), others, custom);
        edge_.custom = custom_columns(graph.relations(), others, custom);
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
    cells.push_back(place_properties(graph_.properties(), {}, custom_, cells));
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
    auto rest = place_properties(entity.properties, vertex_.custom, custom_, cells);
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
    auto rest = place_properties(relation.properties, edge_.custom, custom_, cells);
    cells.push_back(filled(native_claims(graph_, relation)));
    cells.push_back(std::move(rest));
    return cells;
}

}  // namespace actormap
