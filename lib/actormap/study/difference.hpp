#pragma once

#include <actormap/lens/lens.hpp>
#include <actormap/model/actor_graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

enum class ChangeKind : std::uint8_t { added, removed, changed };
enum class ChangeOf : std::uint8_t { entity, name, relation, claim, stance };
[[nodiscard]] std::string_view to_string(ChangeKind kind);
[[nodiscard]] std::string_view to_string(ChangeOf what);

/// One thing that differs. Ids are those of the graph that has it, the new one if both have.
struct Change {
    ChangeKind kind = ChangeKind::added;
    ChangeOf what = ChangeOf::entity;
    std::string entity;  ///< id of the entity, of the name's entity or of the relation's first end
    std::string relation;  ///< type of the relation that it is about, if it is about one
    std::string to;        ///< id of that relation's second end
    std::string name;      ///< the name that it is about, if it is about one
    std::string subject;   ///< all that in words: "APT31 targets Parliament of Finland"
    std::string by;        ///< id of who says so, if that is known
    std::string by_name;
    PartialDate date;    ///< when it was said
    std::string detail;  ///< what changed from what to what; the stance of a claim
    std::string source;  ///< id of the source in which it stands
    std::string url;     ///< of that source, or its title
    Tlp marking = Tlp::clear;

    bool operator==(const Change&) const = default;
};

struct Difference {
    std::vector<Change> changes;  ///< by what, date, subject, …
    Tlp marking = Tlp::clear;     ///< the highest

    [[nodiscard]] std::size_t count(ChangeOf what, ChangeKind kind) const;
};

/// A graph as it is looked at.
struct Side {
    const ActorGraph& graph;
    const Lens& lens;
};

/// What two graphs, or one graph under two lenses, do not have in common.
///
/// entity    by id: those that the lens shows, their type, name, description, country, roles,
///           marking and properties
/// name      by entity, text, speaker and time: those in use
/// relation  by id, else by ends, type and time: those that exist, which needs a claim that carries
///           them
/// claim     of such a relation or name, or of one that is only doubted or withdrawn: by all
///           that it says. One that has the same speaker, source, date and stance on both sides
///           and differs in the rest is changed
/// stance    of a speaker about a relation or name, going by its latest claim: "asserts ->
/// retracts"
///
/// An exchange of the sides exchanges `added` and `removed`. O(n log n).
/// Throws  as `apply` does, and Error lens-roll-up if a lens rolls up
[[nodiscard]] Difference difference(const Side& before, const Side& after);

}  // namespace actormap
