#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_records.hpp>

namespace actormap {

/// A text that a record cannot do without and that can be an id; reports it otherwise.
std::string_view StixRecords::required(StixObject& object, StixMember member, const char* name) {
    const StixObject::Field* field = object.find(member);
    if (!field) {
        session_.error("property-missing", object.spot(),
                       "the relationship " + quote(object.text(StixMember::id)) + " has no '" +
                           name + "'; give it");
        return {};
    }
    if (!is_json_text(field->json)) {
        session_.error("json-type", object.spot(*field),
                       std::string("'") + name + "' is no text; give a text");
        return {};
    }
    const std::string_view text = object.text(member);
    object.take(member);
    if (is_id(text)) return text;
    session_.error("id-invalid", object.spot(*field),
                   std::string("'") + name + "' is " + quote(text) +
                       "; it is 1 to 500 bytes without control characters");
    return {};
}

void StixRecords::read_relation(StixObject& object, std::string_view id) {
    RelationDraft draft;
    Relation& relation = draft.relation;
    const std::string_view type =
        required(object, StixMember::relationship_type, "relationship_type");
    const std::string_view from = required(object, StixMember::source_ref, "source_ref");
    const std::string_view to = required(object, StixMember::target_ref, "target_ref");
    if (type.empty() || from.empty() || to.empty()) return;
    const Version order = version(object, id, true);
    if (order == Version::older) return;

    relation.place = session_.place(object.spot());
    relation.id = id;
    relation.type = type;
    draft.from = {std::string(from),
                  session_.place(object.spot(*object.find(StixMember::source_ref)))};
    draft.to = {std::string(to), session_.place(object.spot(*object.find(StixMember::target_ref)))};
    relation.when = session_.interval(object, StixMember::start_time, StixMember::stop_time);
    relation.marking = session_.marking(object, id);
    if (from == to)
        session_.note("self-reference", object.spot(),
                      [&] { return quote(id) + " leads from " + quote(from) + " to itself"; });
    draft.claims = session_.claims(object, session_.claim(object));
    check_properties(object, "relationship");
    session_.follow_references(object);
    take_common(object);
    relation.description = object.text(StixMember::description);
    if (!relation.description.empty()) object.take(StixMember::description);
    relation.properties = object.properties(StixRecord::relation);
    if (order == Version::newer)
        session_.builder.replace(std::move(draft));
    else
        session_.builder.add(std::move(draft));
}

/// The relations that a sighting stands for. They have no id: the sighting says what they say.
void StixRecords::read_sighting(StixObject& object, std::string_view id) {
    RelationDraft like;
    like.relation.place = session_.place(object.spot());
    like.relation.when = session_.interval(object, StixMember::first_seen, StixMember::last_seen);
    like.relation.marking = session_.marking(object, {});
    like.claims = session_.claims(object, session_.claim(object));
    relate(std::string(id), "sighting-of", object.text(StixMember::sighting_of_ref), like);
    const StixObject::Field* where = object.find(StixMember::where_sighted_refs);
    if (!where || !is_json_list(where->json)) return;
    JsonWalk walk(where->json);
    while (const auto item = walk.next_item()) {
        if (is_json_text(*item))
            relate(std::string(id), "where-sighted", object.content(*item), like);
    }
}

void StixRecords::relate(const std::string& from, const char* type, std::string_view to,
                         const RelationDraft& like) {
    if (!is_id(to)) return;
    RelationDraft draft = like;
    draft.relation.type = type;
    draft.from = {from, like.relation.place};
    draft.to = {std::string(to), like.relation.place};
    session_.builder.add(std::move(draft));
}

}  // namespace actormap
