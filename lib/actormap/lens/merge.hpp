#pragma once

#include <actormap/model/actor_graph.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// One of the entities that became one, in one of the files that define it.
struct Part {
    std::string id;
    std::string type;
    std::string name;
    std::string file;  ///< without its folders

    auto operator<=>(const Part&) const = default;
};

enum class UnionKind : std::uint8_t { id, judgement, attack_id, country, name };
[[nodiscard]] std::string_view to_string(UnionKind kind);

/// Why two entities became one.
struct UnionReason {
    UnionKind kind = UnionKind::id;
    std::string first;   ///< id of the one
    std::string second;  ///< id of the other; the same where files share the id
    std::string key;     ///< the name's key, the ATT&CK id or the country's code
    std::string by;      ///< of a judgement: the speaker's id, or empty
    std::string source;  ///< of a judgement: the source's id, or empty

    auto operator<=>(const UnionReason&) const = default;
};

/// Entities that became one, or one that several files define.
struct Union {
    std::string id;
    std::string name;
    std::vector<Part> parts;           ///< ascending; two at least
    std::vector<UnionReason> reasons;  ///< ascending; one at least
};

enum class RefusalKind : std::uint8_t {
    ambiguous,  ///< a file has the name, or the ATT&CK id, for several entities, or two agree alike
    lesser,     ///< another entity of that file agrees in more
    apart,      ///< two entities that a file keeps apart would have become one
    judged,     ///< a judgement says `different` or `unsure`, or judgements contradict each other
    other_type,  ///< a judgement says `same` of entities of two classes, or of two countries
    inactive     ///< a judgement says `same` of one that is revoked or deprecated
};
[[nodiscard]] std::string_view to_string(RefusalKind kind);

/// Entities that something speaks for uniting and that stay apart.
struct Refusal {
    RefusalKind kind = RefusalKind::ambiguous;
    std::vector<std::string> entities;  ///< ids, ascending
    std::string reason;                 ///< for a person

    auto operator<=>(const Refusal&) const = default;
};

struct Merged {
    ActorGraph graph;
    std::vector<Union> unions;      ///< ascending by id
    std::vector<Refusal> refusals;  ///< ascending
};

/// Unites entities of one class (their type; `intrusion-set` and `threat-actor` are one) that are
/// the same under several names: by recorded judgements, ATT&CK ids, the judgements that relations
/// of the types `similar` and `duplicate-of` are, countries' codes and, at last, names.
/// docs/merge.md has the rules. Two entities of one file never become one, unless a recorded
/// judgement says so.
///
/// The united entity has the id, type and name of its first part (by the order of files, then by
/// id), the names, relations and properties of all, and the property `x_parts`, a list of them.
/// What is united does not depend on the order of the files, but which part is the first does, and
/// so which of contradicting values is used. Merging again changes nothing.
/// Cost        O(n log n) in entities, names and relations for each of at most 16 rounds; two or
///             three are usual
[[nodiscard]] Merged merge_names(const ActorGraph& graph);

}  // namespace actormap
