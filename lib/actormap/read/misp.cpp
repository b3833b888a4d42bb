#include <actormap/base/text.hpp>
#include <actormap/model/unite.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/misp.hpp>
#include <actormap/read/misp_record.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace actormap {
namespace {

/// Lower-case letters, digits and hyphens, as STIX has it.
bool is_type(std::string_view text) {
    constexpr std::size_t longest = 250;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

}  // namespace

class MispReader::Call {
  public:
    Call(GraphBuilder& builder, Diagnostics& diagnostics)
        : builder_(builder), diagnostics_(diagnostics), pending_(builder) {}

    void read(const JsonValue& document, const std::string& file) {
        const ReadContext context{file, builder_.begin({file, "misp", false}), diagnostics_};
        if (document.kind != JsonValue::Kind::object) {
            diagnostics_.error("json-type", context.position(document),
                               "a cluster is " + describe(document.kind) + "; give an object");
            return;
        }
        Fields fields(context, document, "the cluster");
        const std::string type = fields.required_text("type", "say what its values are");
        if (type.empty()) return;
        if (!is_type(type)) {
            fields.error("misp-type", *document.find("type"),
                         quote(type) +
                             " is no type of a cluster; give lower-case letters, digits "
                             "and hyphens");
            return;
        }
        MispCluster cluster{context, type, misp_entity_type(type), "misp-galaxy:" + type,
                            misp_kind(type)};
        add_speaker(context.place(document));
        add_source(document, fields, cluster);
        for (const JsonValue& item : fields.objects("values")) {
            if (item.kind == JsonValue::Kind::object)
                read_misp_value(cluster, builder_, pending_, item);
            else
                diagnostics_.error("json-type", context.position(item),
                                   "a value is " + describe(item.kind) + "; give an object");
        }
    }

    void link() { pending_.link(); }

  private:
    void add_speaker(const Place& place) {
        if (std::exchange(has_speaker_, true)) return;
        SpeakerDraft draft;
        draft.speaker.id = std::string(misp_speaker);
        draft.speaker.name = "MISP galaxy";
        draft.speaker.kind = SpeakerKind::database;
        draft.speaker.place = place;
        builder_.add(std::move(draft));
    }

    void add_source(const JsonValue& document, Fields& fields, const MispCluster& cluster) {
        SourceDraft draft;
        Source& source = draft.source;
        source.id = cluster.source;
        source.title = fields.text("name");
        source.place = fields.place();
        draft.publisher = {std::string(misp_speaker), fields.place()};
        constexpr std::array<std::string_view, 6> known{"uuid",    "version",     "category",
                                                        "authors", "description", "source"};
        MispLeftovers left;
        for (const JsonMember& member : document.members) {
            const JsonValue& value = member.value;
            if (member.name == "values" || member.name == "type" || member.name == "name") continue;
            if (member.name == "source" && value.kind == JsonValue::Kind::text &&
                is_web_address(value.text)) {
                source.url = value.text;
            } else if (std::find(known.begin(), known.end(), member.name) != known.end()) {
                set_property(source.properties, {member.name, to_json(value)});
            } else {
                left.add(member.name, to_json(value));
                builder_.findings().add("unknown-property", cluster.context.position(value),
                                        quote(member.name));
            }
        }
        if (!left.empty()) set_property(source.properties, {"x_misp", left.json()});
        builder_.add(std::move(draft));
    }

    GraphBuilder& builder_;
    Diagnostics& diagnostics_;
    MispPending pending_;
    bool has_speaker_ = false;
};

bool is_misp(const JsonValue& document) {
    const JsonValue* values = document.find("values");
    return values && values->kind == JsonValue::Kind::list && !document.find("actormap") &&
           (document.find("type") || document.find("uuid"));
}

MispReader::MispReader(GraphBuilder& builder, Diagnostics& diagnostics)
    : call_(std::make_unique<Call>(builder, diagnostics)) {}
MispReader::~MispReader() = default;

void MispReader::read(const JsonValue& document, const std::string& file) {
    call_->read(document, file);
}

void MispReader::link() {
    call_->link();
}

}  // namespace actormap
