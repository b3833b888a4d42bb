#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/drafts.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What an item of a cell is to the group of the row.
struct SheetRelation {
    std::string relation;    ///< its type
    std::string type;        ///< of the entity that the item is
    bool countries = false;  ///< an item that is a country's name is that location instead
    bool incoming = false;   ///< from the item to the group

    bool operator==(const SheetRelation&) const = default;
};

/// What the cells of a column are. Which members count depends on `use`.
struct SheetColumn {
    enum class Use {
        none,      ///< only the name of the group, if that
        name,      ///< other names of the group
        relation,  ///< items that are related to it
        property   ///< a property of it
    };

    std::string header;
    Use use = Use::none;
    std::string speaker;     ///< name: the id of who calls the group so; empty if nobody is said to
    bool list = false;       ///< name: the cell is a list. property: one of several columns
    SheetRelation relation;  ///< relation
    std::string property;    ///< property
};

/// How to read spreadsheets with a row for each group of actors; docs/formats.md explains the form.
struct SheetMapping {
    /// A row each that stands before the header, and what its first cell is to every group.
    std::vector<std::optional<SheetRelation>> before;
    std::string type;                  ///< of the groups
    std::vector<std::string> names;    ///< columns that may hold the group's name, the best first
    std::vector<std::string> blank;    ///< what a cell says that says nothing
    std::string separators = ",;";     ///< of lists
    std::vector<SheetColumn> columns;  ///< each header once, those of `names` included
    std::vector<SpeakerDraft> speakers;
};

/// Parses a mapping, strictly: a mapping means what it says, or is none.
/// Reports  sheet-mapping; json-type, property-missing, value-empty, value-unknown, id-invalid,
///          country-unknown; those of parse_json, file-empty, file-encoding
[[nodiscard]] std::optional<SheetMapping> parse_sheet_mapping(std::string_view content,
                                                              const std::string& file,
                                                              Diagnostics& diagnostics);

/// Whether the native format has a member of an entity that is called so.
[[nodiscard]] bool is_native_of_entity(std::string_view name);

/// The text without blanks at its ends, and with one where there were several: a line end, a tab
/// and a no-break space are blanks.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace actormap
