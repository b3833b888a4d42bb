#pragma once

#include <actormap/base/run.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/actor_graph.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The centralities, as `rank --by` names them. docs/measures.md defines each.
enum class Measure {
    degree,
    in_degree,
    out_degree,
    betweenness,
    closeness,
    harmonic,
    pagerank,
    core
};

[[nodiscard]] std::optional<Measure> parse_measure(std::string_view text);
[[nodiscard]] std::string_view to_string(Measure measure);
/// The words of all measures, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> measure_words();

/// A value for each vertex. `normalized` is without effect where a measure has no raw form
/// (PageRank sums to 1, core numbers are counts).
/// Throws  as the kernel: Cancelled, Error not-converged
[[nodiscard]] std::vector<double> compute(const Network& network, Measure measure, bool normalized,
                                          const Run& run = {});

struct RankingOptions {
    std::vector<Measure> measures = {Measure::degree};  ///< at least one; the first one orders
    bool normalized = true;
    std::vector<std::string> of = {};     ///< list only entities of these types; empty: all
    std::optional<std::size_t> top = {};  ///< list at most so many
};

struct RankingRow {
    std::size_t rank;  ///< 1 for the largest; ties share a rank, and the next one skips
    EntityId entity;
    std::vector<double> values;  ///< one for each measure
};

struct Ranking {
    std::size_t vertices = 0;
    std::size_t edges = 0;
    bool directed = false;
    Tlp marking = Tlp::clear;
    std::vector<Measure> measures;
    std::vector<RankingRow> rows;
};

/// Measures every vertex of the view, and lists those wanted by the first measure, largest first.
/// Values that agree to 12 significant digits tie, and ties are ordered by id. Measuring sees the
/// whole network; `of` and `top` only choose what is listed.
/// Throws  Error unknown-type for a type in `of` that neither STIX nor the graph knows; those of
///         `compute`
[[nodiscard]] Ranking rank(const ActorGraph& graph, const View& view,
                           const RankingOptions& options = {}, const Run& run = {});

}  // namespace actormap
