#pragma once

#include <actormap/study/similarity.hpp>

namespace actormap {

/// What two entities have and have not in common under one heading.
struct HeadingComparison {
    Heading heading{};
    double rarity = 0;
    double jaccard = 0;
    std::vector<Reason> shared;      ///< rarest first
    std::vector<Trait> only_first;   ///< the same
    std::vector<Trait> only_second;  ///< the same
};

/// A label that both bear, spelling aside. Null: it is the entity's own name.
struct CommonName {
    std::string name;  ///< as the first one has it
    const Name* first = nullptr;
    const Name* second = nullptr;
};

struct Comparison {
    EntityId first{};
    EntityId second{};
    double rarity = 0;         ///< over all headings
    double jaccard = 0;        ///< the same
    std::size_t compared = 0;  ///< the entities whose traits say what is rare, the two among them
    std::vector<HeadingComparison> headings;  ///< those under which one of them has a trait
    std::vector<RelationId> between;  ///< the two directly, those only denied or doubted included
    std::vector<CommonName> names;
    std::vector<SourceId> sources;  ///< of visible claims about relations or names of each
    Tlp marking = Tlp::clear;       ///< the highest of all of this
};

/// What two entities have in common, by heading, under the lens that gave the view. What is rare
/// is measured among the entities that are comparable with one of them.
/// Throws  Error same-entity if the two are one; those of `traits_of`; Cancelled
[[nodiscard]] Comparison compare(const ActorGraph& graph, const Lens& lens, const View& view,
                                 EntityId first, EntityId second, const Run& run = {});

}  // namespace actormap
