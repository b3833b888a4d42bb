#pragma once

#include "lens/oracle_claims.hpp"

#include <algorithm>
#include <string>
#include <utility>

// The network that a lens makes: roll-up, types, relations, countries, around.

namespace actormap::lens_oracle {

class Oracle : private ClaimOracle {
  public:
    Oracle(const PlainGraph& graph, const Lens& by, bool directed_network)
        : ClaimOracle(graph, by), directed(directed_network) {}

    Answer answer() {
        markings();
        claims_and_relations();
        roll_up();
        vertices_and_edges();
        return a;
    }

  private:
    // --- roll-up --------------------------------------------------------------------------

    bool lower(const std::string& id, RollUp level) const {
        const PlainEntity& e = g.entities.at(id);
        const bool actor = e.type == "intrusion-set" || e.type == "threat-actor";
        if (level == RollUp::actors_sponsor) return actor && !e.roles.contains("sponsor");
        if (level == RollUp::campaigns_actor) return e.type == "campaign";
        if (level == RollUp::techniques_parent) return e.type == "attack-pattern";
        if (e.type != "identity" && e.type != "infrastructure") return false;
        for (const std::string& r : existing()) {
            const PlainRelation& it = g.relations.at(r);
            if (it.to == id && (it.type == "targets" || it.type == "compromises")) return true;
        }
        return false;
    }
    bool way_up(const PlainRelation& r, RollUp level) const {
        const PlainEntity& to = g.entities.at(r.to);
        if (!lower(r.from, level) || r.from == r.to) return false;
        if (level == RollUp::victims_country)
            return (r.type == "located-at" || r.type == "originates-from") && to.type == "location";
        if (level == RollUp::actors_sponsor)
            return r.type == "attributed-to" && to.roles.contains("sponsor");
        if (level == RollUp::campaigns_actor)
            return r.type == "attributed-to" &&
                   (to.type == "intrusion-set" || to.type == "threat-actor");
        return r.type == "subtechnique-of" && to.type == "attack-pattern";
    }

    void roll_up() {
        for (const std::string& id : existing()) {
            for (const RollUp level : lens.roll_up) {
                if (way_up(g.relations.at(id), level)) ways.insert(id);
            }
        }
        for (const auto& [id, e] : g.entities) {
            Names reached{id};
            for (std::size_t round = 0; round < g.entities.size(); ++round) {
                for (const std::string& way : ways) {
                    if (reached.contains(g.relations.at(way).from))
                        reached.insert(g.relations.at(way).to);
                }
            }
            for (const std::string& end : reached) {
                if (!has_way(end)) tops[id].insert(end);
            }
            if (tops[id].empty()) tops[id] = {id};
            above[id] = reached;
        }
        for (const RollUp level : lens.roll_up) {
            int moved = 0, stayed = 0;
            for (const auto& [id, e] : g.entities) {
                if (!lower(id, level) || !may_be_vertex(id)) continue;
                if (!tops[id].contains(id))
                    ++moved;
                else if (level != RollUp::techniques_parent || has_way(id))
                    ++stayed;
            }
            a.roll_ups.emplace_back(moved, stayed);
        }
    }
    bool has_way(const std::string& id) const {
        return std::any_of(ways.begin(), ways.end(),
                           [&](const std::string& way) { return g.relations.at(way).from == id; });
    }
    /// It has an existing relation, or none at all.
    bool may_be_vertex(const std::string& id) const {
        bool any = false, some = false;
        for (const auto& [name, r] : g.relations) {
            if (r.from != id && r.to != id) continue;
            any = true;
            some = some || existing().contains(name);
        }
        return a.admitted.contains(id) && (some || !any);
    }

    // --- the network ----------------------------------------------------------------------

    using Ends = std::pair<std::string, std::string>;

    void vertices_and_edges() {
        std::map<std::string, std::set<Ends>> links;  // of each relation
        for (const std::string& id : existing()) {
            const PlainRelation& r = g.relations.at(id);
            if (!lens.relations.empty() && !is_in(r.type, lens.relations)) continue;
            const bool went = ways.contains(id) && !tops[r.from].contains(r.from);
            for (const std::string& to : tops[r.to]) {
                if (went) links[id].insert({to, to});
                for (const std::string& from : tops[r.from]) {
                    if (!went) links[id].insert({from, to});
                }
            }
        }
        for (const auto& [id, e] : g.entities) {
            bool wanted = true;
            for (const auto& [name, r] : g.relations) wanted = wanted && r.from != id && r.to != id;
            for (const auto& [name, ends] : links) {
                for (const Ends& pair : ends)
                    wanted = wanted || pair.first == id || pair.second == id;
            }
            wanted = wanted && a.admitted.contains(id) && !is_in(e.type, lens.not_types) &&
                     (lens.types.empty() || is_in(e.type, lens.types));
            if (wanted) a.vertices.insert(id);
        }
        drop_loose(links);
        if (!lens.countries.empty()) countries(links);
        if (!lens.around.empty()) around(links);
        for (const auto& [id, ends] : links) edges(id, ends);
        for (const auto& [ends, edge] : a.edges) {
            a.parallel += static_cast<int>(edge.relations.size()) - 1;
            a.marking = std::max(a.marking, edge.marking);
            for (const std::string& id : edge.relations) {  // doubts are shown with an edge too
                for (const PlainClaim& c : g.relations.at(id).claims) {
                    if (a.visible.contains(c.id) || a.withdrawn.contains(c.id))
                        a.marking = std::max(a.marking, marking_of(c));
                }
            }
        }
        for (const std::string& id : a.vertices)
            a.marking = std::max(a.marking, g.entities.at(id).marking);
    }

    void drop_loose(std::map<std::string, std::set<Ends>>& links) const {
        for (auto& [id, ends] : links) {
            std::erase_if(ends, [&](const Ends& pair) {
                return !a.vertices.contains(pair.first) || !a.vertices.contains(pair.second);
            });
        }
        std::erase_if(links, [](const auto& entry) { return entry.second.empty(); });
    }

    void countries(std::map<std::string, std::set<Ends>>& links) {
        Names inside, linked;
        for (const auto& [id, e] : g.entities) {
            for (const std::string& code : countries_of(id, existing())) {
                for (const std::string& word : lens.countries) {
                    if (word == code || (word == "Finland" && code == "FI")) inside.insert(id);
                }
            }
        }
        for (auto& [id, ends] : links) {
            std::erase_if(ends, [&](const Ends& pair) {
                return !inside.contains(pair.first) && !inside.contains(pair.second);
            });
            for (const Ends& pair : ends) linked.insert(pair.first), linked.insert(pair.second);
        }
        std::erase_if(a.vertices, [&](const std::string& id) {
            return !inside.contains(id) && !linked.contains(id);
        });
        drop_loose(links);
    }

    void around(std::map<std::string, std::set<Ends>>& links) {
        Names reached;
        for (const std::string& id : lens.around) {
            for (const std::string& top : tops[id]) {
                if (a.vertices.contains(top)) reached.insert(top);
            }
        }
        for (unsigned hop = 0; hop < std::min(lens.hops, 100u); ++hop) {
            const Names before = reached;
            for (const auto& [id, ends] : links) {
                for (const auto& [from, to] : ends) {
                    if (before.contains(from)) reached.insert(to);
                    if (before.contains(to)) reached.insert(from);
                }
            }
        }
        a.vertices = reached;
        drop_loose(links);
    }

    void edges(const std::string& id, const std::set<Ends>& ends) {
        bool any = false;
        for (auto [from, to] : ends) {
            if (from == to) continue;
            any = true;
            if (!directed && from > to) std::swap(from, to);
            Edge& edge = a.edges[{from, to}];
            const PlainRelation& r = g.relations.at(id);
            edge.relations.insert(id);
            edge.disputed = edge.disputed || a.disputed.contains(id);
            for (const std::string& end : {from, to})
                edge.marking = std::max(edge.marking, g.entities.at(end).marking);
            edge.marking = std::max(
                {edge.marking, relation_marking(r), went_marking(r.from), went_marking(r.to)});
            for (const PlainClaim& c : r.claims) {
                if (!carries(c) || !a.visible.contains(c.id)) continue;
                if (c.confidence)
                    edge.confidence = std::max(edge.confidence.value_or(0), *c.confidence);
                edge.hypothesis = edge.hypothesis && c.stance == "hypothesises";
            }
        }
        a.loops += !any;
    }
    int relation_marking(const PlainRelation& r) const {
        int highest = r.marking;
        for (const PlainClaim& c : r.claims) {
            if (carries(c) && a.visible.contains(c.id)) highest = std::max(highest, marking_of(c));
        }
        return highest;
    }
    /// Of an entity that went up: the highest of all that it passed through.
    int went_marking(const std::string& id) {
        int highest = 0;
        for (const std::string& passed : above[id]) {
            if (tops[passed].contains(passed)) continue;
            highest = std::max(highest, g.entities.at(passed).marking);
            for (const std::string& way : ways) {
                if (g.relations.at(way).from == passed)
                    highest = std::max(highest, relation_marking(g.relations.at(way)));
            }
        }
        return tops[id].contains(id) ? 0 : highest;
    }

    bool directed;
    Names ways;                          // relations that lead up
    std::map<std::string, Names> tops;   // where each entity goes
    std::map<std::string, Names> above;  // what it passes through, itself and the tops included
};

inline Answer answer(const PlainGraph& graph, const Lens& lens, bool directed) {
    return Oracle(graph, lens, directed).answer();
}

}  // namespace actormap::lens_oracle
