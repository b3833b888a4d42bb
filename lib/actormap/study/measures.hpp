#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/weights.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace actormap {

/// The centralities, as `rank --by` names them. docs/measures.md defines each.
enum class Measure {
    degree,
    in_degree,
    out_degree,
    strength,
    betweenness,
    closeness,
    harmonic,
    eigenvector,
    katz,
    pagerank,
    hub,
    authority,
    core,
    clustering,
    constraint,
    effective_size,
    participation
};

[[nodiscard]] std::optional<Measure> parse_measure(std::string_view text);
[[nodiscard]] std::string_view to_string(Measure measure);
/// The words of all measures, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> measure_words();

/// What the edges of a network weigh: nothing, or strengths and the distances made of them.
struct Weighting {
    std::optional<Strengths> strengths = {};
    std::optional<Distances> distances = {};
};
[[nodiscard]] Weighting weigh(const Network& network, Strengths strengths, DistanceRule rule);

struct MeasureOptions {
    bool normalized = true;             ///< without effect where a measure has no raw form
    double damping = 0.85;              ///< of PageRank
    std::vector<double> teleport = {};  ///< where PageRank's jumps land; empty: anywhere
    std::optional<double> alpha = {};   ///< of Katz; nothing: 0.9 / the spectral radius
    std::uint64_t seed = 0;             ///< of the communities that participation looks at
};

/// A value for each vertex, NaN where the measure has none for that vertex (constraint and
/// effective size of one without neighbours). Betweenness, closeness and harmonic take distances;
/// degree and core number count edges; all others take strengths. Participation is between the
/// communities that `leiden` finds in the undirected network.
/// Throws  as the kernel: Cancelled; Error not-converged, measure-undefined, option-range
[[nodiscard]] std::vector<double> compute(const Network& network, const Weighting& weighting,
                                          Measure measure, const MeasureOptions& options = {},
                                          const Run& run = {});

}  // namespace actormap
