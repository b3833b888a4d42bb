#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json_check.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/native.hpp>
#include <actormap/read/stix.hpp>
#include <actormap/read/stix_records.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace actormap {

class StixReader::Bundles {
  public:
    Bundles(GraphBuilder& builder, Diagnostics& diagnostics)
        : session_(builder, diagnostics), late_(session_), records_(session_, late_) {}

    void read(JsonCutter& cutter, JsonShape shape, const std::string& file) {
        session_.begin(file);
        members_.clear();
        while (const auto slice = cutter.next()) {
            if (slice->record) {
                if (shape == JsonShape::bundle) members_.insert("objects");
                read_record(*slice);
            } else {
                read_member(*slice);
            }
        }
    }

    void finish() {
        late_.finish();
        session_.finish();
    }

    std::map<std::string, std::size_t> objects;

  private:
    /// Calls `use` with the slice as valid JSON without a name twice in an object, and with
    /// whether places in it are places in the file. Throws where the JSON is broken.
    template <typename Use>
    void with_valid(const JsonSlice& slice, const Use& use) {
        if (!slice.long_text && check_.admits(slice.text)) return use(slice, true);
        const std::size_t before = session_.diagnostics.errors();
        const JsonValue tree = parse(slice);
        if (session_.diagnostics.errors() == before) return use(slice, true);
        // What is left without the second of each name.
        const std::string text = to_json(tree);
        TextSource source(text);
        JsonCutter cutter(source, session_.file, {}, JsonShape::single);
        auto clean = cutter.next();
        clean->spot = slice.spot;
        clean->name = slice.name;
        clean->name_spot = slice.name_spot;
        use(*clean, false);
    }

    JsonValue parse(const JsonSlice& slice) {
        if (const auto bad = find_invalid_utf8(slice.text))
            throw InputError("file-encoding", session_.position(slice.spot_of(*bad)),
                             "the file is not UTF-8; save it as UTF-8 text");
        return parse_json(slice.text, session_.file, session_.diagnostics, {}, slice.spot);
    }

    void read_record(const JsonSlice& slice) {
        with_valid(slice, [&](const JsonSlice& valid, bool exact) {
            if (!is_json_object(valid.text))
                return session_.error("json-type", valid.spot,
                                      "what stands here is no object; give a STIX object");
            object_.assign(valid, exact);
            read_object(valid);
        });
    }

    void read_object(const JsonSlice& slice) {
        const std::string_view type = required("type");
        const std::string_view id = required("id");
        if (!type.empty()) count(type);
        if (read_extension(slice) || id == stix_actormap_extension) return;
        if (!type.empty() && !id.empty()) records_.read(object_, id, type);
    }

    std::string_view required(std::string_view name) {
        const StixObject::Field* field = object_.find(name);
        if (!field) {
            session_.error("property-missing", object_.spot(),
                           "an object has no '" + std::string(name) + "'; give it");
            return {};
        }
        if (!is_json_text(field->json)) {
            session_.error("json-type", object_.spot(*field),
                           "'" + std::string(name) + "' of an object is no text; give a text");
            return {};
        }
        const std::string_view text = object_.content(field->json);
        if (is_id(text)) return text;
        session_.error("id-invalid", object_.spot(*field),
                       "'" + std::string(name) + "' of an object is " + quote(text) +
                           "; it is 1 to 500 bytes without control characters");
        return {};
    }

    void count(std::string_view type) { ++objects[std::string(type)]; }

    /// Reads the native records that this project's extension holds. Returns whether it is there.
    bool read_extension(const JsonSlice& slice) {
        const StixObject::Field* field = object_.find(StixMember::extensions);
        if (!field || !is_json_object(field->json)) return false;
        if (field->json.find(stix_actormap_extension) == std::string_view::npos) return false;
        Diagnostics known_already;
        const JsonValue tree = parse_json(slice.text, session_.file, known_already, {}, slice.spot);
        const JsonValue* extension = tree.find("extensions")->find(stix_actormap_extension);
        if (!extension) return false;
        if (const JsonValue* records = extension->find("records")) {
            for (const JsonValue& record : records->items) read_native(record);
            if (records->kind != JsonValue::Kind::list) wrong(*records, "'records'", "a list");
        } else {
            read_native(*extension);
        }
        return true;
    }

    void read_native(const JsonValue& record) {
        const JsonValue* kind = record.find("record");
        const JsonValue* native = record.find("native");
        if (!kind || kind->kind != JsonValue::Kind::text)
            return wrong(kind ? *kind : record, "'record'", "a text");
        if (kind->text == "claim") return;  // it is a part of another record
        if (!native || native->kind != JsonValue::Kind::object)
            return wrong(native ? *native : record, "'native'", "an object");
        const ReadContext context{session_.file, session_.file_index, session_.diagnostics};
        if (!read_native_record(kind->text, *native, context, session_.builder))
            session_.error("value-unknown", {kind->line, kind->column},
                           quote(kind->text) +
                               " is no record; it is one of entity, relation, speaker, source, "
                               "judgement, graph, claim");
    }

    void wrong(const JsonValue& at, const std::string& what, const char* expected) {
        session_.error("json-type", {at.line, at.column},
                       what + " of the extension is missing or of another kind; give " + expected);
    }

    /// A member of the bundle beside its objects.
    void read_member(const JsonSlice& slice) {
        std::string quoted = '"' + std::string(slice.name) + '"';
        Diagnostics unused;
        const std::string name =
            parse_json(quoted, session_.file, unused, {}, slice.name_spot).text;
        const bool again = !members_.insert(name).second;
        if (again)
            return session_.error(
                "json-duplicate-name", slice.name_spot,
                "the name " + quote(name) + " stands twice in one object; remove one of them");
        with_valid(slice, [&](const JsonSlice& valid, bool) { keep_member(name, valid); });
    }

    void keep_member(const std::string& name, const JsonSlice& slice) {
        static constexpr std::array<std::string_view, 3> own{"id", "spec_version", "type"};
        static constexpr std::array<std::string_view, 10> native{
            "$schema", "actormap",  "as_of",   "entities", "judgements",
            "marking", "relations", "sources", "speakers", "title"};
        if (name == "objects")
            return session_.error("json-type", slice.spot, "'objects' is no list; give a list");
        if (name == "type" && slice.text != "\"bundle\"")
            session_.note("uninterpreted-value", slice.spot,
                          [&] { return "type is " + quote(slice.text.substr(0, 80)); });
        if (std::find(own.begin(), own.end(), name) != own.end()) return;
        const bool taken = std::find(native.begin(), native.end(), name) != native.end();
        const std::string property = (taken ? "x_stix_" : "") + name;
        std::string value;
        append_compact(value, slice.text);
        session_.builder.add(Properties{{property, value}});
    }

    StixSession session_;
    StixLate late_;
    StixRecords records_;
    JsonCheck check_;
    StixObject object_;
    std::set<std::string> members_;  // of the bundle, so far
};

StixReader::StixReader(GraphBuilder& builder, Diagnostics& diagnostics)
    : bundles_(std::make_unique<Bundles>(builder, diagnostics)) {}
StixReader::~StixReader() = default;

void StixReader::read(ByteSource& source, std::string_view prefix, JsonShape shape,
                      const std::string& file) {
    JsonCutter cutter(source, file, prefix, shape);
    bundles_->read(cutter, shape, file);
}

void StixReader::finish() {
    bundles_->finish();
}

const std::map<std::string, std::size_t>& StixReader::objects() const {
    return bundles_->objects;
}

}  // namespace actormap
