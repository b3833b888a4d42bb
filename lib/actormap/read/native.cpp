#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/native.hpp>
#include <actormap/read/native_confidence.hpp>

#include <algorithm>
#include <utility>

namespace actormap {
namespace {

constexpr std::string_view current_version = "1";

const std::vector<std::string_view> tlp_words{"clear", "green", "amber", "amber+strict", "red"};
const std::vector<std::string_view> stance_words{"asserts",  "supports", "hypothesises",
                                                 "disputes", "denies",   "retracts"};
const std::vector<std::string_view> kind_words{
    "government", "law-enforcement", "vendor", "researcher", "organisation", "press", "database"};
const std::vector<std::string_view> verdict_words{"same", "different", "unsure"};

class NativeReader {
  public:
    NativeReader(ReadContext context, GraphBuilder& builder)
        : context_(context), builder_(builder) {}

    void read(const JsonValue& document) {
        Fields fields(context_, document, "the file");
        if (!read_version(fields)) return;
        (void)fields.take("$schema");
        read_graph(fields);
        marking_ = read_marking(fields, Tlp::clear);
        for (const JsonValue& item : fields.objects("speakers")) read_speaker(item);
        for (const JsonValue& item : fields.objects("sources")) read_source(item);
        for (const JsonValue& item : fields.objects("entities")) read_entity(item);
        for (const JsonValue& item : fields.objects("relations")) read_relation(item);
        for (const JsonValue& item : fields.objects("judgements")) read_judgement(item);
        builder_.add(fields.rest());
    }

    bool read_record(std::string_view kind, const JsonValue& item) {
        if (kind == "speaker") {
            read_speaker(item);
        } else if (kind == "source") {
            read_source(item);
        } else if (kind == "entity") {
            read_entity(item);
        } else if (kind == "relation") {
            read_relation(item);
        } else if (kind == "judgement") {
            read_judgement(item);
        } else if (kind == "graph") {
            if (!is_object(item, "a graph")) return true;
            Fields fields(context_, item, "the graph");
            read_graph(fields);
            builder_.add(fields.rest());
        } else {
            return false;
        }
        return true;
    }

  private:
    void read_graph(Fields& fields) {
        builder_.set_title(fields.text("title"));
        builder_.set_as_of(fields.date("as_of"));
    }

    bool read_version(Fields& fields) {
        const JsonValue* version = fields.take("actormap");
        if (version && version->kind == JsonValue::Kind::number && version->text == current_version)
            return true;
        const auto number = version ? parse_count(version->text) : std::nullopt;
        if (number && version->kind == JsonValue::Kind::number && *number > 1)
            fields.error("format-version", *version,
                         "the file is in version " + version->text +
                             " of the native format, and this program reads version 1; "
                             "use a newer actormap");
        else if (version)
            fields.error("format-version", *version, "'actormap' is the format's version; give 1");
        return false;
    }

    /// Reports a list item that is no object.
    bool is_object(const JsonValue& item, const char* what) {
        if (item.kind == JsonValue::Kind::object) return true;
        context_.diagnostics.error(
            "json-type", context_.position(item),
            std::string(what) + " is " + describe(item.kind) + "; give an object");
        return false;
    }

    static Tlp read_marking(Fields& fields, Tlp otherwise) {
        return fields.word("marking", parse_tlp, tlp_words).value_or(otherwise);
    }

    void read_speaker(const JsonValue& item) {
        if (!is_object(item, "a speaker")) return;
        Fields fields(context_, item, "a speaker");
        SpeakerDraft draft;
        Speaker& speaker = draft.speaker;
        speaker.id = fields.id("id", true);
        fields.rename("speaker " + quote(speaker.id));
        speaker.name = fields.text("name");
        if (speaker.name.empty()) speaker.name = speaker.id;
        if (!item.find("kind"))
            fields.missing("kind", "give government, vendor, press or the like");
        speaker.kind = fields.word("kind", parse_speaker_kind, kind_words).value_or(speaker.kind);
        speaker.country = fields.country("country");
        draft.entity = fields.reference("entity", false);
        speaker.properties = fields.rest();
        speaker.place = fields.place();
        if (!speaker.id.empty()) builder_.add(std::move(draft));
    }

    void read_source(const JsonValue& item) {
        if (!is_object(item, "a source")) return;
        Fields fields(context_, item, "a source");
        SourceDraft draft;
        Source& source = draft.source;
        source.id = fields.id("id", true);
        fields.rename("source " + quote(source.id));
        draft.publisher = fields.reference("publisher", true);
        source.date = fields.date("date");
        source.title = fields.text("title");
        source.url = fields.url("url");
        source.archive_url = fields.url("archive_url");
        source.reliability = read_reliability(fields);
        source.marking = read_marking(fields, marking_);
        source.properties = fields.rest();
        source.place = fields.place();
        if (!source.id.empty() && !draft.publisher.id.empty()) builder_.add(std::move(draft));
    }

    static std::optional<char> read_reliability(Fields& fields) {
        const auto parse = +[](std::string_view text) {
            const bool known = text.size() == 1 && text[0] >= 'A' && text[0] <= 'F';
            return known ? std::optional(text[0]) : std::nullopt;
        };
        return fields.word<char>("reliability", parse, {"A", "B", "C", "D", "E", "F"});
    }

    void read_entity(const JsonValue& item) {
        if (!is_object(item, "an entity")) return;
        Fields fields(context_, item, "an entity");
        EntityDraft draft;
        Entity& entity = draft.entity;
        entity.id = fields.id("id", true);
        fields.rename("entity " + quote(entity.id));
        entity.type = fields.text("type");
        const JsonValue* type = item.find("type");
        if (!type || (type->kind == JsonValue::Kind::text && type->text.empty()))
            fields.error("entity-type", item,
                         fields.what() + " has no type; give one of STIX's object types");
        entity.name = fields.text("name");
        if (entity.name.empty()) entity.name = entity.id;
        entity.description = fields.text("description");
        entity.undefined = fields.truth("undefined");
        entity.roles = fields.texts("roles");
        std::sort(entity.roles.begin(), entity.roles.end());
        entity.roles.erase(std::unique(entity.roles.begin(), entity.roles.end()),
                           entity.roles.end());
        entity.country = fields.country("country");
        entity.marking = read_marking(fields, marking_);
        for (const JsonValue& name : fields.objects("names")) read_name(name, fields, draft);
        entity.properties = fields.rest();
        entity.place = fields.place();
        if (!entity.id.empty() && !entity.type.empty()) builder_.add(std::move(draft));
    }

    void read_name(const JsonValue& item, const Fields& of, EntityDraft& entity) {
        if (!is_object(item, "a name")) return;
        Fields fields(context_, item, "a name of " + of.what());
        NameDraft draft;
        Name& name = draft.name;
        name.name = fields.required_text("name", "give the name");
        draft.by = fields.reference("by", false);
        name.since = fields.date("since");
        name.until = fields.date("until");
        name.marking = read_marking(fields, marking_);
        for (const JsonValue& claim : fields.objects("claims")) read_claim(claim, draft.claims);
        name.properties = fields.rest();
        name.place = fields.place();
        if (!name.name.empty()) entity.names.push_back(std::move(draft));
    }

    void read_relation(const JsonValue& item) {
        if (!is_object(item, "a relation")) return;
        Fields fields(context_, item, "a relation");
        RelationDraft draft;
        Relation& relation = draft.relation;
        relation.id = fields.id("id", false);
        draft.from = fields.reference("from", true);
        draft.to = fields.reference("to", true);
        fields.rename("the relation from " + quote(draft.from.id) + " to " + quote(draft.to.id));
        relation.type = fields.id("type", true);
        relation.when = {fields.date("start"), fields.date("stop")};
        relation.description = fields.text("description");
        relation.marking = read_marking(fields, marking_);
        bool whole = true;
        for (const JsonValue& claim : fields.objects("claims"))
            whole = read_claim(claim, draft.claims) && whole;
        relation.properties = fields.rest();
        relation.place = fields.place();
        // One whose claims are all faulty must not look as if its file asserted it.
        const bool lost_claims = !whole && draft.claims.empty();
        if (fields.good() && !lost_claims) builder_.add(std::move(draft));
    }

    bool read_claim(const JsonValue& item, std::vector<ClaimDraft>& claims) {
        if (!is_object(item, "a claim")) return false;
        Fields fields(context_, item, "a claim");
        ClaimDraft draft;
        Claim& claim = draft.claim;
        claim.id = fields.id("id", false);
        draft.by = fields.reference("by", false);
        draft.source = fields.reference("source", false);
        claim.date = fields.date("date");
        claim.stance = fields.word("stance", parse_stance, stance_words).value_or(Stance::asserts);
        if (const JsonValue* value = fields.take("confidence"))
            claim.confidence = read_confidence(context_, fields, *value);
        claim.locator = fields.text("locator");
        claim.excerpt = fields.text("excerpt");
        claim.note = fields.text("note");
        draft.cites = fields.reference("cites", false);
        claim.marking = read_marking(fields, Tlp::clear);
        claim.properties = fields.rest();
        claim.place = fields.place();
        if (fields.good()) claims.push_back(std::move(draft));
        return fields.good();
    }

    void read_judgement(const JsonValue& item) {
        if (!is_object(item, "a judgement")) return;
        Fields fields(context_, item, "a judgement");
        JudgementDraft draft;
        Judgement& judgement = draft.judgement;
        read_judged(fields, judgement);
        if (!item.find("verdict")) fields.missing("verdict", "give same, different or unsure");
        judgement.verdict =
            fields.word("verdict", parse_verdict, verdict_words).value_or(Verdict::unsure);
        draft.by = fields.reference("by", false);
        draft.source = fields.reference("source", false);
        judgement.date = fields.date("date");
        judgement.note = fields.text("note");
        judgement.properties = fields.rest();
        judgement.place = fields.place();
        if (fields.good()) builder_.add(std::move(draft));
    }

    /// The two entities that a judgement is about.
    static void read_judged(Fields& fields, Judgement& judgement) {
        const JsonValue* value = fields.take("entities");
        if (!value) return fields.missing("entities", "give the ids of two");
        const auto is_good = [](const JsonValue& item) {
            return item.kind == JsonValue::Kind::text && is_id(item.text);
        };
        const auto& items = value->items;
        if (items.size() != 2 || !is_good(items[0]) || !is_good(items[1]) ||
            items[0].text == items[1].text)
            return fields.error("judgement-entities", *value,
                                "'entities' of a judgement is a list of the ids of two different "
                                "entities; correct it");
        judgement.first = items[0].text;
        judgement.second = items[1].text;
    }

    ReadContext context_;
    GraphBuilder& builder_;
    Tlp marking_ = Tlp::clear;
};

}  // namespace

void read_native(const JsonValue& document, const std::string& file, GraphBuilder& builder,
                 Diagnostics& diagnostics) {
    const std::uint32_t index = builder.begin({file, "native", true});
    NativeReader({file, index, diagnostics}, builder).read(document);
}

bool read_native_record(std::string_view kind, const JsonValue& record, ReadContext context,
                        GraphBuilder& builder) {
    return NativeReader(context, builder).read_record(kind, record);
}

}  // namespace actormap
