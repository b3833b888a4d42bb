#include <actormap/base/text.hpp>
#include <actormap/model/properties.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/misp_record.hpp>

namespace actormap {
namespace {

/// The words of estimative language (US Intelligence Community Directive 203) in percent, as MISP's
/// taxonomy `estimative-language` spells them.
struct Likelihood {
    std::string_view word;
    std::uint8_t low, high;
};
constexpr Likelihood likelihoods[] = {{"almost-no-chance", 1, 5}, {"very-unlikely", 5, 20},
                                      {"unlikely", 20, 45},       {"roughly-even-chance", 45, 55},
                                      {"likely", 55, 80},         {"very-likely", 80, 95},
                                      {"almost-certain", 95, 99}};

std::optional<Confidence> likelihood(std::string_view tag) {
    constexpr std::string_view predicate = "estimative-language:likelihood-probability=\"";
    if (!tag.starts_with(predicate) || !tag.ends_with('"')) return std::nullopt;
    tag.remove_prefix(predicate.size());
    if (tag.empty()) return std::nullopt;
    tag.remove_suffix(1);
    for (const Likelihood& known : likelihoods) {
        if (known.word == tag) return confidence_range(std::string(tag), known.low, known.high);
    }
    return std::nullopt;
}

class RelatedReader {
  public:
    explicit RelatedReader(MispRecord& record) : record_(record) {}

    std::string read(const JsonValue& related) {
        if (related.kind != JsonValue::Kind::list) {
            uninterpreted(related);
            return to_json(related);
        }
        std::string left;
        for (const JsonValue& item : related.items) {
            if (read_entry(item)) continue;
            uninterpreted(item);
            left += (left.empty() ? "" : ",") + to_json(item);
        }
        return left.empty() ? left : '[' + left + ']';
    }

  private:
    bool read_entry(const JsonValue& item) {
        const JsonValue* to = item.find("dest-uuid");
        const JsonValue* type = item.find("type");
        if (!is_id_text(to) || !is_id_text(type)) return false;
        const Place place = record_.cluster.context.place(item);
        RelationDraft draft;
        draft.relation.type = type->text;
        draft.relation.place = place;
        draft.from = {record_.id, place};
        draft.to = {is_uuid(to->text) ? lower_uuid(to->text) : to->text, place};
        draft.claims.push_back(record_.claim(place, "related"));
        Claim& claim = draft.claims.back().claim;
        MispLeftovers left;
        for (const JsonMember& member : item.members) {
            if (&member.value == to || &member.value == type) continue;
            if (member.name == "tags" && read_tags(member.value, claim)) continue;
            left.add(member.name, to_json(member.value));
        }
        if (!left.empty()) set_property(claim.properties, {"x_misp", left.json()});
        record_.pending.relate_uuid(std::move(draft), record_.cluster.type,
                                    record_.cluster.context.position(item));
        return true;
    }

    static bool is_id_text(const JsonValue* value) {
        return value && value->kind == JsonValue::Kind::text && is_id(value->text);
    }

    /// One tag of estimative language is the claim's confidence. Whether that is all there is.
    bool read_tags(const JsonValue& tags, Claim& claim) {
        if (tags.kind == JsonValue::Kind::list && tags.items.empty()) return false;
        if (tags.kind == JsonValue::Kind::list && tags.items.size() == 1 &&
            tags.items.front().kind == JsonValue::Kind::text)
            claim.confidence = likelihood(tags.items.front().text);
        if (!claim.confidence) uninterpreted(tags);
        return claim.confidence.has_value();
    }

    void uninterpreted(const JsonValue& value) {
        record_.builder.findings().add("uninterpreted-value",
                                       record_.cluster.context.position(value),
                                       "related " + quote(to_json(value)));
    }

    MispRecord& record_;
};

}  // namespace

std::string read_misp_related(MispRecord& record, const JsonValue& related) {
    return RelatedReader(record).read(related);
}

}  // namespace actormap
