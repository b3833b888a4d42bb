#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_late.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// The ids of relations among the objects that are referred to, a line each.
std::string relations_in(StixObject& object) {
    std::string ids;
    const StixObject::Field* list = object.find(StixMember::object_refs);
    if (!list || !is_json_list(list->json)) return ids;
    JsonWalk walk(list->json);
    while (const auto item = walk.next_item()) {
        if (!is_json_text(*item)) continue;
        const std::string_view id = object.content(*item);
        const bool relation =
            id.starts_with("relationship--") && id.find('\n') == std::string_view::npos;
        if (relation) ids.append(id) += '\n';
    }
    return ids;
}

enum class Opinion { none, agrees, disagrees, odd };

Opinion opinion_of(std::string_view word) {
    if (word == "strongly-agree" || word == "agree") return Opinion::agrees;
    if (word == "strongly-disagree" || word == "disagree") return Opinion::disagrees;
    return word == "neutral" ? Opinion::none : Opinion::odd;
}

}  // namespace

void StixLate::add(StixObject& object, std::string_view id, std::string_view type) {
    Pending pending;
    pending.report = type == "report";
    if (!pending.report) {
        const StixObject::Field* word = object.find(StixMember::opinion);
        const Opinion opinion = opinion_of(object.text(StixMember::opinion));
        if (word && opinion == Opinion::odd) session_.uninterpreted(object, *word);
        if (opinion == Opinion::none || opinion == Opinion::odd) return;
        pending.agrees = opinion == Opinion::agrees;
    }
    pending.relations = relations_in(object);
    if (pending.relations.empty()) return;
    pending.id = id;
    pending.claim = session_.claim(object);
    if (pending.report) {
        Source& source = pending.source.source;
        source.id = id;
        source.place = pending.claim.claim.place;
        source.date = session_.day(object, StixMember::published);
        source.title = object.text(StixMember::name);
        source.url = session_.first_url(object);
        source.marking = session_.marking(object, {});
        pending.source.publisher = pending.claim.by;
        pending.claim.source = {source.id, source.place};
        pending.claim.claim.date = source.date;
    } else {
        pending.claim.claim.excerpt = object.text(StixMember::explanation);
    }
    pending_.push_back(std::move(pending));
}

void StixLate::forget(std::string_view id) {
    std::erase_if(pending_, [&](const Pending& pending) { return pending.id == id; });
}

void StixLate::finish() {
    for (Pending& pending : pending_) finish(pending);
    pending_.clear();
}

void StixLate::finish(Pending& pending) {
    bool used = false;
    std::string_view rest = pending.relations;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        used = finish(pending, rest.substr(0, end)) || used;
        rest.remove_prefix(end + 1);
    }
    if (used && pending.report) session_.builder.add(std::move(pending.source));
}

bool StixLate::finish(Pending& pending, std::string_view relation) {
    const auto known = session_.builder.find(relation);
    if (!known || !known->relation) return false;
    ClaimDraft claim = pending.claim;
    if (!pending.report) {
        const bool accused = claim.by.id == known->from || claim.by.id == known->to;
        claim.claim.stance = pending.agrees ? Stance::supports
                             : accused      ? Stance::denies
                                            : Stance::disputes;
    }
    return session_.builder.add_claim(relation, std::move(claim));
}

}  // namespace actormap
