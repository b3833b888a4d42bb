#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What makes speakers one side.
enum class SideBy : std::uint8_t {
    speaker,  ///< each for itself
    kind,     ///< government, vendor, press, …
    country   ///< those that belong to none are a side too
};
[[nodiscard]] std::optional<SideBy> parse_side_by(std::string_view text);
[[nodiscard]] std::string_view to_string(SideBy by);

/// How a side sees a relation of which it says anything.
enum class SideView : std::uint8_t {
    carries,   ///< a visible claim of it carries the relation, and none opposes it
    opposes,   ///< a visible claim of it opposes the relation, and none carries it
    divided,   ///< both
    withdrawn  ///< neither: all that it said it has taken back
};
[[nodiscard]] std::string_view to_string(SideView view);

/// What the sides together make of a relation. The first one that is true, so each relation has
/// exactly one.
enum class Agreement : std::uint8_t {
    contested,  ///< some side carries it and some side opposes it, or a side is divided
    agreed,     ///< two sides or more carry it
    one_sided,  ///< one side carries it
    denied,     ///< nobody carries it, some side opposes it
    withdrawn   ///< all is taken back
};
constexpr std::size_t agreements = 5;
[[nodiscard]] std::optional<Agreement> parse_agreement(std::string_view text);
[[nodiscard]] std::string_view to_string(Agreement agreement);

/// What one side says of one relation. A side that is silent about it has none.
struct SidedClaims {
    std::size_t side = 0;  ///< in Perspectives::sides
    SideView view = SideView::carries;
    /// Of what is visible: asserts before supports before hypothesises for a side that carries;
    /// denies before disputes for one that opposes; else none.
    std::optional<Stance> stance;
    std::vector<ClaimId> claims;  ///< visible, withdrawn and retracting ones, ascending
    Interval said;                ///< the first and the last date of these; empty if none has one
    /// The highest that a visible claim states which carries the relation.
    std::optional<std::uint8_t> confidence;
};

/// A relation as the sides see it.
struct SidedRelation {
    RelationId relation{};
    EntityId from{}, to{};  ///< its ends, or who stands for them (Revoked::follow)
    Agreement verdict = Agreement::withdrawn;
    std::vector<SidedClaims> sides;  ///< those that speak about it, ascending by side
};

/// A side, and how often it does what; `carries` to `withdrawn` count relations and add up to all
/// that it speaks about.
struct PerspectiveSide {
    std::string id;    ///< the speaker's id, the kind, or the country's code; empty: no country
    std::string name;  ///< the speaker's name, the kind, or the country's name
    std::size_t carries = 0, opposes = 0, divided = 0, withdrawn = 0;
    std::size_t alone = 0;  ///< of those that it carries: one-sided
};

/// How often two sides agree. One that is divided about a relation counts there for neither.
struct SidePair {
    std::size_t first = 0, second = 0;  ///< first < second, in Perspectives::sides
    std::size_t both_carry = 0;
    std::size_t contradict = 0;  ///< one carries, the other opposes
};

struct PerspectivesOptions {
    SideBy by = SideBy::kind;
    std::vector<Agreement> verdicts = {};  ///< list only relations of these; empty: all
};

/// Pairs are as many as the square of the sides, so of more sides than this they are not counted.
constexpr std::size_t most_paired_sides = 1000;

/// All but `relations` is of every relation, whichever verdicts are listed.
struct Perspectives {
    SideBy by = SideBy::kind;
    std::vector<PerspectiveSide> sides;    ///< that speak; by kind in the enum's order, else by id
    std::vector<SidedRelation> relations;  ///< of the verdicts wanted, in the graph's order
    std::array<std::size_t, agreements> verdicts{};  ///< relations of each
    /// Ascending; those with a count that is not zero. Nothing if there are too many sides.
    std::optional<std::vector<SidePair>> pairs;
    Tlp marking = Tlp::clear;  ///< the highest of the relations, their ends and claims
};

/// How the speakers that a lens lets through see the same relations.
///
/// The speaker of a claim is meant, never the carrier of its source. A relation is listed where a
/// claim about it shows, visible or withdrawn, and
///
/// - it exists, and the view has it as an edge (or it is a loop of an entity in the view); or
/// - nobody carries it, and it would be an edge if somebody did: its type and those of its ends
///   are wanted, one of its ends is of the countries wanted, and it lies within the `hops` of
///   `around`.
///
/// The view must be what `apply` made of the same graph and lens.
/// Cost    O(entities + relations + claims log claims); the pairs take O(S) for each side of each
///         relation and O(S^2) memory, where S is the number of sides, at most
///         `most_paired_sides`
/// Throws  Error lens-roll-up if the lens rolls up; unknown-country, name-unknown, name-ambiguous
///         as `apply` does
[[nodiscard]] Perspectives perspectives(const ActorGraph& graph, const Lens& lens, const View& view,
                                        const PerspectivesOptions& options = {});

}  // namespace actormap
