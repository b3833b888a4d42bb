#include <actormap/base/text.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/write/stix_render.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>

// What a bundle shows of claims: the speakers, the sources, the opinions, what a relation says of
// its claims, and which objects they date.

namespace actormap {
namespace {

std::string_view identity_class(SpeakerKind kind) {
    if (kind == SpeakerKind::database) return "system";
    return kind == SpeakerKind::researcher ? "unspecified" : "organization";
}

std::string_view opinion_of(Stance stance) {
    switch (stance) {
        case Stance::disputes:
            return "disagree";
        case Stance::denies:
            return "strongly-disagree";
        case Stance::supports:
            return "agree";
        default:
            return {};
    }
}

PartialDate earlier(const PartialDate& a, const PartialDate& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    return b.first_day() < a.first_day() ? b : a;
}

}  // namespace

/// The first claim that carries a relation says by whom it is and how sure; a relation that none
/// carries is believed by nobody.
void StixRenderer::attribute(BundleObject& object, ClaimRange range) const {
    std::vector<std::string> references;
    const Claim* carrying = nullptr;
    for (const Claim& claim : graph_.claims(range)) {
        if (!carrying && carries(claim.stance)) carrying = &claim;
        if (!claim.source) continue;
        const std::string text = reference(*claim.source);
        if (std::find(references.begin(), references.end(), text) == references.end())
            references.push_back(text);
    }
    if (!references.empty()) object.set("external_references", json_list(references));
    if (!carrying) {
        object.set("confidence", "0");
        return;
    }
    object.text("created_by_ref", ids_.of(carrying->by));
    if (carrying->confidence) object.set("confidence", std::to_string(carrying->confidence->value));
}

std::string StixRenderer::reference(SourceId id) const {
    const Source& source = graph_[id];
    std::string text =
        "{ \"source_name\": " + json_string(graph_[source.publisher].name) +
        ", \"description\": " + json_string(source.title.empty() ? source.id : source.title);
    if (!source.url.empty()) text += ", \"url\": " + json_string(stix_address(source.url));
    return text + " }";
}

BundleObject StixRenderer::object(SpeakerId id, const std::string& object_id) const {
    const Speaker& speaker = graph_[id];
    BundleObject object("identity", object_id);
    const auto at = spoken_.find(id);
    date(object, at == spoken_.end() ? PartialDate() : at->second);
    object.text("name", speaker.name);
    object.text("identity_class", identity_class(speaker.kind));
    return object;
}

BundleObject StixRenderer::object(SourceId id) const {
    const Source& source = graph_[id];
    BundleObject object("report", ids_.of(id));
    const auto at = cited_.find(id);
    const PartialDate first = at == cited_.end() ? PartialDate() : at->second;
    date(object, source.date.empty() ? first : source.date);
    object.text("created_by_ref", ids_.of(source.publisher));
    object.text("name", source.title.empty() ? source.id : source.title);
    object.set("published", object.json("created"));
    const auto about = about_.find(id);
    const std::vector<std::string> refs =
        about == about_.end()
            ? std::vector<std::string>{ids_.of(source.publisher)}
            : std::vector<std::string>(about->second.begin(), about->second.end());
    object.set("object_refs", json_texts(refs));
    if (!source.url.empty()) object.set("external_references", '[' + reference(id) + ']');
    object.mark(source.marking);
    return object;
}

std::vector<BundleObject> StixRenderer::opinions(RelationId id) const {
    std::vector<BundleObject> opinions;
    std::set<std::string> keys;
    for (const Claim& claim : graph_.claims(graph_[id].claims)) {
        const std::string_view opinion = opinion_of(claim.stance);
        if (opinion.empty()) continue;
        const std::string source = claim.source ? graph_[*claim.source].id : std::string();
        std::string key = "opinion\x1f" + ids_.of(id) + '\x1f' + graph_[claim.by].id + '\x1f' +
                          source + '\x1f' + to_string(claim.date) + '\x1f' + std::string(opinion);
        while (!keys.insert(key).second) key += '+';
        BundleObject object("opinion", "opinion--" + uuid5(key));
        date(object, claim.date);
        object.text("created_by_ref", ids_.of(claim.by));
        object.text("explanation", claim.excerpt.empty() ? std::string_view(claim.note)
                                                         : std::string_view(claim.excerpt));
        object.text("opinion", opinion);
        if (claim.confidence) object.set("confidence", std::to_string(claim.confidence->value));
        object.set("object_refs", json_texts({ids_.of(id)}));
        if (claim.source) object.set("external_references", '[' + reference(*claim.source) + ']');
        object.mark(std::max(graph_[id].marking, graph_.marking(claim)));
        object.only_renders();
        opinions.push_back(std::move(object));
    }
    return opinions;
}

/// By the claims about its names; without any, by those about its relations.
void StixRenderer::date_entity(BundleObject& object, EntityId id) const {
    std::vector<ClaimRange> own, around;
    for (const Name& name : graph_[id].names) own.push_back(name.claims);
    for (const RelationId relation : graph_.relations_of(id))
        around.push_back(graph_[relation].claims);
    date_first(object, own);
    if (!object.has("created")) date_first(object, around);
    if (!object.has("created")) date(object, {});
}

/// Dates an object by the earliest of the claims, if any has a date.
void StixRenderer::date_first(BundleObject& object, const std::vector<ClaimRange>& ranges) const {
    PartialDate first;
    for (const ClaimRange range : ranges)
        for (const Claim& claim : graph_.claims(range)) first = earlier(first, claim.date);
    if (!first.empty()) date(object, first);
}

void StixRenderer::index_claims() {
    for (std::size_t r = 0; r < graph_.relations().size(); ++r) {
        const auto id = static_cast<RelationId>(r);
        if (!told_.derived(id)) index(graph_[id].claims, ids_.of(id));
    }
    for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
        for (const Name& name : graph_.entities()[e].names)
            index(name.claims, ids_.of(static_cast<EntityId>(e)));
    }
}

void StixRenderer::index(ClaimRange range, const std::string& about) {
    for (const Claim& claim : graph_.claims(range)) {
        spoken_[claim.by] = earlier(spoken_[claim.by], claim.date);
        if (!claim.source) continue;
        cited_[*claim.source] = earlier(cited_[*claim.source], claim.date);
        about_[*claim.source].insert(about);
    }
}

}  // namespace actormap
