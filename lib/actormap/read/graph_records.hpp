#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json.hpp>

#include <string>
#include <string_view>
#include <unordered_set>

namespace actormap {

/// The vertices and edges of a format that knows no claims (GraphML, GEXF, node-link JSON, tables,
/// DOT) on their way into a builder. Its reader hands them over one by one as JSON objects whose
/// values stand at their places; a value is a text, a number or a boolean, or in JSON anything.
///
/// A file that this program wrote (write/graph_table.hpp) says so: `actormap` is 1 in what it says
/// of the graph. Its records are native ones again, claims and names included, and
/// what it holds for other programs alone (how many claims, …) is left aside.
///
/// Of any other file
///
///     a vertex   is an entity: `id`; its name is `label`, else `name`, else the id; its type is
///                `type`, else `identity`, assumed; `description`
///     an edge    is a relation: `source`, `target`; its type is `type`, else `label`, else
///                `related-to`; `start` and `stop` if they are dates; `description`
///
/// and everything else becomes a property; a name that means something in the native format gets
/// the prefix x_. What an edge refers to and no vertex defines is an undefined entity.
class GraphRecords {
  public:
    /// `format` is what InputFile calls it. The map gives other names to the words above; a file
    /// that this program wrote has its words.
    GraphRecords(GraphBuilder& builder, Diagnostics& diagnostics, const std::string& file,
                 const char* format, const ColumnMap& columns = {});

    /// What the file says of the graph as a whole; at most once, and before the rest.
    /// Reports  those of the native format, in a file that this program wrote
    void graph(JsonValue attributes);
    /// For files without a place for what is said of the graph: the records are this program's.
    void set_own() { own_ = true; }
    [[nodiscard]] bool own() const { return own_; }
    /// Reports  id-invalid; those of the native format, in a file that this program wrote
    void vertex(JsonValue attributes);
    void edge(JsonValue attributes);
    /// An edge whose ends are vertices even if nothing defines them, as in tables.
    void edge_with_ends(JsonValue attributes);

    /// Counts what has no meaning where it stands.
    void count(const JsonValue& value, std::string what) {
        builder_.findings().add("uninterpreted-value", context().position(value), std::move(what));
    }

    [[nodiscard]] ReadContext context() const { return {file_, index_, diagnostics_}; }

  private:
    [[nodiscard]] bool restore(JsonValue& record);
    [[nodiscard]] bool parse_embedded(JsonValue& value);
    void foreign_vertex(JsonValue attributes);
    void foreign_edge(JsonValue attributes);
    [[nodiscard]] bool is_vertex_id(const JsonValue* id, const char* what, Place place);

    GraphBuilder& builder_;
    Diagnostics& diagnostics_;
    std::string file_;
    std::uint32_t index_;
    ColumnMap columns_;
    bool own_ = false;
    std::unordered_set<std::string> ends_;  // that edge_with_ends has seen
};

/// Adds a member; of two with one name the first stays.
void add_member(JsonValue& object, std::string_view name, JsonValue value);

/// What stands under a name in a format that has no types: a number where it is written as one of
/// JSON's, else a text; always a text where the name is one of the words above.
[[nodiscard]] JsonValue value_of_word(std::string_view name, std::string text, JsonSpot spot);
[[nodiscard]] JsonValue text_value(std::string text, JsonSpot spot);

}  // namespace actormap
