#pragma once

#include <actormap/model/properties.hpp>
#include <actormap/write/graph_table.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What a property is in a cell, and of which kind; nothing if it is null, a list or an object, or
/// a number that no machine holds.
struct PlainValue {
    CellKind kind;
    std::string cell;
};
[[nodiscard]] std::optional<PlainValue> plain_value(std::string_view json);

/// What a property is in a column of its name, read back the same; nothing if it cannot be. In a
/// table of words a text that looks like a number would come back as one, a truth as a text.
[[nodiscard]] std::optional<PlainValue> custom_cell(const Property& property,
                                                    GraphTable::Custom custom);

/// Whether a value may stand in a column: whole numbers may among reals.
[[nodiscard]] bool fits_column(CellKind value, CellKind column);

/// Chooses the custom properties that become columns: those that the most records have.
class CustomColumns {
  public:
    explicit CustomColumns(GraphTable::Custom custom) : custom_(custom) {}

    void note(const Properties& properties);
    /// The columns, ascending by name, each of the kind that most values are; none is called like
    /// one of `others`, case aside, or like something that a format or the reader knows.
    [[nodiscard]] std::vector<GraphColumn> chosen(const std::set<std::string>& others) const;

  private:
    using KindCounts = std::array<std::size_t, 4>;  ///< of each kind but json

    [[nodiscard]] static CellKind kind_of(const KindCounts& counts);

    GraphTable::Custom custom_;
    std::map<std::string, KindCounts> found_;
};

}  // namespace actormap
