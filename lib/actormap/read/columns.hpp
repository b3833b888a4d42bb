#pragma once

#include <actormap/base/error.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/csv.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Gives the cells of a header the names of this program: what the map calls so, and `Source`,
/// `Target`, `Id` and `Label`, as other programs write them. A cell that had such a name before,
/// and another is mapped to it, gets the prefix x_.
void name_columns(std::vector<CsvCell>& header, const ColumnMap& map);

/// The header row of a table: which column has which name.
class Columns {
  public:
    /// `known` are the columns that the reader understands, `taken` the other names that the native
    /// format has for the record that a row becomes.
    /// Reports  csv-column  a name that stands twice; (warning) one that looks misspelt
    Columns(std::vector<CsvCell> header, const std::vector<std::string_view>& known,
            const std::vector<std::string_view>& taken, const std::string& file,
            Diagnostics& diagnostics);

    [[nodiscard]] bool good() const { return good_; }  ///< no name stood twice
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    /// Under which property the cells of a column are kept; empty for one that is known. A name
    /// that is taken gets the prefix x_, and a column without a name is x_column_N.
    [[nodiscard]] const std::string& property(std::size_t column) const {
        return properties_[column];
    }

    /// Takes the formula guards off a row. False, and reported, if the row is not as long as the
    /// header.
    /// Reports  csv-cells
    [[nodiscard]] bool accept(std::vector<CsvCell>& row) const;

  private:
    const std::string& file_;
    Diagnostics& diagnostics_;
    bool good_ = true;
    std::vector<std::string> names_;
    std::vector<std::string> properties_;
};

}  // namespace actormap
