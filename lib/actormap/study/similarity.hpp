#pragma once

#include <actormap/study/traits.hpp>

#include <string_view>

namespace actormap {

/// How alike two entities are, as `similar --by` names it. docs/measures.md defines each.
enum class Likeness : std::uint8_t {
    rarity,       ///< the share of all traits that both have, the rare counting for more
    jaccard,      ///< the same, all counting the same
    adamic_adar,  ///< the traits in common, the rare counting for more; grows with what is known
    pagerank      ///< how often a walker through the whole network comes by who starts at the one
};

[[nodiscard]] std::optional<Likeness> parse_likeness(std::string_view text);
[[nodiscard]] std::string_view to_string(Likeness likeness);
/// The words of all, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> likeness_words();

struct SimilarOptions {
    /// At least one; the first one orders.
    std::vector<Likeness> by = {Likeness::rarity, Likeness::jaccard, Likeness::adamic_adar,
                                Likeness::pagerank};
    std::vector<std::string> of = {};     ///< compare with these types; empty: comparable ones
    std::vector<Heading> on = {};         ///< count only traits under these headings; empty: all
    std::optional<std::size_t> top = {};  ///< list at most so many
    std::size_t reasons = 5;              ///< give at most so many for each
};

/// A trait that both have, rarest first.
struct Reason {
    Trait trait;
    double rarity = 0;
    double share = 0;        ///< of the likeness by rarity: the shares of all reasons sum to it
    std::size_t having = 0;  ///< how many of the compared have it
    std::size_t known = 0;   ///< how many have anything under its heading
    std::vector<RelationId> first;   ///< by which the entity asked about has it
    std::vector<RelationId> second;  ///< by which the other one has it
};

struct SimilarRow {
    std::size_t rank = 0;  ///< 1 for the most alike; ties share a rank, and the next one skips
    EntityId entity{};
    std::vector<double> values;       ///< one for each of `by`
    std::size_t shared = 0;           ///< traits that both have
    std::size_t traits = 0;           ///< that it has itself
    std::vector<Reason> reasons;      ///< rarest first
    std::vector<RelationId> between;  ///< the two directly
};

struct Similarity {
    EntityId entity{};
    std::size_t compared = 0;  ///< how many others it was compared with
    std::size_t traits = 0;    ///< of the entity
    std::vector<Likeness> by;
    std::vector<SimilarRow> rows;
    Tlp marking = Tlp::clear;
};

/// The entities most like one: all compared ones with a first value above 0, the most alike first.
/// Values that agree to 12 significant digits tie, and ties are ordered by id.
/// Throws  Error unknown-measure if `by` is empty; those of `traits_of`; Cancelled
[[nodiscard]] Similarity similar(const ActorGraph& graph, const View& view, EntityId entity,
                                 const SimilarOptions& options = {}, const Run& run = {});

/// The reasons why two vertices are alike, rarest first, ties in the order of the traits.
[[nodiscard]] std::vector<Reason> reasons_for(const ActorGraph& graph, const View& view,
                                              const Traits& traits, Vertex first, Vertex second);

}  // namespace actormap
