#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/study/difference.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// A claim as two graphs can compare it: by all that it says.
struct SaidClaim {
    std::string by, source;
    PartialDate date;
    Stance stance = Stance::asserts;
    std::string rest;  ///< confidence, locator, excerpt, …
    std::string confidence;
    const Claim* claim = nullptr;

    [[nodiscard]] bool same_occasion(const SaidClaim& other) const;
    [[nodiscard]] bool same(const SaidClaim& other) const;
};

/// A relation or a name with what is said about it.
struct SaidSubject {
    const Entity* entity = nullptr;      ///< of the name, or the relation's first end
    const Relation* relation = nullptr;  ///< null: a name
    const Name* name = nullptr;          ///< null: a relation
    bool holds = false;                  ///< the relation exists, the name is in use
    std::vector<SaidClaim> claims;       ///< all that the lens does not hide, ascending
};

/// What a side shows, by what it is known by.
struct SideContent {
    std::map<std::string, const Entity*> entities;
    std::map<std::string, SaidSubject> names;
    std::vector<SaidSubject> relations;  ///< in the graph's order
};

[[nodiscard]] SideContent content_of(const Side& side);

/// Which relation of the one side is which of the other; null for what the other lacks. Relations
/// of one id are the same; so are those of the same ends, type and time if not both have an id:
/// formats differ in what has ids.
using RelationPairs = std::vector<std::pair<const SaidSubject*, const SaidSubject*>>;
[[nodiscard]] RelationPairs match_relations(const ActorGraph& old_graph,
                                            const std::vector<SaidSubject>& old_ones,
                                            const ActorGraph& new_graph,
                                            const std::vector<SaidSubject>& new_ones);

}  // namespace actormap
