#pragma once

#include <actormap/study/worlds.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace actormap {

/// The quantiles that an interval of 90% lies between.
inline constexpr double low_share = 0.05, high_share = 0.95;

/// The least of the values whose share, with that of all lesser ones, is at least `q`, 0 to 1:
/// the quantile as the inverse of the distribution function. Weights that are empty are equal.
/// NaN if there are no values; values that are NaN are left out. O(n log n).
[[nodiscard]] double quantile(std::span<const double> values, std::span<const double> weights,
                              double q);

/// How far the share of sampled worlds in which a value is at most x may be from its probability,
/// for all x at once, but for a chance of `risk`:
///
///     sqrt(ln(2 / risk) / (2 worlds))
///
/// Reference   A. Dvoretzky, J. Kiefer, J. Wolfowitz, Ann. Math. Stat. 27 (1956) 642-669;
///             P. Massart, Ann. Probab. 18 (1990) 1269-1283, https://doi.org/10.1214/aop/1176990746
[[nodiscard]] double sampling_error(std::size_t worlds, double risk);

/// The mean over worlds, and between what it lies with 90%: mean ± 1.645 s / sqrt(n) for n sampled
/// worlds with standard deviation s; the mean itself if the worlds are all there are, and NaN if
/// there are none. Values that are NaN are left out.
struct MeanInterval {
    double mean;
    double low;
    double high;
};
[[nodiscard]] MeanInterval mean_interval(std::span<const double> values,
                                         std::span<const double> weights, bool exact);

/// The ranking of the view as `rank` gives it, each row with its distribution over worlds: of each
/// measure the mean and the 5% and 95% quantiles; by the first one the same of the rank among the
/// listed, and how likely a rank of at most `in_top` is.
/// Throws as `worlds`; option-range if `in_top` is 0
[[nodiscard]] Ranking rank_in_worlds(const ActorGraph& graph, const View& view,
                                     const WorldsOptions& options, std::size_t in_top,
                                     const RankingOptions& ranking, const Weighting& weighting = {},
                                     const Run& run = {});

}  // namespace actormap
