#include <actormap/base/number.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/model/web_address.hpp>
#include <actormap/write/stix_sayings.hpp>
#include <actormap/write/stix_words.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

struct Reference {
    std::string name;
    std::string url;
    std::string description;

    [[nodiscard]] bool linked() const { return is_cited_address(url); }
};

std::string text_in(const nlohmann::json& object, const char* name) {
    const auto at = object.find(name);
    return at == object.end() || !at->is_string() ? std::string() : at->get<std::string>();
}

std::vector<Reference> references_of(const Properties& properties) {
    std::vector<Reference> references;
    const auto json = properties.find("external_references");
    if (!json || !json->starts_with('[')) return references;
    for (const nlohmann::json& reference : nlohmann::json::parse(*json)) {
        if (!reference.is_object()) continue;
        references.push_back({text_in(reference, "source_name"), text_in(reference, "url"),
                              text_in(reference, "description")});
    }
    return references;
}

/// The stance of an opinion; nothing for a neutral one.
std::optional<Stance> stance_of(const std::string& opinion) {
    if (opinion == "agree" || opinion == "strongly-agree") return Stance::supports;
    if (opinion == "disagree" || opinion == "strongly-disagree") return Stance::disputes;
    return std::nullopt;
}

/// A STIX confidence that is one.
std::optional<Confidence> confidence_of(const Properties& properties) {
    const auto value = parse_count(properties.find("confidence").value_or(""));
    if (!value || *value > 100) return std::nullopt;
    return confidence_number(static_cast<std::uint8_t>(*value));
}

}  // namespace

void StixSayings::forget() {
    referrers_.clear();
    described_.clear();
}

void StixSayings::refer(EntityId referrer, const std::string& relationship) {
    referrers_[relationship].push_back(referrer);
}

const std::vector<EntityId>& StixSayings::referrers(const Relation& relation) const {
    static const std::vector<EntityId> none;
    const auto at = referrers_.find(std::string(std::string_view(relation.id)));
    return at == referrers_.end() ? none : at->second;
}

std::set<StixSaid> StixSayings::of(const Properties& object) {
    StixSaid own;
    own.by = creator(object);
    own.date = day_of_property(object, "created");
    own.confidence = confidence_of(object);
    std::set<StixSaid> claims;
    for (const Reference& reference : references_of(object)) {
        if (!reference.linked() && reference.description.empty()) continue;
        StixSaid cited = own;
        Described source;
        if (reference.linked()) {
            const WebOrigin origin = web_origin(reference.url);
            const bool titled = !reference.description.empty();
            cited.source = source_id("", "", reference.url);
            source = {origin.host,
                      {},
                      origin.url,
                      origin.archive_url,
                      {titled ? reference.description : reference.name}};
        } else {
            cited.source = source_id(own.by, reference.name + ": " + reference.description, "");
            source = {own.by, {}, {}, {}, {reference.description}};
        }
        const auto [at, fresh] = described_.try_emplace(cited.source, source);
        if (!fresh) at->second.titles.merge(source.titles);
        claims.insert(std::move(cited));
    }
    if (claims.empty()) claims.insert(std::move(own));
    return claims;
}

std::set<StixSaid> StixSayings::of(const Relation& relation) {
    std::set<StixSaid> claims = of(relation.properties);
    for (const EntityId referrer : referrers(relation)) {
        if (auto said = by(graph_[referrer], relation)) claims.insert(*std::move(said));
    }
    return claims;
}

std::optional<StixSaid> StixSayings::by(const Entity& referrer, const Relation& relation) {
    return referrer.type == "report" ? by_report(referrer) : by_opinion(referrer, relation);
}

StixSaid StixSayings::by_report(const Entity& report) {
    StixSaid said;
    said.by = creator(report.properties);
    said.source = report.id;
    said.date = day_of_property(report.properties, "published");
    said.confidence = confidence_of(report.properties);
    Described source{said.by, said.date, {}, {}, {}, report.marking};
    source.titles.insert(report.name == report.id ? std::string() : report.name);
    for (const Reference& reference : references_of(report.properties)) {
        if (source.url.empty() && reference.linked()) source.url = reference.url;
    }
    described_.try_emplace(report.id, std::move(source));
    return said;
}

std::optional<StixSaid> StixSayings::by_opinion(const Entity& opinion,
                                                const Relation& relation) const {
    const auto stance = stance_of(property_text(opinion.properties, "opinion"));
    if (!stance) return std::nullopt;
    StixSaid said;
    said.by = creator(opinion.properties);
    said.date = day_of_property(opinion.properties, "created");
    const bool of_an_end = said.by == graph_[relation.from].id || said.by == graph_[relation.to].id;
    said.stance = *stance == Stance::disputes && of_an_end ? Stance::denies : *stance;
    said.confidence = confidence_of(opinion.properties);
    said.excerpt = property_text(opinion.properties, "explanation");
    return said;
}

std::optional<StixSaid> StixSayings::said(const Claim& claim) const {
    if (!claim.id.empty() || !claim.locator.empty() || !claim.note.empty() || claim.cites ||
        claim.marking != Tlp::clear || !claim.properties.empty())
        return std::nullopt;
    StixSaid said;
    said.by = key(graph_[claim.by]);
    if (claim.source) said.source = key(graph_[*claim.source]);
    said.date = claim.date;
    said.stance = claim.stance;
    said.confidence = claim.confidence;
    said.excerpt = std::string(std::string_view(claim.excerpt));
    return said;
}

bool StixSayings::describes(const Source& source) const {
    const auto at = described_.find(key(source));
    if (at == described_.end()) return false;
    const Described& told = at->second;
    return key(graph_[source.publisher]) == told.publisher && source.date == told.date &&
           source.url == told.url && source.archive_url == told.archive_url &&
           told.titles.contains(source.title) && source.marking == told.marking;
}

bool StixSayings::is_file(const Speaker& speaker) {
    return speaker.id.starts_with(any_file) && speaker.name == speaker.id &&
           speaker.kind == SpeakerKind::database && speaker.country.empty() && !speaker.entity &&
           speaker.properties.empty();
}

std::string StixSayings::creator(const Properties& object) {
    std::string by = property_text(object, "created_by_ref");
    return by.empty() ? std::string(any_file) : by;
}

std::string StixSayings::key(const Speaker& speaker) {
    return is_file(speaker) ? std::string(any_file) : speaker.id;
}

std::string StixSayings::key(const Source& source) const {
    const Speaker& publisher = graph_[source.publisher];
    const bool by_file = is_file(publisher) && source.id.starts_with(publisher.id + ": ");
    return by_file ? std::string(any_file) + source.id.substr(publisher.id.size()) : source.id;
}

}  // namespace actormap
