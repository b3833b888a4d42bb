#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/column_map.hpp>
#include <actormap/read/csv.hpp>

#include <algorithm>

namespace actormap {
namespace {

const std::vector<std::string_view> mappable{"source", "target", "type",  "start",      "stop",
                                             "weight", "id",     "label", "description"};

[[noreturn]] void refuse(const std::string& what) {
    throw Error("columns-words", "--columns: " + what + "; give WORD=NAME,… with the words " +
                                     join({mappable.begin(), mappable.end()}, ", "));
}

}  // namespace

const std::vector<std::string_view>& mappable_columns() {
    return mappable;
}

ColumnMap parse_column_map(std::string_view text) {
    std::vector<CsvCell> cells;
    CsvReader reader(text, {});
    try {
        if (!reader.next(cells)) refuse("nothing is given");
    } catch (const InputError& error) {
        refuse(error.what());
    }
    ColumnMap map;
    for (const CsvCell& cell : cells) {
        const std::size_t sign = cell.text.find('=');
        if (sign == std::string::npos || sign + 1 == cell.text.size())
            refuse(quote(cell.text) + " names no column");
        const std::string word = cell.text.substr(0, sign);
        if (std::find(mappable.begin(), mappable.end(), word) == mappable.end())
            refuse(quote(word) + " is no word of this program");
        for (const auto& [known, theirs] : map) {
            if (known == word) refuse(quote(word) + " stands twice");
        }
        map.emplace_back(word, cell.text.substr(sign + 1));
    }
    return map;
}

}  // namespace actormap
