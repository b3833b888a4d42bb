#include <actormap/model/source_id.hpp>
#include <actormap/model/web_address.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_session.hpp>

#include <algorithm>

// External references: those of relations are the sources of their claims.

namespace actormap {
namespace {

struct ExternalReference {
    std::string url;  ///< a web address
    std::string description;
    std::string source_name;
};

ExternalReference read_reference(std::string_view json) {
    ExternalReference reference;
    std::string scratch;
    JsonWalk walk(json);
    while (const auto member = walk.next_member()) {
        if (!is_json_text(member->value)) continue;
        const std::string_view name = json_content(member->name, scratch);
        std::string* const to = name == "url"           ? &reference.url
                                : name == "description" ? &reference.description
                                : name == "source_name" ? &reference.source_name
                                                        : nullptr;
        if (to) *to = json_content(member->value, scratch);
    }
    if (!is_web_address(reference.url)) reference.url.clear();
    return reference;
}

/// Calls `visit` with each object of a list.
template <typename Visit>
bool each_object(const StixObject::Field* list, const Visit& visit) {
    if (!list) return true;
    if (!is_json_list(list->json)) return false;
    bool good = true;
    JsonWalk walk(list->json);
    while (const auto item = walk.next_item()) {
        if (is_json_object(*item))
            visit(*item);
        else
            good = false;
    }
    return good;
}

}  // namespace

std::vector<ClaimDraft> StixSession::claims(StixObject& object, const ClaimDraft& like) {
    std::vector<ClaimDraft> claims;
    const StixObject::Field* list = object.find(StixMember::external_references);
    const bool good = each_object(list, [&](std::string_view item) {
        const std::string id = source_of(object, item);
        const bool known = std::any_of(claims.begin(), claims.end(), [&](const ClaimDraft& claim) {
            return claim.source.id == id;
        });
        if (id.empty() || known) return;
        claims.push_back(like);
        claims.back().source = {id, like.claim.place};
    });
    if (!good) uninterpreted(object, *list);
    if (claims.empty()) claims.push_back(like);
    return claims;
}

std::string StixSession::first_url(StixObject& object) {
    std::string url;
    (void)each_object(object.find(StixMember::external_references), [&](std::string_view item) {
        if (url.empty()) url = read_reference(item).url;
    });
    return url;
}

/// The id of the source that a reference names, which is added if it is new; empty if it names
/// none.
std::string StixSession::source_of(StixObject& object, std::string_view json) {
    ExternalReference reference = read_reference(json);
    if (reference.url.empty() && reference.description.empty()) return {};
    SourceDraft draft;
    Source& source = draft.source;
    source.place = place(object.spot());
    if (reference.url.empty()) {
        draft.publisher = {speaker(object), source.place};
        source.title = reference.description;
        // By the creator's id: its name may not be known yet, and the order of objects must not
        // change what a source is called.
        source.id =
            source_id(draft.publisher.id, reference.source_name + ": " + reference.description, "");
    } else {
        source.id = source_id("", "", reference.url);
        if (sources_.contains(source.id)) return source.id;
        const WebOrigin origin = web_origin(reference.url);
        source.url = origin.url;
        source.archive_url = origin.archive_url;
        source.title =
            reference.description.empty() ? reference.source_name : reference.description;
        const std::string host = is_id(origin.host) ? origin.host : speaker(object);
        draft.publisher = {host, source.place};
        if (host == origin.host && hosts_.insert(host).second) {
            SpeakerDraft publisher;
            publisher.speaker.id = publisher.speaker.name = host;
            publisher.speaker.place = source.place;
            publisher.kind_assumed = true;
            builder.add(std::move(publisher));
        }
    }
    std::string id = source.id;
    if (sources_.insert(id).second) builder.add(std::move(draft));
    return id;
}

}  // namespace actormap
