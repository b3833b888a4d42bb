#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/columns.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/sheet.hpp>
#include <actormap/read/sheet_records.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

using Use = SheetColumn::Use;

/// The header of a sheet, as the mapping writes headers.
void squeeze(std::vector<CsvCell>& header) {
    for (CsvCell& cell : header) cell.text = squeezed(without_formula_guard(std::move(cell.text)));
}

/// The rows before the header, then the header. False if the sheet ends before.
bool next_header(CsvReader& reader, std::size_t before, std::vector<CsvCell>& first_cells,
                 std::vector<CsvCell>& row) {
    for (std::size_t i = 0; i < before; ++i) {
        if (!reader.next(row)) return false;
        first_cells.push_back(std::move(row[0]));
    }
    if (!reader.next(row)) return false;
    squeeze(row);
    return true;
}

bool has_name(const std::vector<CsvCell>& header, const SheetMapping& mapping) {
    return std::any_of(header.begin(), header.end(), [&](const CsvCell& cell) {
        return std::find(mapping.names.begin(), mapping.names.end(), cell.text) !=
               mapping.names.end();
    });
}

class SheetReader {
  public:
    SheetReader(const std::string& file, const SheetMapping& mapping, GraphBuilder& builder,
                Diagnostics& diagnostics)
        : file_(file),
          mapping_(mapping),
          builder_(builder),
          diagnostics_(diagnostics),
          index_(builder.begin({file, "sheet", false})) {}

    void read(std::string_view content) {
        CsvReader reader(content, file_);
        std::vector<CsvCell> first_cells;
        if (!next_header(reader, mapping_.before.size(), first_cells, row_)) return;
        know_columns();
        const Columns columns = take_header();
        if (!columns.good()) return;
        read_before(first_cells);
        while (reader.next(row_)) {
            if (columns.accept(row_)) read_row();
        }
        // At the end, so that a file that can't be read to its end leaves nothing behind.
        records_.hand_over(builder_, mapping_.speakers, {index_, 1, 1});
    }

  private:
    void know_columns() {
        for (const SheetColumn& column : mapping_.columns) known_.emplace(column.header, &column);
    }

    /// Finds what each column is, and under which property those are kept that are nothing.
    Columns take_header() {
        std::vector<std::string_view> known;
        for (const SheetColumn& column : mapping_.columns) known.push_back(column.header);
        std::map<std::string, std::size_t> places;
        std::unordered_set<std::string> properties;
        for (const SheetColumn& column : mapping_.columns) properties.insert(column.property);
        for (const CsvCell& cell : row_) {
            const auto at = known_.find(cell.text);
            uses_.push_back(at == known_.end() ? nullptr : at->second);
            places.emplace(cell.text, uses_.size() - 1);
        }
        for (const std::string& name : mapping_.names) {
            if (const auto at = places.find(name); at != places.end()) names_.push_back(at->second);
        }
        std::vector<CsvCell> header = row_;
        Columns columns(std::move(row_), known, {}, file_, diagnostics_);
        for (std::size_t c = 0; c < header.size(); ++c) {
            std::string name = columns.property(c);
            while (!name.empty() && (is_native_of_entity(name) || !properties.insert(name).second))
                name.insert(0, "x_");
            properties_.push_back(uses_[c] ? uses_[c]->property : std::move(name));
        }
        return columns;
    }

    void read_before(const std::vector<CsvCell>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!mapping_.before[i]) continue;
            CsvCell cell = cells[i];
            cell.text = without_formula_guard(std::move(cell.text));
            const std::string text = filled(cell);
            if (text.empty()) continue;
            const SheetRelation& relation = *mapping_.before[i];
            if (relation.countries && relation.type == "location" && !find_country(text))
                builder_.findings().add("unresolved-country", position(cell), quote(text));
            if (const auto id = add_item(relation, text, cell))
                of_all_.emplace_back(&relation, *id);
        }
    }

    [[nodiscard]] bool is_blank(const std::string& text) const {
        return std::find(mapping_.blank.begin(), mapping_.blank.end(), text) !=
               mapping_.blank.end();
    }

    /// What the cell says; empty if that is nothing.
    [[nodiscard]] std::string filled(const CsvCell& cell) const {
        std::string text = squeezed(cell.text);
        return is_blank(text) ? std::string() : text;
    }

    void read_row() {
        const CsvCell* cell = nullptr;
        EntityDraft group;
        Entity& entity = group.entity;
        for (const std::size_t column : names_) {
            cell = &row_[column];
            entity.name = filled(*cell);
            if (!entity.name.empty()) break;
        }
        if (entity.name.empty()) return count_unnamed();
        entity.id = entity.name;
        entity.type = mapping_.type;
        entity.place = place(*cell);
        if (!check_id(entity.id, "the name of a group", *cell)) return;
        read_names(group);
        read_properties(entity);
        for (const auto& [relation, id] : of_all_)
            records_.relate(*relation, entity.id, id, entity.place);
        for (std::size_t c = 0; c < row_.size(); ++c) {
            if (uses_[c] && uses_[c]->use == Use::relation) read_items(*uses_[c], entity, row_[c]);
        }
        records_.add_group(std::move(group));
    }

    void count_unnamed() {
        const auto at = std::find_if(row_.begin(), row_.end(),
                                     [&](const CsvCell& cell) { return !filled(cell).empty(); });
        if (at != row_.end())
            builder_.findings().add("unnamed-row", position(row_[0]), quote(squeezed(at->text)));
    }

    void read_names(EntityDraft& group) {
        std::set<std::pair<std::string, std::string>> seen;
        // What nobody is said to use says nothing new where it is the group's name.
        seen.emplace(std::string(), group.entity.name);
        for (std::size_t c = 0; c < row_.size(); ++c) {
            if (!uses_[c] || uses_[c]->use != Use::name) continue;
            const SheetColumn& column = *uses_[c];
            for (std::string& name : texts_of(column.list, row_[c])) {
                if (!seen.emplace(column.speaker, name).second) continue;
                NameDraft& draft = group.names.emplace_back();
                draft.name.name = std::move(name);
                draft.name.place = place(row_[c]);
                if (column.speaker.empty()) continue;
                draft.by = {column.speaker, place(row_[c])};
                records_.use_speaker(column.speaker);
            }
        }
    }

    [[nodiscard]] std::vector<std::string> texts_of(bool list, const CsvCell& cell) const {
        std::string whole = filled(cell);
        if (whole.empty()) return {};
        if (!list) return {std::move(whole)};
        std::vector<std::string> items = list_items(cell.text, mapping_.separators);
        std::erase_if(items, [&](const std::string& item) { return is_blank(item); });
        return items;
    }

    void read_properties(Entity& entity) {
        std::map<std::string, std::string> lists;
        PropertyCollector properties;
        for (std::size_t c = 0; c < row_.size(); ++c) {
            const bool property = !uses_[c] || uses_[c]->use == Use::property;
            if (!property || filled(row_[c]).empty()) continue;
            const std::string json = json_string(row_[c].text);
            if (uses_[c] && uses_[c]->list) {
                std::string& list = lists[properties_[c]];
                list += (list.empty() ? "" : ",") + json;
            } else {
                properties.add(properties_[c], json);
            }
        }
        for (const auto& [name, items] : lists) properties.add(name, '[' + items + ']');
        entity.properties = properties.take();
    }

    void read_items(const SheetColumn& column, const Entity& group, const CsvCell& cell) {
        for (const std::string& item : texts_of(true, cell)) {
            if (const auto id = add_item(column.relation, item, cell))
                records_.relate(column.relation, group.id, *id, place(cell));
        }
    }

    /// The entity that a text is; its id, or nothing, reported, if it can be none.
    std::optional<std::string> add_item(const SheetRelation& relation, const std::string& text,
                                        const CsvCell& cell) {
        Entity entity;
        const Country* country = relation.countries ? find_country(text) : nullptr;
        entity.type = country ? "location" : relation.type;
        entity.name = country ? std::string(country->name) : text;
        if (country) {
            entity.country = country->alpha2;
            entity.id = "location--" + uuid5("country:" + entity.country);
        } else {
            entity.id = entity.type == mapping_.type ? text : entity.type + ':' + text;
        }
        if (!check_id(entity.id, "an item", cell)) return std::nullopt;
        entity.place = place(cell);
        std::string id = entity.id;
        records_.add_item(std::move(entity));
        return id;
    }

    bool check_id(const std::string& id, const char* what, const CsvCell& cell) {
        if (is_id(id)) return true;
        diagnostics_.error("id-invalid", position(cell),
                           std::string(what) + " is " + quote(id) +
                               "; give 1 to 500 bytes without control characters");
        return false;
    }
    [[nodiscard]] Place place(const CsvCell& cell) const {
        return {index_, cell.line, cell.column};
    }
    [[nodiscard]] Position position(const CsvCell& cell) const {
        return {file_, cell.line, cell.column};
    }

    const std::string& file_;
    const SheetMapping& mapping_;
    GraphBuilder& builder_;
    Diagnostics& diagnostics_;
    std::uint32_t index_;

    std::unordered_map<std::string_view, const SheetColumn*> known_;
    std::vector<const SheetColumn*> uses_;  // of each column; null if the mapping has none
    std::vector<std::string> properties_;   // of each column
    std::vector<std::size_t> names_;        // columns that may hold the group's name
    std::vector<std::pair<const SheetRelation*, std::string>> of_all_;  // what every group has

    std::vector<CsvCell> row_;
    SheetRecords records_;
};

}  // namespace

bool is_sheet(std::string_view content, const SheetMapping& mapping) {
    constexpr std::size_t head_size = std::size_t{1} << 20;
    if (looks_like_json(content)) return false;
    try {
        CsvReader reader(content.substr(0, head_size), {});
        std::vector<CsvCell> first_cells, header;
        return next_header(reader, mapping.before.size(), first_cells, header) &&
               has_name(header, mapping);
    } catch (const InputError&) {
        return false;
    }
}

void read_sheet(std::string_view content, const std::string& file, const SheetMapping& mapping,
                GraphBuilder& builder, Diagnostics& diagnostics) {
    SheetReader(file, mapping, builder, diagnostics).read(content);
}

}  // namespace actormap
