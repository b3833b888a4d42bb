#include <actormap/write/stix_told.hpp>
#include <actormap/write/stix_words.hpp>

namespace actormap {

// A told object must not make a record again that another one, or nothing, is to make. So what is
// told is found in rounds: whatever would make again what differs is told no longer.
StixTold::StixTold(const ActorGraph& graph) : graph_(graph), sayings_(graph) {
    std::size_t barred = 0;
    do {
        barred = count_barred();
        find_told();
        bar();
    } while (count_barred() != barred);
    for (const SpeakerId speaker : told_.speaking) {
        if (StixSayings::is_file(graph[speaker])) ++nameless_files_;
    }
}

void StixTold::find_told() {
    told_ = {};
    sayings_.forget();
    for (const Entity& entity : graph_.entities())
        told_.entities.push_back(!barred_.contains(entity.id) && check(entity));
    index_references();
    for (const Relation& relation : graph_.relations()) {
        told_.derived.push_back(check_derived(relation));
        told_.relations.push_back(told_.derived.back() || check(relation));
    }
    find_namers();
    bar_referrers();
    for (const Source& source : graph_.sources()) {
        told_.sources.push_back(check(source));
        if (told_.sources.back()) told_.speaking.insert(source.publisher);
    }
    for (const Speaker& speaker : graph_.speakers()) told_.speakers.push_back(check(speaker));
}

/// Who uses the names of told entities.
void StixTold::find_namers() {
    for (std::size_t e = 0; e < told_.entities.size(); ++e) {
        if (!told_.entities[e]) continue;
        const Entity& entity = graph_.entities()[e];
        for (const Name& name : entity.names)
            if (name.by) told_.speaking.insert(*name.by);
        if (entity.properties.find("aliases"))
            told_.creators.insert(property_text(entity.properties, "created_by_ref"));
    }
}

std::size_t StixTold::count_barred() const {
    return barred_.size() + barred_definitions_.size() + barred_speakers_.size() +
           barred_sources_.size();
}

/// Finds what may not be told after all.
void StixTold::bar() {
    for (const SourceId source : told_.cited) {
        if (tells(source)) continue;
        barred_sources_.insert(source);
        barred_.insert(graph_[source].id);  // the report that it is, if it is one
    }
    for (std::size_t s = 0; s < told_.speakers.size(); ++s) {
        const auto id = static_cast<SpeakerId>(s);
        const bool made = told_.speaking.contains(id) || told_.creators.contains(graph_[id].id);
        if (made && !tells(id)) barred_speakers_.insert(id);
    }
    for (std::size_t e = 0; e < told_.entities.size(); ++e) {
        const Entity& entity = graph_.entities()[e];
        if (!told_.entities[e] && entity.type == "marking-definition")
            barred_definitions_.insert(entity.id);
        if (told_.entities[e] && entity.type == "sighting" && !is_whole(static_cast<EntityId>(e)))
            barred_.insert(entity.id);
    }
}

/// A report or opinion claims even a relation that is not told; it may if the claim is there.
void StixTold::bar_referrers() {
    for (std::size_t r = 0; r < told_.relations.size(); ++r) {
        const Relation& relation = graph_.relations()[r];
        if (told_.relations[r]) continue;
        for (const EntityId referrer : sayings_.referrers(relation)) {
            const auto made = sayings_.by(graph_[referrer], relation);
            if (!made) continue;
            bool found = false;
            for (const Claim& claim : graph_.claims(relation.claims)) {
                if (sayings_.said(claim) != made) continue;
                found = true;
                use(claim);
            }
            if (!found) barred_.insert(graph_[referrer].id);
        }
    }
}

/// Whether the graph has each relation that a reader makes of a sighting.
bool StixTold::is_whole(EntityId sighting) const {
    const Properties& properties = graph_[sighting].properties;
    std::set<std::pair<std::string, std::string>> made, found;
    const auto make = [&](const char* type, const std::string& to) {
        if (graph_.find_entity(to)) made.emplace(type, to);
    };
    make("sighting-of", property_text(properties, "sighting_of_ref"));
    for (const std::string& to : property_texts(properties, "where_sighted_refs"))
        make("where-sighted", to);
    for (const RelationId id : graph_.relations_of(sighting)) {
        const Relation& relation = graph_[id];
        if (derived(id) && relation.from == sighting)
            found.emplace(std::string(std::string_view(relation.type)), graph_[relation.to].id);
    }
    return made == found;
}

/// Which told reports and opinions refer to a relationship.
void StixTold::index_references() {
    for (std::size_t e = 0; e < told_.entities.size(); ++e) {
        const Entity& entity = graph_.entities()[e];
        if (!told_.entities[e] || (entity.type != "report" && entity.type != "opinion")) continue;
        bool claims = false;
        for (const std::string& id : property_texts(entity.properties, "object_refs")) {
            sayings_.refer(static_cast<EntityId>(e), id);
            claims = claims || id.starts_with("relationship--");
        }
        if (!claims) continue;
        const std::string by = StixSayings::creator(entity.properties);
        told_.files_speak = told_.files_speak || by == any_file;
        told_.creators.insert(by);
    }
}

/// Whether the claims are those that objects make; then who speaks in them is needed.
bool StixTold::take(ClaimRange range, const std::set<StixSaid>& made) {
    std::set<StixSaid> found;
    for (const Claim& claim : graph_.claims(range)) {
        auto said = sayings_.said(claim);
        const bool barred = barred_speakers_.contains(claim.by) ||
                            (claim.source && barred_sources_.contains(*claim.source));
        if (!said || barred) return false;
        found.insert(*std::move(said));
    }
    if (found != made) return false;
    for (const Claim& claim : graph_.claims(range)) use(claim);
    return true;
}

void StixTold::use(const Claim& claim) {
    told_.speaking.insert(claim.by);
    if (claim.source) told_.cited.insert(*claim.source);
}

}  // namespace actormap
