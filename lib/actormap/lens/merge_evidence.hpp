#pragma once

#include <actormap/lens/merge.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// What an entity is united by.
struct MergeTraits {
    bool active = true;                   ///< defined, and neither revoked nor deprecated
    std::string kind;                     ///< its class
    std::vector<std::uint32_t> files;     ///< that define it, ascending
    std::vector<std::string> names;       ///< keys, ascending, none empty
    std::vector<std::string> attack_ids;  ///< ascending
    std::string country;                  ///< of a location
};

[[nodiscard]] MergeTraits merge_traits(const Entity& entity);

/// The ids that ATT&CK gives an entity: of its external references whose source is "mitre-…", of
/// the property `external_id`, alone or within `meta`, and names of the form "G0128", "S0154",
/// "T1566.001". Ascending, each once.
[[nodiscard]] std::vector<std::string> attack_ids(const Entity& entity);

/// What is said of two entities being one. The lesser id stands first.
struct Judged {
    Verdict verdict = Verdict::same;
    std::vector<UnionReason> reasons;  ///< who says so, and where
};
using JudgedPairs = std::map<std::pair<EntityId, EntityId>, Judged>;

/// The judgements that a graph records about entities it has. Contradicting ones are unsure.
[[nodiscard]] JudgedPairs recorded_judgements(const ActorGraph& graph);

/// What the relations of the types `similar` and `duplicate-of` say, but of pairs in `recorded`: a
/// claim that carries one says `same` if it states no confidence or one whose range lies above 50,
/// `different` if it lies below, else `unsure`; a denial says `different`, a doubt `unsure`. Claims
/// that disagree make it unsure. Revoked relations and retracted claims say nothing.
[[nodiscard]] JudgedPairs derived_judgements(const ActorGraph& graph, const JudgedPairs& recorded);

}  // namespace actormap
