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
/// for all x at once, but for a chance of `risk`; for one value of one entity, in worlds that all
/// have it:
///
///     sqrt(ln(2 / risk) / (2 worlds))
///
/// Reference   A. Dvoretzky, J. Kiefer, J. Wolfowitz, Ann. Math. Stat. 27 (1956) 642-669;
///             P. Massart, Ann. Probab. 18 (1990) 1269-1283, https://doi.org/10.1214/aop/1176990746
[[nodiscard]] double sampling_error(std::size_t worlds, double risk);

/// The mean over worlds, and between what it lies with 90%: mean ± 1.645 s / sqrt(n) for n sampled
/// worlds with standard deviation s; the mean itself if the worlds are all there are. That is as
/// good as the sum of n values is normal: what happens in fewer than some ten worlds is not. NaN
/// if there are no values, and around the mean of one sample. Values that are NaN are left out.
struct MeanInterval {
    double mean;
    double low;
    double high;
};
[[nodiscard]] MeanInterval mean_interval(std::span<const double> values,
                                         std::span<const double> weights, bool exact);

/// A value over the worlds in which there is one; NaN if there is none in any.
struct WorldValue {
    double mean = 0;
    double mean_low = 0, mean_high = 0;  ///< `mean_interval`
    double low = 0, high = 0;            ///< the 5% and the 95% quantile
    double exists = 0;                   ///< how likely a world is in which there is one
};

struct WorldRow {
    std::vector<WorldValue> values;  ///< of each measure
    std::size_t rank_low = 0,
                rank_high = 0;  ///< the 5% and the 95% quantile; 0 if it never has one
    double in_top = 0;          ///< how likely a rank in the top is
};

struct WorldRanking {
    Ranking ranking;             ///< of the view, as `rank` gives it
    std::vector<WorldRow> rows;  ///< beside those of the ranking
    std::size_t count = 0;       ///< how many worlds
    std::size_t coins = 0;       ///< how many relations, sources or speakers are uncertain
    bool exact = false;          ///< all worlds there are, each as likely as it is
    WorldsBy by = WorldsBy::relation;
    std::uint64_t seed = 0;
    std::size_t top = 0;  ///< the ranks that are in the top
};

/// Ranks the view, and says of each row how its values and its rank by the first measure, among
/// the listed, are distributed over worlds.
/// Throws as `worlds` and `rank`; option-range if `top` is 0
[[nodiscard]] WorldRanking rank_in_worlds(const ActorGraph& graph, const View& view,
                                          const WorldsOptions& options, std::size_t top,
                                          const RankingOptions& ranking,
                                          const Weighting& weighting = {}, const Run& run = {});

}  // namespace actormap
