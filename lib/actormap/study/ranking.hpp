#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/measures.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actormap {

struct RankingOptions {
    std::vector<Measure> measures = {Measure::degree};  ///< at least one; the first one orders
    MeasureOptions measuring = {};
    std::vector<std::string> of = {};     ///< list only entities of these types; empty: all
    std::optional<std::size_t> top = {};  ///< list at most so many
    bool ascending = false;               ///< the smallest value first
};

struct RankingRow {
    std::size_t rank;  ///< 1 for the first; ties share a rank, and the next one skips
    EntityId entity;
    /// One for each measure; NaN where it has none for this entity.
    std::vector<double> values;
};

struct Ranking {
    std::size_t vertices = 0;
    std::size_t edges = 0;
    bool directed = false;
    Tlp marking = Tlp::clear;
    std::vector<Measure> measures;
    std::vector<RankingRow> rows;
};

/// What values are ordered by: the first is the lowest. Values that agree to 12 significant digits
/// have one key, and NaN has the highest.
[[nodiscard]] double ranking_key(double value, bool ascending);

/// Before anything is measured, which may take long.
/// Throws  Error unknown-measure if there is none, unknown-type for a type in `of` that neither
///         STIX nor the graph knows
void check_ranking(const ActorGraph& graph, const RankingOptions& options);

/// The vertices whose entities are of these types, ascending; all if none is named.
[[nodiscard]] std::vector<Vertex> listed_vertices(const ActorGraph& graph, const View& view,
                                                  const std::vector<std::string>& types);

/// Measures every vertex of the view, and lists those wanted by the first measure, largest first,
/// those without a value last. Values that agree to 12 significant digits tie, and ties are ordered
/// by id. Measuring sees the whole network; `of` and `top` only choose what is listed.
/// Throws  Error unknown-type for a type in `of` that neither STIX nor the graph knows; those of
///         `compute`
[[nodiscard]] Ranking rank(const ActorGraph& graph, const View& view,
                           const RankingOptions& options = {}, const Weighting& weighting = {},
                           const Run& run = {});

/// The same of values that were measured before: `columns` has for each of the measures a value for
/// each vertex of the view.
/// Throws  Error unknown-measure, unknown-type
[[nodiscard]] Ranking rank(const ActorGraph& graph, const View& view,
                           const std::vector<std::vector<double>>& columns,
                           const RankingOptions& options);

}  // namespace actormap
