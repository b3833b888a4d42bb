#include <actormap/lens/roll_up.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace actormap {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_actor(const Entity& entity) {
    return is_one_of(entity.type, {"intrusion-set", "threat-actor"});
}

/// Whether the relation makes its second end a victim.
bool makes_victim(const ActorGraph& graph, const Relation& relation) {
    return is_one_of(relation.type, {"targets", "compromises"}) &&
           is_one_of(graph[relation.to].type, {"identity", "infrastructure"});
}

/// Whether an entity is of the lower level.
bool is_lower(const ActorGraph& graph, const Selection& selection, EntityId id, RollUp roll_up) {
    const Entity& entity = graph[id];
    switch (roll_up) {
        case RollUp::victims_country: {
            const auto relations = graph.relations_of(id);
            return std::any_of(relations.begin(), relations.end(), [&](RelationId r) {
                return graph[r].to == id && exists(selection[r]) && makes_victim(graph, graph[r]);
            });
        }
        case RollUp::actors_sponsor:
            return is_actor(entity) && !entity.has_role("sponsor");
        case RollUp::campaigns_actor:
            return entity.type == "campaign";
        case RollUp::techniques_parent:
            return entity.type == "attack-pattern";
    }
    return false;
}

/// Whether a relation from an entity of the lower level leads to its upper level.
bool leads_up(const ActorGraph& graph, const Relation& relation, RollUp roll_up) {
    const Entity& upper = graph[relation.to];
    switch (roll_up) {
        case RollUp::victims_country:
            return is_placing(relation.type) && upper.type == "location";
        case RollUp::actors_sponsor:
            return relation.type == "attributed-to" && upper.has_role("sponsor");
        case RollUp::campaigns_actor:
            return relation.type == "attributed-to" && is_actor(upper);
        case RollUp::techniques_parent:
            return relation.type == "subtechnique-of" && upper.type == "attack-pattern";
    }
    return false;
}

class Planner {
  public:
    Planner(const ActorGraph& graph, const Selection& selection)
        : graph_(graph),
          selection_(selection),
          ways_(graph.entities().size()),
          arrivals_(graph.entities().size()) {}

    RollUpPlan plan(const std::vector<RollUp>& roll_up) {
        const std::size_t entities = graph_.entities().size();
        plan_.tops.resize(entities);
        plan_.followed.assign(graph_.relations().size(), 0);
        plan_.markings.assign(entities, Tlp::clear);
        for (const RollUp level : roll_up) find_ways(level);
        find_tops();
        for (const RollUp level : roll_up) plan_.counts.push_back(count(level));
        follow();
        return std::move(plan_);
    }

  private:
    void find_ways(RollUp level) {
        for (std::size_t e = 0; e < ways_.size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (!is_lower(graph_, selection_, id, level)) continue;
            for (const RelationId r : relations_from(graph_, id)) {
                const Relation& relation = graph_[r];
                if (relation.to == id || !exists(selection_[r]) ||
                    !leads_up(graph_, relation, level))
                    continue;
                ways_[e].push_back(r);
                arrivals_[index(relation.to)].push_back(id);
            }
        }
    }

    /// Looks down from every entity that has no way up: so chains and circles cost nothing extra.
    /// What only leads into a circle is never found, and stays where it is.
    void find_tops() {
        std::vector<EntityId> below;
        for (std::size_t e = 0; e < ways_.size(); ++e) {
            if (!ways_[e].empty()) continue;
            const auto top = static_cast<EntityId>(e);
            below.assign(1, top);
            while (!below.empty()) {
                const EntityId id = below.back();
                below.pop_back();
                auto& tops = plan_.tops[index(id)];
                if (!tops.empty() && tops.back() == top) continue;
                tops.push_back(top);
                const auto& lower = arrivals_[index(id)];
                below.insert(below.end(), lower.begin(), lower.end());
            }
        }
        for (std::size_t e = 0; e < ways_.size(); ++e) {
            if (plan_.tops[e].empty()) plan_.tops[e].push_back(static_cast<EntityId>(e));
        }
    }

    [[nodiscard]] bool moved(EntityId id) const { return plan_.tops[index(id)].front() != id; }

    [[nodiscard]] RollUpCount count(RollUp level) const {
        RollUpCount count{level};
        for (std::size_t e = 0; e < ways_.size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (!may_be_seen(id) || !is_lower(graph_, selection_, id, level)) continue;
            // A technique without a parent is one itself, so it is where it belongs.
            const bool at_home = level == RollUp::techniques_parent && ways_[e].empty();
            if (moved(id))
                ++count.moved;
            else if (!at_home)
                ++count.stayed;
        }
        return count;
    }

    /// Whether the entity is a vertex unless it goes up, or what comes after roll-up drops it.
    [[nodiscard]] bool may_be_seen(EntityId id) const {
        const auto relations = graph_.relations_of(id);
        return selection_.entities[index(id)] != 0 &&
               (relations.empty() ||
                std::any_of(relations.begin(), relations.end(),
                            [&](RelationId r) { return exists(selection_[r]); }));
    }

    /// Marks the relations that were followed, and spreads the markings of the ways downwards.
    void follow() {
        std::vector<std::vector<EntityId>> marked(static_cast<std::size_t>(Tlp::red) + 1);
        for (std::size_t e = 0; e < ways_.size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (!moved(id)) continue;
            Tlp highest = graph_[id].marking;
            for (const RelationId r : ways_[e]) {
                plan_.followed[index(r)] = 1;
                highest = std::max(highest, graph_[r].marking);
                for (const ClaimId c : carrying_claims(graph_, selection_, r))
                    highest = std::max(highest, graph_.marking(graph_[c]));
            }
            marked[static_cast<std::size_t>(highest)].push_back(id);
        }
        for (std::size_t level = marked.size() - 1; level > 0; --level) {
            std::vector<EntityId>& below = marked[level];
            while (!below.empty()) {
                const EntityId id = below.back();
                below.pop_back();
                Tlp& marking = plan_.markings[index(id)];
                if (marking != Tlp::clear) continue;  // as high or higher already
                marking = static_cast<Tlp>(level);
                const auto& lower = arrivals_[index(id)];
                below.insert(below.end(), lower.begin(), lower.end());
            }
        }
    }

    const ActorGraph& graph_;
    const Selection& selection_;
    RollUpPlan plan_;
    std::vector<std::vector<RelationId>> ways_;    // from each entity to upper ones
    std::vector<std::vector<EntityId>> arrivals_;  // the lower ones of each entity
};

}  // namespace

RollUpPlan plan_roll_up(const ActorGraph& graph, const Selection& selection,
                        const std::vector<RollUp>& roll_up) {
    return Planner(graph, selection).plan(roll_up);
}

}  // namespace actormap
