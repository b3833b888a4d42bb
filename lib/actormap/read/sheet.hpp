#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/sheet_mapping.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Whether a CSV text is a sheet that the mapping is for: its header stands where the mapping says
/// and has one of the columns for names. Looks at the first MiB.
[[nodiscard]] bool is_sheet(std::string_view content, const SheetMapping& mapping);

/// Reads a spreadsheet with a row for each group. A group's id and name are its cell; an item's
/// name is its text, and its id as well if it has the type of the groups, else TYPE:TEXT, since an
/// operation or a tool is often called like the group. A country has the id that MISP's reader
/// gives it. The file is the speaker of every relation. A header that the mapping does not know is
/// a property of its name, with x_ before it if the native format uses that.
/// Counts   unnamed-row: something stands there, and no name; unresolved-country
/// Reports  csv-cells, csv-column, id-invalid
/// Throws   InputError csv-quote, csv-cell-size; nothing was read then
void read_sheet(std::string_view content, const std::string& file, const SheetMapping& mapping,
                GraphBuilder& builder, Diagnostics& diagnostics);

/// The items of a list: what stands between the separators that are not within brackets or quotes,
/// squeezed and not empty. A bracket or quote that is not closed is a character like others.
[[nodiscard]] std::vector<std::string> list_items(std::string_view text,
                                                  std::string_view separators);

}  // namespace actormap
