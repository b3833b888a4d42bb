#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/misp_record.hpp>

#include <algorithm>
#include <array>

namespace actormap {
namespace {

/// What a list of names is also called.
constexpr std::array<std::string_view, 2> synonyms{"synonyms", "synomyms"};

bool is_actor(std::string_view entity_type) {
    return entity_type == "threat-actor" || entity_type == "intrusion-set";
}

/// "NAME:uuid" cut at its last colon; empty if it is no such text.
std::pair<std::string_view, std::string> split_attribution(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || !is_uuid(text.substr(colon + 1)))
        return {};
    return {text.substr(0, colon), lower_uuid(text.substr(colon + 1))};
}

}  // namespace

void MispLeftovers::add(std::string_view name, std::string_view json) {
    text_ += text_.empty() ? "" : ",";
    (text_ += json_string(name)) += ':';
    text_ += json;
}

std::string misp_entity_type(std::string_view type) {
    if (type == "microsoft-activity-group" || type == "360net-threat-actor") return "threat-actor";
    if (type == "country" || type == "region" || type == "target-information") return "location";
    if (type == "sector" || type == "producer") return "identity";
    std::string_view rest = type;
    constexpr std::string_view mitre = "mitre-";
    if (!rest.starts_with(mitre)) return std::string(type);
    rest.remove_prefix(mitre.size());
    for (const std::string_view domain : {"enterprise-attack-", "mobile-attack-", "pre-attack-"}) {
        if (rest.starts_with(domain)) rest.remove_prefix(domain.size());
    }
    if (is_stix_entity_type(rest)) return std::string(rest);
    for (const std::string_view own : {"data-source", "data-component", "tactic", "asset"}) {
        if (rest == own) return "x-mitre-" + std::string(own);
    }
    return std::string(type);
}

MispCluster::Kind misp_kind(std::string_view type) {
    using Kind = MispCluster::Kind;
    if (type == "country") return Kind::country;
    if (type == "target-information") return Kind::target;
    if (type == "region") return Kind::region;
    if (type == "sector") return Kind::sector;
    if (type == "producer") return Kind::producer;
    return is_actor(misp_entity_type(type)) ? Kind::actor : Kind::other;
}

ClaimDraft MispRecord::claim(const Place& at, std::string_view locator) const {
    ClaimDraft draft;
    draft.claim.locator = std::string(locator);
    draft.claim.place = at;
    draft.by = {std::string(misp_speaker), at};
    draft.source = {cluster.source, at};
    return draft;
}

RelationDraft MispRecord::relation(std::string_view type, const std::string& to,
                                   std::string_view member, const MispText& text,
                                   std::string_view name) const {
    RelationDraft draft;
    draft.relation.type = std::string(type);
    draft.relation.place = text.place;
    draft.from = {id, text.place};
    draft.to = {to, text.place};
    draft.claims.push_back(claim(text.place, "meta." + std::string(member)));
    if (text.raw != name) draft.claims.back().claim.excerpt = std::string(text.raw);
    return draft;
}

void MispRecord::add_name(std::string_view name, std::string_view locator, const Place& at,
                          std::string producer, std::string vendor) {
    entity->names.push_back({std::string(name), std::string(locator), cluster.source,
                             std::move(producer), std::move(vendor), at});
}

void MispRecord::unresolved_country(std::string_view member, const MispText& text) {
    builder.findings().add("unresolved-country",
                           {cluster.context.file, text.place.line(), text.place.column()},
                           "meta." + std::string(member) + ' ' + quote(text.text));
}

void read_misp_names(MispRecord& record) {
    for (const std::string_view member : synonyms) {
        for (const MispText& text : record.meta.take(member))
            record.add_name(text.text, "meta." + std::string(member), text.place);
    }
    constexpr std::string_view attribution = "name-attribution";
    for (const MispText& text : record.meta.take(attribution)) {
        const auto [name, uuid] = split_attribution(text.text);
        if (name.empty())
            record.meta.uninterpreted(attribution, text.place, text.text);
        else
            record.add_name(name, "meta.name-attribution", text.place, "identity--" + uuid);
    }
    constexpr std::string_view origin = "origin:";
    for (const std::string_view member : record.meta.names(origin)) {
        for (const MispText& vendor : record.meta.take(member)) {
            if (member.size() == origin.size() || !is_id(vendor.text))
                record.meta.uninterpreted(member, vendor.place, vendor.text);
            else
                record.add_name(member.substr(origin.size()), "meta.origin", vendor.place, {},
                                std::string(vendor.text));
        }
    }
}

}  // namespace actormap
