#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/study/measures.hpp>
#include <actormap/study/world_model.hpp>

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

/// A value over worlds.
struct WorldValue {
    double mean = 0;
    double mean_low = 0, mean_high = 0;  ///< 90% between them (world_ranking.hpp)
    double low = 0, high = 0;            ///< the 5% and the 95% quantile
};

struct WorldRow {
    std::vector<WorldValue> values;           ///< of each measure
    std::size_t rank_low = 0, rank_high = 0;  ///< the 5% and the 95% quantile
    double in_top = 0;                        ///< the probability of a rank in the top
};

/// What the worlds of a ranking were.
struct WorldsHeading {
    std::size_t count = 0;
    std::size_t coins = 0;  ///< how many relations, sources or speakers are uncertain
    bool exact = false;     ///< all worlds there are, each as likely as it is
    WorldsBy by = WorldsBy::relation;
    std::uint64_t seed = 0;
    std::size_t in_top = 0;
};

struct RankingRow {
    std::size_t rank;  ///< 1 for the first; ties share a rank, and the next one skips
    EntityId entity;
    /// One for each measure; NaN where it has none for this entity.
    std::vector<double> values;
    std::optional<WorldRow> worlds = {};
};

struct Ranking {
    std::size_t vertices = 0;
    std::size_t edges = 0;
    bool directed = false;
    Tlp marking = Tlp::clear;
    std::vector<Measure> measures;
    std::vector<RankingRow> rows;
    std::optional<WorldsHeading> worlds = {};
};

/// What values are ordered by: the first is the lowest. Values that agree to 12 significant digits
/// have one key, and NaN has the highest.
[[nodiscard]] double ranking_key(double value, bool ascending);

/// Before anything is measured, which may take long.
/// Throws  Error unknown-measure if there is none, unknown-type for a type in `of` that neither
///         STIX nor the graph knows
void check_ranking(const ActorGraph& graph, const RankingOptions& options);

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
