#include <actormap/base/text.hpp>
#include <actormap/lens/perspective.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <unordered_set>

namespace actormap {
namespace {

const std::vector<std::string_view> kinds_and_roles{"government", "law-enforcement", "vendor",
                                                    "researcher", "organisation",    "press",
                                                    "database",   "victim",          "accused"};

[[noreturn]] void unknown(const ActorGraph& graph, const std::string& word) {
    std::vector<std::string_view> known = kinds_and_roles;
    for (const Speaker& speaker : graph.speakers()) {
        known.push_back(speaker.id);
        known.push_back(speaker.name);
    }
    for (const Source& source : graph.sources()) known.push_back(source.id);
    throw Error("unknown-speaker",
                quote(word) +
                    " is no speaker (id, name, kind, role or country) and no source here" +
                    did_you_mean(nearest(word, known)));
}

/// Three-letter codes are left out: `arm` and `can` are more likely speakers than countries.
const Country* country_of(const std::string& word, const std::string& folded) {
    const Country* country = find_country(word);
    return country && (word.size() == 2 || fold_case(country->name) == folded) ? country : nullptr;
}

/// Whether somebody can be accused of what starts at this entity.
bool can_be_accused(const Entity& entity) {
    static constexpr std::string_view types[] = {"intrusion-set", "threat-actor", "campaign",
                                                 "malware",       "tool",         "infrastructure"};
    return std::find(std::begin(types), std::end(types), entity.type) != std::end(types) ||
           entity.has_role("front-company");
}

}  // namespace

Perspective::Perspective(const ActorGraph& graph, const std::vector<std::string>& words)
    : graph_(graph),
      empty_(words.empty()),
      speakers_(graph.speakers().size()),
      sources_(graph.sources().size()) {
    for (const std::string& word : words) {
        if (!add(word)) unknown(graph, word);
    }
}

bool Perspective::add(const std::string& word) {
    const auto kind = parse_speaker_kind(word);
    const std::string folded = fold_case(word);
    const Country* country = country_of(word, folded);
    const bool is_id = graph_.find_speaker(word).has_value();
    bool known = kind || country;
    for (std::size_t s = 0; s < speakers_.size(); ++s) {
        const Speaker& speaker = graph_[static_cast<SpeakerId>(s)];
        const bool same = speaker.id == word || fold_case(speaker.name) == folded ||
                          (!is_id && fold_case(speaker.id) == folded);
        known = known || same;
        if (same || (kind && speaker.kind == *kind) ||
            (country && speaker.country == country->alpha2))
            speakers_[s] = true;
    }
    if (const auto source = graph_.find_source(word)) sources_[index(*source)] = known = true;
    if (word == "victim") victim_ = known = true;
    if (word == "accused") accused_ = known = true;
    return known;
}

bool Perspective::matches(const Claim& claim, const Subject& subject) {
    if (speakers_[index(claim.by)]) return true;
    if (claim.source && sources_[index(*claim.source)]) return true;
    if (!victim_ && !accused_) return false;
    const Speaker& speaker = graph_[claim.by];
    const bool accused = is_accused(speaker, subject.entity);
    const bool victim = !accused && subject.relation && speaker.entity == subject.relation->to;
    return (accused_ && accused) || (victim_ && victim);
}

bool Perspective::is_accused(const Speaker& speaker, EntityId first_end) {
    if (!can_be_accused(graph_[first_end])) return false;
    const auto has = [&](const Entities& list) {
        return std::binary_search(list.begin(), list.end(), first_end);
    };
    if (speaker.entity && has(attributed_to(*speaker.entity))) return true;
    const bool state_body =
        speaker.kind == SpeakerKind::government || speaker.kind == SpeakerKind::law_enforcement;
    return state_body && !speaker.country.empty() && has(attributed_to(speaker.country));
}

// From the accused down to what is laid at their door, not up from each first end: there are many
// of those and few speakers, and chains of attributions may be long.

const Perspective::Entities& Perspective::attributed_to(EntityId entity) {
    const auto [at, fresh] = of_entity_.try_emplace(entity);
    if (fresh) at->second = below({entity});
    return at->second;
}

const Perspective::Entities& Perspective::attributed_to(const std::string& country) {
    const auto [at, fresh] = of_country_.try_emplace(country);
    if (!fresh) return at->second;
    if (!placed_) {
        placed_.emplace();
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            for (const auto code : countries_of(graph_, id, [](RelationId) { return true; }))
                (*placed_)[code].push_back(id);
        }
    }
    const auto seeds = placed_->find(country);
    if (seeds != placed_->end()) at->second = below(seeds->second);
    return at->second;
}

/// The seeds and everything that is attributed to one of them, in any number of steps.
Perspective::Entities Perspective::below(Entities seeds) const {
    std::unordered_set<EntityId> seen(seeds.begin(), seeds.end());
    for (std::size_t next = 0; next < seeds.size(); ++next) {
        const EntityId id = seeds[next];
        for (const RelationId r : graph_.relations_of(id)) {
            const Relation& relation = graph_[r];
            if (relation.type == "attributed-to" && seen.insert(relation.from).second)
                seeds.push_back(relation.from);
        }
    }
    std::sort(seeds.begin(), seeds.end());
    return seeds;
}

}  // namespace actormap
