#pragma once

#include <actormap/model/actor_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What a format writes a value as.
enum class CellKind : std::uint8_t {
    text,
    integer,  ///< within 64 bits
    real,
    boolean,
    json  ///< a list or an object: in JSON as it is, elsewhere its text
};

struct GraphColumn {
    std::string name;
    CellKind kind = CellKind::text;
};

/// A value for each column, nothing where the record has none. A text is its content, anything else
/// its JSON.
using GraphCells = std::vector<std::optional<std::string>>;

/// What is known of the entities beside the graph: measures, communities.
struct EntityColumn {
    GraphColumn column;
    GraphCells values;  ///< of each entity
};

/// Where an entity stands in a picture, in points, x to the right and y upwards; and its colour.
struct EntityLook {
    std::optional<double> x, y;
    std::string color;  ///< "#rrggbb", or empty
};

/// A graph as the generic formats have it: vertices and edges with columns of single values, and
/// what is said of the graph as a whole. What other programs can use stands in plain columns; what
/// only this one reads again in columns of JSON, so that nothing is lost on the way back
/// (read/graph_records.hpp). A column is there if any record has a value.
///
///     graph   actormap (1), title, as_of, speakers_json, sources_json, judgements_json,
///             properties_json
///     vertex  label, type, description, country, marking, undefined, roles, aliases (its names,
///             for reading), what `more` holds, custom properties, names_json, properties_json
///     edge    type, start, stop, description, marking, claims (how many), confidence (the highest
///             of those that carry it), disputed (whether one denies or disputes), relation_id,
///             custom properties, claims_json, properties_json
///
/// Of custom properties the most frequent are columns (at most `most_columns`), and of those the
/// values that are of the column's kind; the rest is in properties_json.
class GraphTable {
  public:
    static constexpr std::size_t most_columns = 200;
    /// What becomes of custom properties. `words`: for a format without types, where a cell is a
    /// number if it looks like one, else a text; only values that come back the same are cells.
    /// `json`: none of them is a column.
    enum class Custom { columns, words, json };

    /// Refers to the graph, which must outlive it.
    explicit GraphTable(const ActorGraph& graph, std::vector<EntityColumn> more = {},
                        Custom custom = Custom::columns);

    [[nodiscard]] const ActorGraph& graph() const { return graph_; }
    [[nodiscard]] const std::vector<GraphColumn>& graph_columns() const { return about_.columns; }
    [[nodiscard]] const std::vector<GraphColumn>& vertex_columns() const { return vertex_.columns; }
    [[nodiscard]] const std::vector<GraphColumn>& edge_columns() const { return edge_.columns; }
    [[nodiscard]] GraphCells graph_cells() const;
    [[nodiscard]] GraphCells cells(EntityId id) const;
    [[nodiscard]] GraphCells cells(RelationId id) const;

  private:
    struct Layout {
        std::vector<GraphColumn> all;      ///< in their order, custom ones among them
        std::vector<GraphColumn> custom;   ///< ascending by name
        std::vector<bool> used;            ///< of all: whether any record has a value
        std::vector<GraphColumn> columns;  ///< those that are used

        void note(const GraphCells& cells);  ///< that these have values
        void close();                        ///< all records are noted
        [[nodiscard]] GraphCells pick(GraphCells cells) const;
    };
    [[nodiscard]] static std::vector<GraphColumn> join_columns(
        std::vector<GraphColumn> first, const std::vector<GraphColumn>& second);
    [[nodiscard]] GraphCells all_of_graph() const;
    [[nodiscard]] GraphCells all_of(EntityId id) const;
    [[nodiscard]] GraphCells all_of(RelationId id) const;

    const ActorGraph& graph_;
    std::vector<EntityColumn> more_;
    Custom custom_;
    Layout about_, vertex_, edge_;
};

}  // namespace actormap
