#include <actormap/base/text.hpp>
#include <actormap/model/unite.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/misp_pending.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// The id if the name has one meaning, else nothing.
template <typename Ids>
std::string only_id(const Ids& ids, std::string_view name) {
    const auto at = ids.find(fold_case(name));
    return at == ids.end() || at->second.size() != 1 ? std::string() : *at->second.begin();
}

}  // namespace

MispEntity& MispPending::common(const std::string& id, const char* type, std::string_view name,
                                const Place& place) {
    const auto [at, fresh] = common_.try_emplace(id);
    Entity& entity = at->second.draft.entity;
    if (fresh) {
        entity.id = id;
        entity.type = type;
        entity.place = place;
    }
    if (fresh || name < std::string_view(entity.name)) entity.name = std::string(name);
    return at->second;
}

MispEntity& MispPending::country(const Country& country, const Place& place) {
    const std::string code(country.alpha2);
    MispEntity& made =
        common("location--" + uuid5("country:" + code), "location", country.name, place);
    made.draft.entity.country = code;
    return made;
}

std::string MispPending::state(const Country& country, const Place& place) {
    const std::string id = "threat-actor--" + uuid5("sponsor:" + std::string(country.alpha2));
    common(id, "threat-actor", std::string(country.name) + " (state)", place).draft.entity.roles = {
        "sponsor"};
    return id;
}

std::string MispPending::sponsor(std::string_view name, const Place& place) {
    const std::string id = "threat-actor--" + uuid5("sponsor:" + fold_case(name));
    common(id, "threat-actor", name, place).draft.entity.roles = {"sponsor"};
    return id;
}

std::string MispPending::victim(std::string_view name, const Place& place) {
    const std::string id = "identity--" + uuid5("victim:" + fold_case(name));
    common(id, "identity", name, place);
    return id;
}

std::string MispPending::origin(std::string_view name, const Place& place) {
    const std::string id = "location--" + uuid5("origin:" + fold_case(name));
    common(id, "location", name, place);
    return id;
}

void MispPending::locate(const std::string& state, const std::string& country, ClaimDraft claim) {
    if (!located_.emplace(state, claim.source.id).second) return;
    RelationDraft draft;
    draft.relation.type = "located-at";
    draft.relation.place = claim.claim.place;
    draft.from = {state, claim.claim.place};
    draft.to = {country, claim.claim.place};
    draft.claims.push_back(std::move(claim));
    builder_.add(std::move(draft));
}

void MispPending::know_uuid(const std::string& uuid, const std::string& type, const std::string& id,
                            const Position& where) {
    std::vector<Known>& known = by_uuid_[uuid];
    const auto same = [&](const Known& other) { return other.id == id; };
    if (std::any_of(known.begin(), known.end(), same)) return;  // the builder sees that one
    if (!known.empty())
        builder_.findings().add("duplicate", where,
                                "the uuid " + quote(uuid) + " of " + quote(known.front().id));
    known.push_back({type, id});
}

void MispPending::know_producer(std::string_view name, const std::string& id) {
    producers_[fold_case(name)].insert(id);
}

void MispPending::know_sector(std::string_view name, const std::string& id) {
    sectors_[fold_case(name)].insert(id);
}

void MispPending::relate_uuid(RelationDraft draft, const std::string& type, const Position& where) {
    related_.push_back({std::move(draft), type, where});
}

void MispPending::relate_sector(RelationDraft draft) {
    to_sectors_.push_back(std::move(draft));
}

void MispPending::link() {
    know_given_entities();
    link_sectors();
    link_related();
    for (auto& [id, entity] : common_) entities_.push_back(std::move(entity));
    for (MispEntity& entity : entities_) {
        name_entity(entity);
        builder_.add(std::move(entity.draft));
    }
    common_.clear();
    entities_.clear();
}

/// A UUID that no value has may be in the id of a STIX object.
void MispPending::know_given_entities() {
    std::unordered_map<std::string, std::vector<Known>> given;
    for (const std::string_view id : builder_.entity_ids()) {
        const std::size_t dashes = id.rfind("--");
        if (dashes == std::string_view::npos || !is_uuid(id.substr(dashes + 2))) continue;
        given[lower_uuid(id.substr(dashes + 2))].push_back(
            {std::string(id.substr(0, dashes)), std::string(id)});
    }
    for (auto& [uuid, known] : given) by_uuid_.try_emplace(uuid, std::move(known));
}

/// Of several entities with the UUID the one from the cluster that refers to it, else the least.
/// The UUID itself if there is none.
std::string MispPending::entity_of(const Related& related) const {
    const auto at = by_uuid_.find(related.draft.to.id);
    if (at == by_uuid_.end()) return related.draft.to.id;
    const auto less = [&](const Known& a, const Known& b) {
        return std::pair(a.type != related.type, a.id) < std::pair(b.type != related.type, b.id);
    };
    return std::min_element(at->second.begin(), at->second.end(), less)->id;
}

void MispPending::link_related() {
    for (Related& related : related_) {
        RelationDraft& draft = related.draft;
        draft.to.id = entity_of(related);
        if (draft.to.id == draft.from.id)
            builder_.findings().add(
                "self-reference", related.where,
                quote(draft.from.id) + ' ' + quote(draft.relation.type) + " itself");
        builder_.add(std::move(draft));
    }
    related_.clear();
}

void MispPending::link_sectors() {
    for (RelationDraft& draft : to_sectors_) {
        const std::string name = std::move(draft.to.id);
        draft.to.id = only_id(sectors_, name);
        if (draft.to.id.empty()) {
            draft.to.id = "identity--" + uuid5("sector:" + fold_case(name));
            Entity& sector = common(draft.to.id, "identity", name, draft.to.place).draft.entity;
            set_property(sector.properties, {"identity_class", "\"class\""});
        }
        builder_.add(std::move(draft));
    }
    to_sectors_.clear();
}

/// The speaker that is the producer of that name, else one of that name.
std::string MispPending::vendor(const std::string& name, const Place& place) {
    const std::string known = only_id(producers_, name);
    if (!known.empty()) return known;
    if (vendors_.insert(name).second) {
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = name;
        draft.speaker.kind = SpeakerKind::vendor;
        draft.speaker.place = place;
        draft.kind_assumed = true;
        builder_.add(std::move(draft));
    }
    return name;
}

/// Each name once for each who gave it; where it says so of nobody, once without.
void MispPending::name_entity(MispEntity& entity) {
    struct Said {
        std::map<std::string, std::set<std::string>> where;  // by source: the locators
        Place place;
    };
    std::map<std::string, std::map<std::string, Said>> names;  // by name, by speaker
    for (const MispName& name : entity.names) {
        const std::string by =
            name.vendor.empty() ? name.producer : vendor(name.vendor, name.place);
        Said& said = names[name.name].try_emplace(by, Said{{}, name.place}).first->second;
        said.where[name.source].insert(name.locator);
    }
    for (auto& [name, by] : names) {
        const auto nobody = by.find("");
        if (by.size() > 1 && nobody != by.end()) {
            for (auto& [speaker, said] : by) {
                for (const auto& [source, locators] : nobody->second.where)
                    said.where[source].insert(locators.begin(), locators.end());
            }
            by.erase(nobody);
        }
        for (const auto& [speaker, said] : by) {
            NameDraft draft;
            draft.name.name = name;
            draft.name.place = said.place;
            draft.by = {speaker, said.place};
            for (const auto& [source, locators] : said.where) {
                ClaimDraft claim;
                claim.claim.locator = join({locators.begin(), locators.end()}, ", ");
                claim.claim.place = said.place;
                claim.by = {std::string(misp_speaker), said.place};
                claim.source = {source, said.place};
                draft.claims.push_back(std::move(claim));
            }
            entity.draft.names.push_back(std::move(draft));
        }
    }
}

}  // namespace actormap
