#include <actormap/draw/world_homes.hpp>
#include <actormap/draw/world_outlines.hpp>
#include <actormap/lens/combine.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <tuple>

namespace actormap {

namespace {

constexpr int most_steps = 4;
constexpr int unsure_if_unstated = 50;

/// The country that an entity is; empty if it is none that a map can show.
std::string_view own_country(const Entity& entity) {
    const bool country = entity.type == "location" && place_of(entity.country);
    return country ? std::string_view(entity.country) : std::string_view();
}

}  // namespace

Homes::Homes(const ActorGraph& graph, const Selection& selection)
    : graph_(graph), selection_(selection) {}

void Homes::weigh(Way& way, RelationId id) const {
    bool asserted = false;
    for (const ClaimId claim : carrying_claims(graph_, selection_, id)) {
        way.marking = std::max(way.marking, graph_.marking(graph_[claim]));
        asserted = asserted || graph_[claim].stance != Stance::hypothesises;
    }
    const Relation& relation = graph_[id];
    way.marking = std::max({way.marking, relation.marking, graph_[relation.to].marking});
    way.doubted = way.doubted || !asserted || selection_[id] == RelationState::disputed;
    const auto sure = confidence(graph_, selection_, id);
    way.unsure = std::max(way.unsure, sure ? 100 - sure->value : unsure_if_unstated);
}

std::vector<Homes::Way> Homes::placed(EntityId id) const {
    std::vector<Way> ways;
    for (const RelationId r : relations_from(graph_, id)) {
        const Relation& relation = graph_[r];
        if (!exists(selection_[r]) || !is_placing(relation.type)) continue;
        Way way{.country = own_country(graph_[relation.to])};
        if (way.country.empty() || selection_.entities[index(relation.to)] == 0) continue;
        weigh(way, r);
        ways.push_back(way);
    }
    std::sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
        return std::tie(a.doubted, a.unsure, a.country) < std::tie(b.doubted, b.unsure, b.country);
    });
    return ways;
}

std::optional<Homes::Way> Homes::attributed(EntityId id, int steps) {
    if (steps == 0) return std::nullopt;
    const auto key = std::pair(id, steps);
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    return known_[key] = attributed_anew(id, steps);
}

std::optional<Homes::Way> Homes::attributed_anew(EntityId id, int steps) {
    std::optional<Way> best;
    for (const RelationId r : relations_from(graph_, id)) {
        const Relation& relation = graph_[r];
        if (!exists(selection_[r]) || relation.type != "attributed-to") continue;
        if (selection_.entities[index(relation.to)] == 0) continue;
        std::optional<Way> way;
        if (const auto own = own_country(graph_[relation.to]); !own.empty()) {
            way = Way{.country = own};
        } else if (way = attributed(relation.to, steps - 1); !way) {
            if (const std::vector<Way> there = placed(relation.to); !there.empty()) way = there[0];
        }
        if (!way) continue;
        weigh(*way, r);
        const auto key = [](const Way& w) { return std::tie(w.doubted, w.unsure, w.country); };
        if (!best || key(*way) < key(*best)) best = way;
    }
    return best;
}

std::vector<std::string_view> Homes::places(EntityId id) {
    if (const std::string_view own = own_country(graph_[id]); !own.empty()) return {own};
    std::vector<std::string_view> countries;
    for (const Way& way : placed(id)) {
        if (way.doubted && !countries.empty()) break;
        countries.push_back(way.country);
        marking_ = std::max(marking_, way.marking);
        if (way.doubted) break;
    }
    std::sort(countries.begin(), countries.end());
    countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
    return countries;
}

std::optional<std::string_view> Homes::origin(EntityId id) {
    if (const std::string_view own = own_country(graph_[id]); !own.empty()) return own;
    std::optional<Way> way = attributed(id, most_steps);
    if (!way) {
        if (const std::vector<Way> there = placed(id); !there.empty()) way = there[0];
    }
    if (!way) return std::nullopt;
    marking_ = std::max(marking_, way->marking);
    return way->country;
}

}  // namespace actormap
