#include <actormap/study/world_ranking.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace actormap {
namespace {

constexpr double normal_95 = 1.6448536269514722;  // a standard normal number is below it with 95%
constexpr double rounding = 1e-12;                // shares are sums, and may miss by so much
constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

double weight(std::span<const double> weights, std::size_t i) {
    return weights.empty() ? 1 : weights[i];
}

/// Quantiles of one list, which is sorted once.
class Quantiles {
  public:
    Quantiles(std::span<const double> values, std::span<const double> weights) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isnan(values[i])) sorted_.emplace_back(values[i], weight(weights, i));
        }
        std::sort(sorted_.begin(), sorted_.end());
        double sum = 0;
        for (auto& [value, share] : sorted_) share = sum += share;
    }

    [[nodiscard]] double operator()(double q) const {
        if (sorted_.empty()) return no_value;
        const double wanted = (q - rounding) * sorted_.back().second;
        const auto at = std::find_if(sorted_.begin(), sorted_.end(),
                                     [&](const auto& entry) { return entry.second >= wanted; });
        return at == sorted_.end() ? sorted_.back().first : at->first;
    }

  private:
    std::vector<std::pair<double, double>> sorted_;  // each value with the share of all up to it
};

/// The part of a list by vertex and world that belongs to vertex i.
template <class Value>
std::span<const Value> of(const std::vector<Value>& list, const Worlds& all, std::size_t i) {
    return std::span(list).subspan(i * all.count, all.count);
}

/// The share of the worlds that the values are of.
template <class Value, class Test>
double share(std::span<const Value> values, std::span<const double> weights, const Test& test) {
    double total = 0, found = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        total += weight(weights, i);
        if (test(values[i])) found += weight(weights, i);
    }
    return found / total;
}

WorldValue value_over(const Worlds& all, const std::vector<double>& of_measure, std::size_t i) {
    const std::span<const double> values = of(of_measure, all, i);
    const Quantiles quantiles(values, all.weights);
    const MeanInterval mean = mean_interval(values, all.weights, all.exact);
    const auto is_there = [](double value) { return !std::isnan(value); };
    return {mean.mean,
            mean.low,
            mean.high,
            quantiles(low_share),
            quantiles(high_share),
            share(values, all.weights, is_there)};
}

WorldRow row_over(const Worlds& all, std::size_t i, std::size_t top) {
    WorldRow row;
    for (const std::vector<double>& of_measure : all.values)
        row.values.push_back(value_over(all, of_measure, i));
    const std::span<const std::uint32_t> ranks = of(all.ranks, all, i);
    std::vector<double> there(ranks.size(), no_value);
    for (std::size_t world = 0; world < ranks.size(); ++world) {
        if (ranks[world] != 0) there[world] = ranks[world];
    }
    if (row.values.front().exists > 0) {
        const Quantiles quantiles(there, all.weights);
        row.rank_low = static_cast<std::size_t>(quantiles(low_share));
        row.rank_high = static_cast<std::size_t>(quantiles(high_share));
    }
    row.in_top =
        share(ranks, all.weights, [&](std::uint32_t rank) { return rank != 0 && rank <= top; });
    return row;
}

}  // namespace

double quantile(std::span<const double> values, std::span<const double> weights, double q) {
    return Quantiles(values, weights)(q);
}

double sampling_error(std::size_t worlds, double risk) {
    return std::sqrt(std::log(2 / risk) / (2 * static_cast<double>(worlds)));
}

MeanInterval mean_interval(std::span<const double> values, std::span<const double> weights,
                           bool exact) {
    double sum = 0, total = 0, count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        sum += weight(weights, i) * values[i];
        total += weight(weights, i);
        ++count;
    }
    if (total == 0) return {no_value, no_value, no_value};
    const double mean = sum / total;
    if (exact) return {mean, mean, mean};
    if (count < 2) return {mean, no_value, no_value};
    double squares = 0;
    for (const double value : values) {
        if (!std::isnan(value)) squares += (value - mean) * (value - mean);
    }
    const double reach = normal_95 * std::sqrt(squares / (count - 1) / count);
    return {mean, mean - reach, mean + reach};
}

WorldRanking rank_in_worlds(const ActorGraph& graph, const View& view, const WorldsOptions& options,
                            std::size_t top, const RankingOptions& ranking,
                            const Weighting& weighting, const Run& run) {
    if (top == 0) throw Error("option-range", "the top holds at least one; give 1 or more");
    const Run quiet{.threads = run.threads, .stop = run.stop};
    WorldRanking result;
    result.ranking = rank(graph, view, ranking, weighting, quiet);
    const Worlds all = worlds(graph, view, options, ranking, weighting, run);
    for (const RankingRow& row : result.ranking.rows) {
        const auto at =
            std::lower_bound(all.listed.begin(), all.listed.end(), *view.vertex(row.entity));
        result.rows.push_back(
            row_over(all, static_cast<std::size_t>(at - all.listed.begin()), top));
    }
    result.count = all.count;
    result.coins = all.coins;
    result.exact = all.exact;
    result.by = options.by;
    result.seed = options.seed;
    result.top = top;
    return result;
}

}  // namespace actormap
