#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/study/lint.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace actormap {
namespace {

class Linter {
  public:
    Linter(const ActorGraph& graph, Diagnostics& diagnostics)
        : graph_(graph), diagnostics_(diagnostics) {}

    void lint() {
        for (const Entity& entity : graph_.entities()) {
            check_type(entity.place, "entity " + quote(entity.id), entity.type,
                       stix_entity_types());
            for (const Name& name : entity.names) check_claims(name.claims, {name.since, {}});
        }
        for (const Relation& relation : graph_.relations()) check_relation(relation);
        check_names();
        check_judgements();
    }

  private:
    void check_type(const Place& place, const std::string& what, std::string_view type,
                    std::span<const std::string_view> standard) {
        if (std::binary_search(standard.begin(), standard.end(), type)) return;
        const auto near = nearest(type, {standard.begin(), standard.end()}, 1);
        if (!near.empty())
            warn("type-unknown", place,
                 fmt::format("{} has the type {}, which STIX has not{}", what, quote(type),
                             did_you_mean(near)));
    }

    void check_relation(const Relation& relation) {
        const Entity &from = graph_[relation.from], &to = graph_[relation.to];
        const std::string what =
            fmt::format("{} {} {}", quote(from.id), relation.type, quote(to.id));
        check_type(relation.place, what, relation.type, stix_relationship_types());
        if (relation.from == relation.to)
            warn("relation-loop", relation.place,
                 what + " leads from an entity to itself; name the other end");
        if (!stix_lists(from.type, relation.type, to.type) &&
            stix_lists(to.type, relation.type, from.type))
            diagnostics_.error(
                "relation-direction", graph_.where(relation.place),
                fmt::format("{0}: STIX has no '{1} {2} {3}', but '{3} {2} {1}'; exchange 'from' "
                            "and 'to'",
                            what, from.type, relation.type, to.type));
        check_support(relation, what);
        check_claims(relation.claims, relation.when);
    }

    void check_support(const Relation& relation, const std::string& what) {
        const auto claims = graph_.claims(relation.claims);
        const auto sourced = [](const Claim& claim) { return claim.source.has_value(); };
        const auto carrying = [](const Claim& claim) { return carries(claim.stance); };
        if (std::none_of(claims.begin(), claims.end(), sourced))
            warn("relation-unsourced", relation.place,
                 what + " has no claim with a source; say where it stands");
        if (!claims.empty() && std::none_of(claims.begin(), claims.end(), carrying))
            warn("relation-opposed-only", relation.place,
                 what + " is denied or disputed, and nobody claims it; add the claim");
    }

    void check_claims(const ClaimRange& range, const Interval& when) {
        const auto claims = graph_.claims(range);
        for (const Claim& claim : claims) {
            check_dates(claim, when);
            if (!opposes(claim.stance)) continue;
            const auto retracts = [&](const Claim& other) {
                return other.by == claim.by && other.stance == Stance::retracts;
            };
            const auto contradicts = [&](const Claim& other) {
                return other.by == claim.by && carries(other.stance);
            };
            if (std::any_of(claims.begin(), claims.end(), contradicts) &&
                std::none_of(claims.begin(), claims.end(), retracts))
                warn("claims-contradict", claim.place,
                     fmt::format("{} {} what it asserts elsewhere; if it changed its mind, add a "
                                 "claim that retracts",
                                 quote(graph_[claim.by].id), to_string(claim.stance)));
        }
    }

    void check_dates(const Claim& claim, const Interval& when) {
        if (claim.date.empty()) return;
        if (!when.start.empty() && carries(claim.stance) &&
            claim.date.last_day() < when.start.first_day())
            warn("claim-before-event", claim.place,
                 fmt::format("the claim of {} speaks of what began in {}; correct one of the dates",
                             to_string(claim.date), to_string(when.start)));
        if (!claim.source) return;
        const PartialDate& published = graph_[*claim.source].date;
        if (!published.empty() && claim.date.first_day() > published.last_day())
            warn("claim-after-source", claim.place,
                 fmt::format("the claim of {} stands in a source of {}; correct one of the dates",
                             to_string(claim.date), to_string(published)));
    }

    void check_names() {
        std::map<std::string, std::set<EntityId>> users;
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            users[fold_case(graph_[id].name)].insert(id);
            for (const Name& name : graph_[id].names) users[fold_case(name.name)].insert(id);
        }
        for (const auto& [name, entities] : users) {
            if (entities.size() < 2) continue;
            std::vector<std::string> ids;
            for (const EntityId id : entities) ids.push_back(quote(graph_[id].id));
            warn("name-clash", graph_[*entities.rbegin()].place,
                 fmt::format("the name {} belongs to {}; commands that are given it will ask for "
                             "an id",
                             quote(name), join(ids, ", ")));
        }
    }

    /// Judgements of one pair stand together, in the order of their verdicts.
    void check_judgements() {
        const auto all = graph_.judgements();
        for (std::size_t j = 1; j < all.size(); ++j) {
            const Judgement &before = all[j - 1], &judgement = all[j];
            if (before.first == judgement.first && before.second == judgement.second &&
                before.verdict != judgement.verdict)
                warn("judgements-contradict", judgement.place,
                     fmt::format("{} and {} are judged {} and {}; the pair counts as unsure",
                                 quote(judgement.first), quote(judgement.second),
                                 to_string(before.verdict), to_string(judgement.verdict)));
        }
    }

    void warn(const char* id, const Place& place, std::string message) {
        diagnostics_.warning(id, graph_.where(place), std::move(message));
    }

    const ActorGraph& graph_;
    Diagnostics& diagnostics_;
};

}  // namespace

void lint(const ActorGraph& graph, Diagnostics& diagnostics) {
    Linter(graph, diagnostics).lint();
}

}  // namespace actormap
