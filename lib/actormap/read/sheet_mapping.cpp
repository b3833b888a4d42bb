#include <actormap/base/text.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/sheet_mapping.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

using Kind = JsonValue::Kind;
using Use = SheetColumn::Use;

const std::vector<std::string_view> kinds{
    "government", "law-enforcement", "vendor", "researcher", "organisation", "press", "database"};

/// Brackets and quotes hold a list together and so can't take it apart.
bool is_separator(char c) {
    constexpr std::string_view separators = ",;/|+&\n";
    return separators.find(c) != std::string_view::npos;
}

class MappingReader {
  public:
    MappingReader(const std::string& file, Diagnostics& diagnostics)
        : context_{file, 0, diagnostics} {}

    /// What the document says, if it is a mapping at all; what is wrong with it was reported.
    std::optional<SheetMapping> read(const JsonValue& document) {
        const JsonValue* version = document.find("actormap-sheets");
        if (!version || version->kind != Kind::number || version->text != "1") {
            error(version ? *version : document,
                  "this is no mapping of sheets; begin one with {\"actormap-sheets\": 1, …}");
            return std::nullopt;
        }
        Fields fields(context_, document, "the mapping");
        (void)fields.take("actormap-sheets");
        for (const char* name : {"$schema", "description"}) (void)fields.text(name);
        // In the order in which they refer to each other.
        for (const JsonValue& item : fields.objects("speakers")) read_speaker(item);
        for (const JsonValue& item : fields.objects("before")) read_before(item);
        read_group(fields);
        for (const JsonValue& item : fields.objects("names")) read_names(item);
        for (const JsonValue& item : fields.objects("relations")) read_relations(item);
        for (const JsonValue& item : fields.objects("properties")) read_property(item);
        read_cells(fields, document);
        fields.refuse_rest("sheet-mapping");
        for (const std::string& name : mapping_.names) {
            if (headers_.insert(name).second) mapping_.columns.push_back(column(name, Use::none));
        }
        return std::move(mapping_);
    }

  private:
    static SheetColumn column(std::string header, Use use) {
        SheetColumn made;
        made.header = std::move(header);
        made.use = use;
        return made;
    }

    bool is_object(const JsonValue& item, const char* what) {
        if (item.kind == Kind::object) return true;
        report("json-type", item,
               std::string(what) + " is " + describe(item.kind) + "; give an object");
        return false;
    }

    void read_speaker(const JsonValue& item) {
        if (!is_object(item, "a speaker")) return;
        Fields fields(context_, item, "a speaker");
        SpeakerDraft draft;
        Speaker& speaker = draft.speaker;
        speaker.id = fields.id("id", true);
        speaker.name = fields.required_text("name", "name it");
        const auto kind = fields.word("kind", parse_speaker_kind, kinds);
        if (!item.find("kind")) fields.missing("kind", "say what it is, for example vendor");
        speaker.kind = kind.value_or(SpeakerKind::organisation);
        speaker.country = fields.country("country");
        fields.refuse_rest("sheet-mapping");
        if (is_speaker(speaker.id))
            error(item, "the speaker " + quote(speaker.id) + " stands twice; leave one out");
        mapping_.speakers.push_back(std::move(draft));
    }

    [[nodiscard]] bool is_speaker(const std::string& id) const {
        return std::any_of(mapping_.speakers.begin(), mapping_.speakers.end(),
                           [&](const SpeakerDraft& draft) { return draft.speaker.id == id; });
    }

    void read_before(const JsonValue& item) {
        constexpr std::size_t most = 100;
        if (mapping_.before.size() == most) {
            error(item, "more than " + std::to_string(most) +
                            " rows before the header; leave out the rest");
            return;
        }
        auto& made = mapping_.before.emplace_back();
        if (!is_object(item, "a row before the header") || item.members.empty()) return;
        Fields fields(context_, item, "a row before the header");
        made = read_relation(fields);
        fields.refuse_rest("sheet-mapping");
    }

    std::string required_id(Fields& fields, const char* name, const char* remedy) {
        std::string id = fields.required_text(name, remedy);
        if (!id.empty() && !is_id(id))
            fields.error("id-invalid", *fields.value().find(name),
                         fields.what() + " has the " + name + ' ' + quote(id) +
                             "; give 1 to 500 bytes without control characters");
        return id;
    }

    SheetRelation read_relation(Fields& fields) {
        SheetRelation made;
        made.relation = required_id(fields, "relation", "give its type, for example uses");
        made.type = required_id(fields, "type", "say what is at the other end");
        made.countries = fields.truth("countries");
        made.incoming = fields.truth("incoming");
        return made;
    }

    void read_group(Fields& fields) {
        const JsonValue* group = fields.take("group");
        if (!group) return fields.missing("group", "say which columns hold the groups' names");
        if (!is_object(*group, "'group' of the mapping")) return;
        Fields members(context_, *group, "the group");
        mapping_.type = required_id(members, "type", "for example intrusion-set");
        mapping_.names = read_columns(members, nullptr);
        members.refuse_rest("sheet-mapping");
    }

    /// The member 'columns'. Those of the groups' names may have another use as well; any other one
    /// has one use, which is kept.
    std::vector<std::string> read_columns(Fields& fields, const SheetColumn* use) {
        std::vector<std::string> headers;
        const JsonValue* list = fields.value().find("columns");
        (void)fields.texts("columns");
        if (!list || (list->kind == Kind::list && list->items.empty()))
            fields.missing("columns", "list their headers");
        if (!list) return headers;
        std::unordered_set<std::string> group_headers;
        auto& seen = use ? headers_ : group_headers;
        for (const JsonValue& item : list->items) {
            if (item.kind != Kind::text) continue;
            std::string header = squeezed(item.text);
            if (header.empty())
                fields.error("value-empty", item, "a column has no header; leave it out");
            else if (!seen.insert(header).second)
                fields.error("sheet-mapping", item,
                             "the column " + quote(header) + " stands twice; leave one out");
            if (use) {
                mapping_.columns.push_back(*use);
                mapping_.columns.back().header = header;
            }
            headers.push_back(std::move(header));
        }
        return headers;
    }

    void read_names(const JsonValue& item) {
        if (!is_object(item, "an item of 'names'")) return;
        Fields fields(context_, item, "an item of 'names'");
        SheetColumn made = column({}, Use::name);
        made.speaker = fields.id("by", false);
        made.list = fields.truth("list");
        if (!made.speaker.empty() && !is_speaker(made.speaker))
            fields.error("sheet-mapping", *item.find("by"),
                         quote(made.speaker) + " is none of the mapping's speakers; add it there");
        (void)read_columns(fields, &made);
        fields.refuse_rest("sheet-mapping");
    }

    void read_relations(const JsonValue& item) {
        if (!is_object(item, "an item of 'relations'")) return;
        Fields fields(context_, item, "an item of 'relations'");
        SheetColumn made = column({}, Use::relation);
        made.relation = read_relation(fields);
        (void)read_columns(fields, &made);
        fields.refuse_rest("sheet-mapping");
    }

    void read_property(const JsonValue& item) {
        if (!is_object(item, "an item of 'properties'")) return;
        Fields fields(context_, item, "an item of 'properties'");
        SheetColumn made = column({}, Use::property);
        made.property = required_id(fields, "property", "name it");
        if (is_native_of_entity(made.property))
            fields.error(
                "sheet-mapping", *item.find("property"),
                quote(made.property) + " means something in the native format; give another name");
        const JsonValue* columns = item.find("columns");
        made.list = columns && columns->items.size() > 1;
        if (!made.property.empty() && !properties_.insert(made.property).second)
            fields.error("sheet-mapping", *item.find("property"),
                         "the property " + quote(made.property) +
                             " stands twice; list all its columns in one place");
        (void)read_columns(fields, &made);
        fields.refuse_rest("sheet-mapping");
    }

    void read_cells(Fields& fields, const JsonValue& mapping) {
        for (const std::string& text : fields.texts("blank"))
            mapping_.blank.push_back(squeezed(text));
        const JsonValue* given = mapping.find("separators");
        const std::string separators = fields.text("separators");
        if (!given) return;
        mapping_.separators = separators;
        if (!std::all_of(mapping_.separators.begin(), mapping_.separators.end(), is_separator))
            fields.error("value-unknown", *given,
                         quote(mapping_.separators) +
                             " has what separates nothing; give some of , ; / | + & and \\n");
    }

    void error(const JsonValue& at, std::string message) {
        report("sheet-mapping", at, std::move(message));
    }
    void report(const char* id, const JsonValue& at, std::string message) {
        context_.diagnostics.error(id, context_.position(at), std::move(message));
    }

    ReadContext context_;
    SheetMapping mapping_;
    std::unordered_set<std::string> headers_, properties_;  // that have a use, that are one
};

}  // namespace

std::optional<SheetMapping> parse_sheet_mapping(std::string_view content, const std::string& file,
                                                Diagnostics& diagnostics) {
    try {
        if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
        check_text(content, file);
        const std::size_t before = diagnostics.errors();
        const JsonValue document = parse_json(content, file, diagnostics);
        auto mapping = MappingReader(file, diagnostics).read(document);
        if (diagnostics.errors() != before) return std::nullopt;
        return mapping;
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
        return std::nullopt;
    }
}

bool is_native_of_entity(std::string_view name) {
    constexpr std::array<std::string_view, 10> native{
        "id",          "type",  "name",    "names",   "undefined",
        "description", "roles", "country", "marking", "claims"};
    return std::find(native.begin(), native.end(), name) != native.end();
}

std::string squeezed(std::string_view text) {
    constexpr std::string_view no_break = "\xC2\xA0";
    std::string result;
    bool blank = false;
    while (!text.empty()) {
        const std::size_t size =
            text.starts_with(no_break)
                ? no_break.size()
                : std::size_t{blank_characters.find(text[0]) != std::string_view::npos};
        if (size != 0) {
            blank = !result.empty();
        } else {
            if (std::exchange(blank, false)) result += ' ';
            result += text[0];
        }
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return result;
}

}  // namespace actormap
