#include <actormap/base/text.hpp>
#include <actormap/read/free_name.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/json_number.hpp>
#include <actormap/read/native.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace actormap {
namespace {

using Kind = JsonValue::Kind;

/// What a record of ours holds for other programs alone; the last of edges are what a format tells
/// them apart by.
const std::vector<std::string_view> derived_of_vertices{"aliases", "color", "size", "position",
                                                        "pos",     "x",     "y",    "z"};
const std::vector<std::string_view> derived_of_edges{"claims", "confidence", "disputed",
                                                     "id",     "key",        "directed"};
/// What stands there as JSON, whatever the format, and the native member that it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> embedded{
    {{"roles", "roles"},
     {"names_json", "names"},
     {"claims_json", "claims"},
     {"speakers_json", "speakers"},
     {"sources_json", "sources"},
     {"judgements_json", "judgements"}}};
/// Words for other programs, and the native ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> renamed{
    {{"label", "name"}, {"source", "from"}, {"target", "to"}, {"relation_id", "id"}}};

const std::vector<std::string_view> native_of_graph{
    "actormap", "$schema", "as_of", "speakers", "sources", "entities", "relations", "judgements"};
const std::vector<std::string_view> native_of_entity{"name",    "names",   "undefined", "roles",
                                                     "country", "marking", "claims"};
const std::vector<std::string_view> native_of_relation{"from",   "to",      "id",
                                                       "claims", "marking", "name"};

template <typename List>
bool has(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// What is a text, whatever it looks like.
bool is_text(std::string_view name) {
    constexpr std::array<std::string_view, 15> texts{
        "id",      "label",   "name",    "type",        "description", "source", "target", "key",
        "country", "marking", "aliases", "relation_id", "start",       "stop",   "title"};
    return name.ends_with("_json") || name == "roles" || name == "as_of" || has(texts, name);
}

void drop(const std::vector<std::string_view>& names, JsonValue& record) {
    std::erase_if(record.members,
                  [&](const JsonMember& member) { return has(names, member.name); });
}

std::string& name_of(JsonMember& member) {
    return member.name;
}

/// The property that a member becomes; `taken` if its name means something else in the native
/// format.
std::string property_of(const JsonMember& member, bool taken, const JsonValue& record) {
    if (!taken) return member.name;
    return free_name(member.name, [&](const std::string& name) { return record.find(name); });
}

bool is_filled_text(const JsonValue* value) {
    return value && value->kind == Kind::text && !value->text.empty();
}

/// Which of the members is what `words` ask for: the first of them that is a text.
const JsonValue* first_text(const JsonValue& object,
                            std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (const JsonValue* value = object.find(word); is_filled_text(value)) return value;
    }
    return nullptr;
}

std::optional<PartialDate> date_of(const JsonValue* value) {
    return value && value->kind == Kind::text ? PartialDate::parse(value->text) : std::nullopt;
}

}  // namespace

JsonValue text_value(std::string text, JsonSpot spot) {
    return {.kind = Kind::text,
            .line = spot.line,
            .column = spot.column,
            .text = std::move(text),
            .items = {},
            .members = {}};
}

JsonValue value_of_word(std::string_view name, std::string text, JsonSpot spot) {
    if (is_text(name)) return text_value(std::move(text), spot);
    if (text == "-0") text = "0";  // JSON's whole numbers have no sign of zero
    const bool number = is_json_number(text);
    JsonValue value = text_value(std::move(text), spot);
    if (number) value.kind = Kind::number;
    return value;
}

void add_member(JsonValue& object, std::string_view name, JsonValue value) {
    if (!object.find(name)) object.members.push_back({std::string(name), std::move(value)});
}

GraphRecords::GraphRecords(GraphBuilder& builder, Diagnostics& diagnostics, const std::string& file,
                           const char* format, const ColumnMap& columns)
    : builder_(builder),
      diagnostics_(diagnostics),
      file_(file),
      index_(builder.begin({file, format, false})),
      columns_(columns) {}

void GraphRecords::graph(JsonValue attributes) {
    const JsonValue* version = attributes.find("actormap");
    own_ = version && version->text == "1";
    if (!own_) {
        const JsonValue* title = first_text(attributes, {"title"});
        if (title) builder_.set_title(title->text);
        PropertyCollector properties;
        for (const JsonMember& member : attributes.members) {
            const bool taken = has(native_of_graph, member.name) || member.name == "title";
            if (&member.value != title)
                properties.add(property_of(member, taken, attributes), to_json(member.value));
        }
        return builder_.add(properties.take());
    }
    const auto is_version = [](const JsonMember& member) { return member.name == "actormap"; };
    std::erase_if(attributes.members, is_version);
    if (!restore(attributes)) return;
    for (const auto& list : {std::pair{"speakers", "speaker"}, std::pair{"sources", "source"},
                             std::pair{"judgements", "judgement"}}) {
        const auto at =
            std::find_if(attributes.members.begin(), attributes.members.end(),
                         [&](const JsonMember& member) { return member.name == list.first; });
        if (at == attributes.members.end()) continue;
        for (const JsonValue& item : at->value.items)
            (void)read_native_record(list.second, item, context(), builder_);
        attributes.members.erase(at);
    }
    (void)read_native_record("graph", attributes, context(), builder_);
}

void GraphRecords::vertex(JsonValue attributes) {
    if (!own_) return foreign_vertex(std::move(attributes));
    drop(derived_of_vertices, attributes);
    if (restore(attributes)) (void)read_native_record("entity", attributes, context(), builder_);
}

void GraphRecords::edge(JsonValue attributes) {
    if (!own_) return foreign_edge(std::move(attributes));
    drop(derived_of_edges, attributes);
    if (restore(attributes)) (void)read_native_record("relation", attributes, context(), builder_);
}

void GraphRecords::edge_with_ends(JsonValue attributes) {
    for (const char* end : {"source", "target"}) {
        const JsonValue* id = attributes.find(end);
        if (!id || !is_id(id->text) || !ends_.insert(id->text).second) continue;
        EntityDraft draft;
        draft.entity.id = draft.entity.name = id->text;
        draft.entity.type = "identity";
        draft.implied = true;
        draft.entity.place = context().place(*id);
        builder_.add(std::move(draft));
    }
    edge(std::move(attributes));
}

/// Turns a record as this program writes it for others into a native one. False, and reported, if
/// what it embeds is no JSON.
bool GraphRecords::restore(JsonValue& record) {
    const bool labelled = record.find("label") != nullptr;
    std::erase_if(record.members, [&](const JsonMember& member) {
        const bool again = labelled && member.name == "name";  // for who looks for it there
        // Programs that have a value for every record write an empty text where there is none.
        const bool empty = member.value.kind == Kind::text && member.value.text.empty();
        return again || empty || member.value.kind == Kind::null;
    });
    JsonValue properties;
    for (JsonMember& member : record.members) {
        for (const auto& [theirs, native] : renamed) {
            if (member.name == theirs) member.name = native;
        }
        if (member.name == "undefined" && member.value.text == "true")
            member.value.kind = Kind::boolean;
        if (member.name == "properties_json") {
            if (!parse_embedded(member.value)) return false;
            properties = std::move(member.value);
            member.value = {};
        }
        for (const auto& [theirs, native] : embedded) {
            if (member.name != theirs) continue;
            if (!parse_embedded(member.value)) return false;
            member.name = native;
            break;
        }
    }
    std::erase_if(record.members,
                  [](const JsonMember& member) { return member.name == "properties_json"; });
    // What was computed has a column of its name; the property of that name is the one here.
    std::unordered_set<std::string> names;
    for (const JsonMember& member : properties.members) names.insert(member.name);
    std::erase_if(record.members,
                  [&](const JsonMember& member) { return names.contains(member.name); });
    for (JsonMember& member : properties.members) record.members.push_back(std::move(member));
    return true;
}

bool GraphRecords::parse_embedded(JsonValue& value) {
    if (value.kind != Kind::text) return true;  // a format that holds JSON as it is
    try {
        value = parse_json(value.text, file_, diagnostics_, {}, {value.line, value.column});
        return true;
    } catch (const InputError& error) {
        diagnostics_.error(error.id(), error.where(), error.what());
        return false;
    }
}

bool GraphRecords::is_vertex_id(const JsonValue* id, const char* what, Place place) {
    const bool word = id && (id->kind == Kind::text || id->kind == Kind::number);
    if (word && is_id(id->text)) return true;
    const Position at =
        word ? context().position(*id) : Position{file_, place.line(), place.column()};
    const std::string found = word ? " is " + quote(id->text)
                              : id ? " has " + describe(id->kind) + " as id"
                                   : " has no id";
    diagnostics_.error("id-invalid", at,
                       what + found + "; give 1 to 500 bytes without control characters");
    return false;
}

void GraphRecords::foreign_vertex(JsonValue attributes) {
    rename_by(columns_, attributes.members, name_of);
    const Place place = context().place(attributes);
    const JsonValue* id = attributes.find("id");
    if (!is_vertex_id(id, "a vertex", place)) return;
    const JsonValue* name = first_text(attributes, {"label", "name"});
    const JsonValue* type = first_text(attributes, {"type"});
    if (type && !is_id(type->text)) type = nullptr;
    const JsonValue* description = first_text(attributes, {"description"});

    EntityDraft draft;
    draft.entity.id = id->text;
    draft.entity.name = name ? name->text : id->text;
    draft.entity.type = type ? type->text : "identity";
    draft.type_assumed = !type;
    if (description) draft.entity.description = description->text;
    draft.entity.place = place;
    PropertyCollector properties;
    for (const JsonMember& member : attributes.members) {
        const JsonValue* value = &member.value;
        if (value == id || value == name || value == type || value == description ||
            value->kind == Kind::null)
            continue;
        const bool taken = has(native_of_entity, member.name) || member.name == "type" ||
                           member.name == "description";
        properties.add(property_of(member, taken, attributes), to_json(*value));
    }
    draft.entity.properties = properties.take();
    builder_.add(std::move(draft));
}

void GraphRecords::foreign_edge(JsonValue attributes) {
    rename_by(columns_, attributes.members, name_of);
    const Place place = context().place(attributes);
    const JsonValue* from = attributes.find("source");
    const JsonValue* to = attributes.find("target");
    const bool good = is_vertex_id(from, "the source of an edge", place);
    if (!is_vertex_id(to, "the target of an edge", place) || !good) return;
    const JsonValue* type = first_text(attributes, {"type", "label"});
    if (type && !is_id(type->text)) type = nullptr;
    const JsonValue* description = first_text(attributes, {"description"});

    RelationDraft draft;
    Relation& relation = draft.relation;
    draft.from = {from->text, context().place(*from)};
    draft.to = {to->text, context().place(*to)};
    relation.type = type ? type->text : "related-to";
    if (description) relation.description = description->text;
    relation.place = place;
    PropertyCollector properties;
    for (const JsonMember& member : attributes.members) {
        const JsonValue* value = &member.value;
        if (value == from || value == to || value == type || value == description ||
            value->kind == Kind::null)
            continue;
        const bool bound = member.name == "start" || member.name == "stop";
        if (const auto date = bound ? date_of(value) : std::nullopt) {
            (member.name == "start" ? relation.when.start : relation.when.stop) = *date;
            continue;
        }
        const bool taken = bound || has(native_of_relation, member.name) || member.name == "type" ||
                           member.name == "description";
        properties.add(property_of(member, taken, attributes), to_json(*value));
    }
    relation.properties = properties.take();
    builder_.add(std::move(draft));
}

}  // namespace actormap
